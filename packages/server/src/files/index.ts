export { claimFiles, filesOf, requireFiles } from './claim.js';
export {
  type FilesPlace,
  filesContradictions,
  filesPlaceIn,
  filesVariables,
  openFileStore,
} from './environment.js';
export { namedContents } from './named-contents.js';
export { fileRoutes } from './routes.js';
export {
  type FileContent,
  FileDamagedError,
  FileMissingError,
  type FileStore,
  FileStoreError,
} from './store.js';
export { StoreWatch } from './store-watch.js';
export { files } from './tables.js';
