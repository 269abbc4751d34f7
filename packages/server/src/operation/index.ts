export { clientAddress } from './client-address.js';
export { type Listening, listen } from './listen.js';
export { requestLog } from './request-log.js';
export { machineTimer, Schedule, type Timer } from './schedule/index.js';
