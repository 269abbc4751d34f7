export { createHostApp, type HostAppOptions } from './host/app.js';
export {
  type HostOrganizationId,
  type HostPerson,
  hostOrganizations,
  hostPeople,
} from './host/people.js';
export { demoHistory } from './seed/index.js';
