export { type Config, ConfigError, environmentNames, readConfig } from './config.js';
export {
  type ForumVerification,
  type Verification,
  verifyForumLog,
  verifyLog,
} from './evidence/index.js';
export { isEmpty, loadHistory } from './history/index.js';
export { type Listening, listen } from './operation/index.js';
export type { Database } from './storage/index.js';
export { createSupport, type Support } from './support.js';
