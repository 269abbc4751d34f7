export type { Reader } from './connection.js';
export {
  checkDatabase,
  copyDatabase,
  type Database,
  openDatabase,
  openForReading,
  readSchemaState,
} from './database.js';
export {
  appendEvents,
  type LoggedEvent,
  previousHashOf,
  readEventsAfter,
  readHistory,
  sha256,
} from './event-log.js';
export { DatabaseBusyError, DatabaseRefusedError, isFull } from './faults.js';
export { placeholdersOf, prepared } from './prepared.js';
export { events, eventTexts, idempotencyKeys, internalNoteTexts } from './tables.js';
export type { Committed, Transaction } from './write-queue.js';
