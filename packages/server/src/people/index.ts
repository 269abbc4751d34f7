export { type Names, organizationName, readNames } from './names.js';
export {
  apiKeys,
  organizations,
  passwordLinks,
  staff,
  staffIdentities,
  staffSessions,
  teomasters,
} from './tables.js';
