import { mkdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommitListeners } from '../commit-listeners.js';
import { drizzleOn } from '../connection.js';
import { type Database, type DatabaseOptions, type ReadOnlyDatabase, usualBusyLimitMs } from '../database.js';
import type { DatabaseAddress } from '../database-address.js';
import { DatabaseRefusedError, isFull, noRoomFor } from '../faults.js';
import { migrateSchema, requireCurrentSchema, type SchemaState, schemaState } from '../migrate.js';
import { ReadingPool } from '../reading-pool.js';
import { WriteQueue } from '../write-queue.js';
import { Checkpoints } from './checkpoints.js';
import { LocalConnection } from './local-connection.js';
import { LocalWriter } from './local-writer.js';
import { lockForProcess, lockOrGuest } from './process-lock.js';

/**
 * Opens a file for this process alone, checks it if it was not closed in order, and brings its schema up to date.
 * @throws {DatabaseRefusedError} when another process has the file, it is damaged, or it was made by a newer program
 */
export async function openFile(options: DatabaseOptions): Promise<Database> {
  const path = pathOf(options.url);
  mkdirSync(dirname(path), { recursive: true });
  const busyLimitMs = options.busyLimitMs ?? usualBusyLimitMs;
  const lock = options.besideServer === true ? lockOrGuest(path) : lockForProcess(path);
  const opened: { close(): Promise<void> }[] = [];
  try {
    const writer = await LocalWriter.open(path);
    opened.push(writer);
    if (lock.afterUncleanStop) {
      options.report?.(`${path} was not closed in order: checking it.`);
      const begun = performance.now();
      await checkPages(writer.connection, path);
      options.report?.(`It is whole (${Math.round(performance.now() - begun)} ms).`);
    }
    const migrated = lock.asGuest
      ? await requireCurrentSchema(writer.connection, path)
      : await migrateSchema(writer.connection, busyLimitMs);
    const pool = new ReadingPool(() => LocalConnection.open(path, 'reading', 'off the loop'), busyLimitMs);
    const single = new ReadingPool(() => LocalConnection.open(path, 'reading'), busyLimitMs, 1);
    const checkpoints = new Checkpoints(path, options.report);
    opened.push(pool, single, checkpoints);
    await checkpoints.connect();

    const listeners = new CommitListeners();
    const queue = new WriteQueue({
      writer,
      committed: (commit) => {
        options.committed?.(commit);
        listeners.tell();
        checkpoints.committed(commit.units);
      },
      failed: options.failed,
      busyLimitMs,
    });
    return {
      read: drizzleOn((sql, params, method) => pool.query(sql, params, method)),
      lookUp: drizzleOn((sql, params, method) => single.query(sql, params, method)),
      write: (unit, size) => queue.write(unit, size),
      onCommit: (listener) => listeners.add(listener),
      waiting: () => queue.length,
      migrated,
      async close() {
        await queue.close();
        await pool.close();
        await single.close();
        await checkpoints.close();
        await writer.close();
        lock.release();
      },
    };
  } catch (error) {
    await Promise.allSettled(opened.map((part) => part.close()));
    // A damaged file is looked at again the next time, too.
    if (!lock.afterUncleanStop) lock.release();
    else lock.abandon();
    throw isFull(error) ? noRoomFor(path, error) : error;
  }
}

/** See `openForReading`. */
export async function openFileForReading(options: DatabaseOptions): Promise<ReadOnlyDatabase> {
  const path = pathOf(options.url);
  const connection = await LocalConnection.open(path, 'reading');
  try {
    await requireCurrentSchema(connection, path);
  } finally {
    await connection.close();
  }
  const busyLimitMs = options.busyLimitMs ?? usualBusyLimitMs;
  const pool = new ReadingPool(() => LocalConnection.open(path, 'reading', 'off the loop'), busyLimitMs);
  return {
    read: drizzleOn((sql, params, method) => pool.query(sql, params, method)),
    close: () => pool.close(),
  };
}

/** See `copyDatabase`. */
export async function copyFile({ url }: DatabaseAddress, target: string): Promise<void> {
  const connection = await LocalConnection.open(pathOf(url), 'writing', 'off the loop');
  try {
    await requireCurrentSchema(connection, pathOf(url));
    await connection.execute(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
  } finally {
    await connection.close();
  }
}

/** Gives a database that is not in use its name, also in the eyes of the disk. */
export async function moveFile(from: string, to: string): Promise<void> {
  await rename(from, to);
  const folder = await open(dirname(to), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** See `readSchemaState`. */
export async function readFileSchema({ url }: DatabaseAddress): Promise<SchemaState> {
  const connection = await LocalConnection.open(pathOf(url), 'reading');
  try {
    return await schemaState(connection);
  } finally {
    await connection.close();
  }
}

function pathOf(url: string): string {
  return fileURLToPath(new URL(url));
}

/**
 * Looks at every page of a database, and says that it is whole.
 * @throws {DatabaseRefusedError} when it is damaged
 */
export async function checkDatabase({ url }: DatabaseAddress): Promise<string> {
  const connection = await LocalConnection.open(pathOf(url), 'reading', 'off the loop');
  try {
    await checkPages(connection, pathOf(url));
    return 'whole';
  } finally {
    await connection.close();
  }
}

async function checkPages(connection: LocalConnection, path: string): Promise<void> {
  const { rows } = await connection.query('PRAGMA quick_check(5)', [], 'all');
  const found = (rows ?? []).map((row) => (Array.isArray(row) ? String(row[0]) : String(row)));
  if (found.length !== 1 || found[0] !== 'ok') {
    throw new DatabaseRefusedError(
      `The database ${path} is damaged: ${found.join('; ').replaceAll('\n', ', ')}. Nothing was changed: restore the last backup (\`teo-support restore\`), and keep this file.`,
    );
  }
}
