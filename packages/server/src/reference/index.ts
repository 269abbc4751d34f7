export { referenceRoutes } from './routes.js';
