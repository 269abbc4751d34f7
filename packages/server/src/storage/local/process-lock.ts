import Libsql from 'libsql';
import { DatabaseRefusedError, databaseCode, isDatabaseFault, isFull, noRoomFor } from '../faults.js';

/** That this process has the file to itself, until it lets go or ends, however it ends. */
export interface ProcessLock {
  /** Whether the process that had the file before ended without letting go of it. */
  readonly afterUncleanStop: boolean;
  /** Another process has the file, and this one only writes a little beside it. */
  readonly asGuest: boolean;
  /** Lets go, and notes that it was done in order. */
  release(): void;
  /** Lets go as a process that was killed does. */
  abandon(): void;
}

/**
 * Takes the file for this process. The lock is an open transaction on a small database beside it, whose locks the
 * operating system drops with the process; in it stands who holds it, which others can still read.
 * @throws {DatabaseRefusedError} when another process has the file
 */
export function lockForProcess(path: string): ProcessLock {
  const native = new Libsql(`${path}.lock`, { timeout: 0 });
  try {
    native.exec('BEGIN IMMEDIATE');
    native.exec(
      'CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), pid INTEGER NOT NULL, stopped INTEGER NOT NULL)',
    );
    const before = native.prepare('SELECT stopped FROM holder').raw().get();
    native.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?, 0)').run(process.pid);
    native.exec('COMMIT');
    native.exec('BEGIN IMMEDIATE');
    return {
      afterUncleanStop: Array.isArray(before) && before[0] === 0,
      asGuest: false,
      release() {
        try {
          native.exec('UPDATE holder SET stopped = 1; COMMIT');
        } catch (error) {
          // On a full disk it cannot be noted. The next start then looks at the file first: that costs time, no more.
          if (!isDatabaseFault(error)) throw error;
        } finally {
          native.close();
        }
      },
      abandon() {
        native.exec('ROLLBACK');
        native.close();
      },
    };
  } catch (error) {
    if (databaseCode(error) !== 'SQLITE_BUSY') {
      native.close();
      throw isFull(error) ? noRoomFor(path, error) : error;
    }
    const holder = pidOfHolder(native);
    native.close();
    throw new DatabaseRefusedError(
      `Another process (${holder}) has the database ${path}: one process per file. Stop that one first, or let both use a libSQL server (DATABASE_URL=http://…).`,
    );
  }
}

/** The same, or leave to write beside the process that has the file. */
export function lockOrGuest(path: string): ProcessLock {
  try {
    return lockForProcess(path);
  } catch (error) {
    if (!(error instanceof DatabaseRefusedError)) throw error;
    return { afterUncleanStop: false, asGuest: true, release() {}, abandon() {} };
  }
}

function pidOfHolder(native: ReturnType<typeof Libsql>): string {
  try {
    const row = native.prepare('SELECT pid FROM holder').raw().get();
    return Array.isArray(row) ? `pid ${String(row[0])}` : 'it has just started';
  } catch (error) {
    // It is writing its name at this moment.
    if (databaseCode(error) !== 'SQLITE_BUSY') throw error;
    return 'it has just started';
  }
}
