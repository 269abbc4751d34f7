export { type Database, openDatabase, type Reader } from './database.js';
export {
  appendEvents,
  type LoggedEvent,
  previousHashOf,
  readEventsAfter,
  readHistory,
  sha256,
} from './event-log.js';
export { events, eventTexts, idempotencyKeys, internalNoteTexts } from './tables.js';
export { DatabaseBusyError, type Transaction } from './write-queue.js';
