export { forgetPictures, givePictures, picturesFor } from './article-pictures.js';
export { claimFiles, filesOf, requireFiles } from './claim.js';
export { collectUnclaimed } from './collect.js';
export {
  type FilesPlace,
  fileLimitsIn,
  filesContradictions,
  filesPlaceIn,
  filesVariables,
  openFileStore,
} from './environment.js';
export type { FilesPlaceInUse } from './keep.js';
export type { FileLimits } from './limits.js';
export { namedContents } from './named-contents.js';
export { fileRoutes } from './routes.js';
export { Clamd, type ClamdOptions } from './scanning/clamd.js';
export { scannerIn } from './scanning/environment.js';
export { countHeld, countUnscanned, heldFor, scanHeld } from './scanning/scan-held.js';
export {
  type FileContent,
  FileDamagedError,
  FileMissingError,
  type FileStore,
  FileStoreError,
} from './store.js';
export { type StoreState, StoreWatch } from './store-watch.js';
export { files } from './tables.js';
