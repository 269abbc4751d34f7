export { clientAddress } from './client-address.js';
export { errorRecord } from './error-record.js';
export { healthRoutes } from './health-routes.js';
export { type Listening, listen } from './listen.js';
export { Metrics } from './metrics.js';
export { requestLog } from './request-log.js';
export { machineTimer, Schedule, type Timer } from './schedule/index.js';
export { WritingWatch } from './writing-watch.js';
