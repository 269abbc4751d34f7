export { Deliveries } from './deliveries.js';
export { liveRoutes } from './routes.js';
