export { decodeCursor, encodeCursor } from './cursor.js';
export { catalogueOf, localeOf } from './locale.js';
export { expectedVersion, mount, readBytes } from './mount.js';
export { ProblemError, RejectionError } from './problem-error.js';
export { problemResponse } from './problem-response.js';
export { problemWords } from './problem-words.js';
