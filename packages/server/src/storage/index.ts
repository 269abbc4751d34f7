export { askedTogether } from './asked-together.js';
export { drizzleOn, type Reader } from './connection.js';
export type { Database } from './database.js';
export { type DatabaseAddress, isFile, placeOf } from './database-address.js';
export { databaseContradictions, databaseIn, databaseVariables } from './database-variables.js';
export {
  type Appending,
  appendEvents,
  appendHistories,
  previousHashOf,
  readHistory,
  sha256,
} from './event-log.js';
export { DatabaseBusyError, DatabaseRefusedError, isFull } from './faults.js';
export { checkDatabase } from './local/local-database.js';
export {
  bringIn,
  copyDatabase,
  openDatabase,
  openForReading,
  readSchemaState,
  requireNothingAt,
} from './open-database.js';
export { placeholdersOf, prepared, preparedRows } from './prepared.js';
export { drawRandom } from './random-bytes.js';
export { isAway, UnknownOutcomeError } from './remote/remote-fault.js';
export { events, eventTexts, idempotencyKeys, internalNoteTexts, signals } from './tables.js';
export { type Part, Together } from './together.js';
export type { Committed, Transaction } from './write-queue.js';
