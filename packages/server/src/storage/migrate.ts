import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { packageRoot } from '../package-root.js';
import type { Connection } from './connection.js';
import { DatabaseRefusedError, isBusy } from './faults.js';

const busyPauseMs = 15;

export interface SchemaState {
  /** Migrations that this program has and the database has not. */
  readonly pending: number;
  readonly known: number;
}

/**
 * Brings the schema up to date, all of it in one transaction: of several processes that start at once one does it, the
 * others find it done. Gives the number of migrations that were applied.
 * @throws {DatabaseRefusedError} when the database was made by a newer program
 */
export async function migrateSchema(connection: Connection, busyLimitMs: number): Promise<number> {
  const giveUpAt = performance.now() + busyLimitMs;
  // Tables that are made anew are referred to meanwhile; inside a transaction this pragma would do nothing.
  await connection.execute('PRAGMA foreign_keys = off');
  try {
    for (;;) {
      try {
        return await migrateOnce(connection);
      } catch (error) {
        if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
        await delay(busyPauseMs);
      }
    }
  } finally {
    await connection.execute('PRAGMA foreign_keys = on');
  }
}

/** In few requests: a libSQL server takes the transaction away from who is slow while others wait, and all is to do again. */
async function migrateOnce(connection: Connection): Promise<number> {
  const known = knownMigrations();
  await connection.execute('BEGIN IMMEDIATE');
  try {
    await connection.execute(
      'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
    );
    const pending = known.slice((await appliedIn(connection, known)).length);
    if (pending.length > 0) {
      await connection.execute(pending.flatMap(({ sql }) => sql).join('\n;'));
      await connection.query(
        'INSERT INTO __drizzle_migrations (hash, created_at) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
        [JSON.stringify(pending.map(({ hash, folderMillis }) => [hash, folderMillis]))],
        'run',
      );
      const { rows: broken } = await connection.query('PRAGMA foreign_key_check', [], 'all');
      if (broken !== undefined && broken.length > 0) {
        throw new Error('A migration would leave references to what does not exist: nothing was changed.');
      }
    }
    await connection.execute('COMMIT');
    return pending.length;
  } catch (error) {
    // Where the transaction was taken away there is none to roll back; what led here says more than that.
    await connection.execute('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * How a schema stands to this program.
 * @throws {DatabaseRefusedError} when the database was made by a newer program
 */
export async function schemaState(connection: Connection): Promise<SchemaState> {
  const known = knownMigrations();
  const { rows: table } = await connection.query(
    "SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'",
    [],
    'all',
  );
  const applied = table?.length === 0 ? [] : await appliedIn(connection, known);
  return { known: known.length, pending: known.length - applied.length };
}

/**
 * @param place where the database is, for the operator
 * @throws {DatabaseRefusedError} when the schema is not that of this program
 */
export async function requireCurrentSchema(connection: Connection, place: string): Promise<0> {
  const { pending } = await schemaState(connection);
  if (pending === 0) return 0;
  throw new DatabaseRefusedError(
    `The schema of ${place} is ${pending} migrations behind this program, or there is no database: run \`teo-support migrate\`.`,
  );
}

function knownMigrations() {
  return readMigrationFiles({ migrationsFolder: join(packageRoot(), 'migrations') });
}

async function appliedIn(
  connection: Connection,
  known: ReturnType<typeof knownMigrations>,
): Promise<readonly unknown[]> {
  const { rows } = await connection.query(
    'SELECT created_at FROM __drizzle_migrations ORDER BY created_at',
    [],
    'all',
  );
  const applied = rows ?? [];
  const newest = applied.at(-1);
  const newestKnown = known.at(-1)?.folderMillis ?? 0;
  if (applied.length > known.length || (Array.isArray(newest) && Number(newest[0]) > newestKnown)) {
    throw new DatabaseRefusedError(
      `The database was made by a newer version of this program (schema ${applied.length}, this program knows ${known.length}): install that version, or restore a backup from before.`,
    );
  }
  return applied;
}
