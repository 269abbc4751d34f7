export { administrationRoutes } from './administration-routes.js';
export { createApiKey, listApiKeys, readApiKey, revokeApiKey } from './api-keys.js';
export { contradictionsIn, identityVariables, issuersIn, openIdIn, repeatedIssuers } from './environment.js';
export { Identity } from './identity.js';
export type { OpenIdOptions } from './openid-provider.js';
export { hashPassword } from './password.js';
export { addressOfLink, choosePassword, createPasswordLink } from './password-links.js';
export type { RequesterIssuer } from './requester-issuer.js';
export {
  articlePictures,
  callerOf,
  eventScope,
  forumScope,
  hears,
  mayKnowAuthor,
  ownTickets,
  ownUploads,
  ticketScope,
} from './scope.js';
export { sessionRoutes } from './session-routes.js';
export {
  addStaffMember,
  changeStaffMember,
  deactivateStaffMember,
  forgetOpenId,
  listStaffAccounts,
  reactivateStaffMember,
  readStaffAccount,
} from './staff-accounts.js';
export { openSession } from './staff-session.js';
export type { ActingViewer, RequesterViewer, StaffViewer, TeomasterViewer, Viewer } from './viewer.js';
