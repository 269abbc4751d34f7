export { listen, type Listening } from './listen.js';
export { requestLog } from './request-log.js';
