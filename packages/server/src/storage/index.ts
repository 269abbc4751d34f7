export { type Database, openDatabase, type Reader } from './database.js';
export {
  appendEvents,
  type Audience,
  type LoggedEvent,
  previousHashOf,
  readEventsAfter,
  readHistory,
  sha256,
} from './event-log.js';
export { eventTexts, events, idempotencyKeys, internalNoteTexts } from './tables.js';
export { DatabaseBusyError, type Transaction } from './write-queue.js';
