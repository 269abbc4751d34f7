export { type Verification, verifyLog } from './verify.js';
export { type ForumVerification, verifyForumLog } from './verify-forum.js';
