export { type Verification, verifyLog } from './verify.js';
