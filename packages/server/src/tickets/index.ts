export { fileTicket } from './file-ticket.js';
export { changePair, handleCommand } from './handle-command.js';
export { unresolved } from './list-conditions.js';
export { passTime, wakeTickets } from './pass-time.js';
export { requesterTicketRoutes } from './requester-routes.js';
export { rowOf } from './row.js';
export { indexIfMissing, rebuildIndex } from './search-index.js';
export { staffTicketRoutes } from './staff-routes.js';
export { tickets } from './tables.js';
