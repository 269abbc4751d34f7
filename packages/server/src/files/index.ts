export { claimFiles, filesOf, requireFiles } from './claim.js';
export { displayName } from './file-name.js';
export { fileRoutes } from './routes.js';
export { FileStore } from './store.js';
export { files } from './tables.js';
