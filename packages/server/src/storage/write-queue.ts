import { setTimeout as delay } from 'node:timers/promises';
import { LibsqlError, type ResultSet } from '@libsql/client';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/** What a unit of work is given: it reads its own writes and those before it. */
export type Transaction = BaseSQLiteDatabase<'async', ResultSet, Record<string, never>>;
export type WriteUnit<T> = (tx: Transaction) => Promise<T>;

/** The file was held by another process for too long. Nothing of the unit was written. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

interface WriteQueueOptions {
  readonly db: LibSQLDatabase<Record<string, never>>;
  /** Makes the connection usable again after an error of the database. */
  readonly recover: () => Promise<void>;
  readonly committed: () => void;
  readonly busyLimitMs: number;
}

interface Waiting {
  run(tx: Transaction): Promise<void>;
  settle(): void;
  fail(error: unknown): void;
}

/** How many units share one commit at the most: more would hold the event loop too long. */
const mostUnitsPerCommit = 32;
const busyPauseMs = 15;

/** The one place where this process writes. Units are run one after the other, and acknowledged after their commit. */
export class WriteQueue {
  readonly #options: WriteQueueOptions;
  readonly #waiting: Waiting[] = [];
  #draining: Promise<void> | null = null;
  #closed = false;

  constructor(options: WriteQueueOptions) {
    this.#options = options;
  }

  write<T>(unit: WriteUnit<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The database is closed.'));
    return new Promise<T>((resolve, reject) => {
      let settle = () => {};
      this.#waiting.push({
        async run(tx) {
          try {
            // A nested transaction is a savepoint: what this unit wrote is undone if it throws.
            const value = await tx.transaction((savepoint) => unit(savepoint));
            settle = () => resolve(value);
          } catch (error) {
            if (isDatabaseFault(error)) throw error;
            settle = () => reject(error);
          }
        },
        settle: () => settle(),
        fail: reject,
      });
      this.#draining ??= this.#drain().finally(() => {
        this.#draining = null;
      });
    });
  }

  /** Finishes what waits and takes nothing more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    // Those who call in the same turn of the event loop share the first commit.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const units = this.#waiting.splice(0, mostUnitsPerCommit);
      try {
        await this.#commit(units);
        for (const unit of units) unit.settle();
        this.#options.committed();
      } catch (error) {
        for (const unit of units) unit.fail(error);
      }
      // Reading requests get their turn between two commits.
      await new Promise(setImmediate);
    }
  }

  async #commit(units: readonly Waiting[]): Promise<void> {
    const giveUpAt = performance.now() + this.#options.busyLimitMs;
    for (;;) {
      try {
        await this.#options.db.transaction(async (tx) => {
          for (const unit of units) await unit.run(tx);
        });
        return;
      } catch (error) {
        // After an error of the database this client may go on in a transaction that is never committed
        // (libsql-client-ts#352): only a fresh connection can be trusted.
        await this.#options.recover();
        if (!isBusy(error)) throw error;
        if (performance.now() >= giveUpAt) {
          throw new DatabaseBusyError('Another process holds the database file.', { cause: error });
        }
        await delay(busyPauseMs);
      }
    }
  }
}

/** Errors of the database as a whole, as against a constraint that one unit has broken. */
function isDatabaseFault(error: unknown): boolean {
  const code = libsqlCode(error);
  return code !== null && !code.startsWith('SQLITE_CONSTRAINT');
}

function isBusy(error: unknown): boolean {
  const code = libsqlCode(error);
  return code !== null && (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'));
}

/** The code of the libSQL error that stands at the bottom of what Drizzle throws. */
function libsqlCode(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof LibsqlError) return cause.code;
  }
  return null;
}
