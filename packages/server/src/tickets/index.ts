export { fileTicket } from './file-ticket.js';
export { changePair, handleCommand } from './handle-command.js';
export { unresolved } from './queries.js';
export { requesterTicketRoutes } from './requester-routes.js';
export { rowOf } from './row.js';
export { staffTicketRoutes } from './staff-routes.js';
export { tickets } from './tables.js';
