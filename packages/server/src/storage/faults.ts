/** The file was held by another process for too long. Nothing of the unit was written. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

/** The database cannot be used as it is; the message says why and what to do, for the operator. */
export class DatabaseRefusedError extends Error {
  override readonly name = 'DatabaseRefusedError';
}

/** SQLite's name for what went wrong, from the error at the bottom of what Drizzle throws; `null` for other errors. */
export function databaseCode(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && cause.code.startsWith('SQLITE_'))
      return cause.code;
  }
  return null;
}

/** What one statement can be refused for without anything being wrong with the database. */
const ofOneStatement = [
  // How a libSQL server calls SQLITE_ERROR.
  'SQLITE_UNKNOWN',
  'SQLITE_CONSTRAINT',
  'SQLITE_ERROR',
  'SQLITE_MISMATCH',
  'SQLITE_RANGE',
  'SQLITE_TOOBIG',
];

/** Errors of the database as a whole, as against a statement of one unit that it has refused. */
export function isDatabaseFault(error: unknown): boolean {
  const code = databaseCode(error);
  return code !== null && !ofOneStatement.some((harmless) => code.startsWith(harmless));
}

/** Whether there is no room left on the disk, of the database or of whatever else was being written. */
export function isFull(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!('code' in cause) || typeof cause.code !== 'string') continue;
    if (['ENOSPC', 'EDQUOT'].includes(cause.code) || cause.code.startsWith('SQLITE_FULL')) return true;
  }
  return false;
}

/** That a database cannot be opened on a disk without room: opening it writes a little. */
export function noRoomFor(path: string, cause: unknown): DatabaseRefusedError {
  return new DatabaseRefusedError(
    `There is no room left on the disk of ${path}. Nothing is lost: make some, and try again.`,
    { cause },
  );
}

export function isBusy(error: unknown): boolean {
  const code = databaseCode(error);
  return code !== null && (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'));
}
