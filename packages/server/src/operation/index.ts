export { clientAddress } from './client-address.js';
export { type Listening, listen } from './listen.js';
export { requestLog } from './request-log.js';
