export { authenticate, type IdentityOptions } from './authenticate.js';
export { hashPassword } from './password.js';
export { staffRoutes } from './routes.js';
export { eventScope, ticketScope } from './scope.js';
export type { StaffViewer, TeomasterViewer, Viewer } from './viewer.js';
