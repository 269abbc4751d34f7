export { liveRoutes } from './routes.js';
