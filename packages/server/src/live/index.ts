export { Deliveries } from './deliveries.js';
export { Feed } from './feed.js';
export { liveRoutes } from './routes.js';
