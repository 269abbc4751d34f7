import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzleOn, type Reader } from './connection.js';
import { DatabaseRefusedError, isFull, noRoomFor } from './faults.js';
import { LocalConnection } from './local-connection.js';
import { LocalWriter } from './local-writer.js';
import { migrateSchema, type SchemaState, schemaState } from './migrate.js';
import { lockForProcess, lockOrGuest } from './process-lock.js';
import { ReadingPool } from './reading-pool.js';
import { type Committed, WriteQueue, type WriteUnit } from './write-queue.js';

export interface DatabaseOptions {
  /** `file:` URL of the database. Its folder is made if need be. */
  readonly url: string;
  /** How long a write may wait for another process that holds the file, in milliseconds. */
  readonly busyLimitMs?: number;
  /**
   * Also beside a server that has the file, for the few writes of an operator's command: each waits for the other's
   * commit. A server never asks for this.
   */
  readonly besideServer?: boolean;
  /** Is told of each commit. */
  readonly committed?: (commit: Committed) => void;
  /** Is told of each commit that failed, and why. */
  readonly failed?: (error: unknown) => void;
  /** Is told what takes long at the start, and why, in sentences for an operator. */
  readonly report?: (sentence: string) => void;
}

/** A database that is only read: beside a running server, too. */
export interface ReadOnlyDatabase {
  readonly read: Reader;
  close(): Promise<void>;
}

/**
 * One database: connections that read what is committed, and one that writes, through one queue.
 * All writes of the process go through `write`; nothing else holds the writing connection.
 */
export interface Database extends ReadOnlyDatabase {
  /**
   * For what an index finds in microseconds: the rows of one ticket, a person by their token. It is answered at once,
   * while the event loop waits; `read` is for all else.
   */
  readonly lookUp: Reader;
  /**
   * Runs a unit of work in a transaction and answers once it is on disk. Units that wait together share a
   * transaction and its sync; each has its own savepoint, so one that throws undoes nothing but itself.
   * A unit may be run again when the file was busy: it must not touch anything but its transaction.
   */
  write<T>(unit: WriteUnit<T>): Promise<T>;
  /** Calls back after each commit. Gives the function that ends this. */
  onCommit(listener: (commit: Committed) => void): () => void;
  /** How many listen for commits. */
  listeners(): number;
  /** How many units wait to be written. */
  waiting(): number;
  /** How many migrations were applied when it was opened. */
  readonly migrated: number;
}

const usualBusyLimitMs = 5000;

/**
 * Opens the database for this process alone, checks it if it was not closed in order, and brings its schema up to date.
 * @throws {DatabaseRefusedError} when another process has the file, it is damaged, or it was made by a newer program
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
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
    opened.push(pool, single);

    const listeners = new Set<(commit: Committed) => void>();
    const queue = new WriteQueue({
      writer,
      committed: (commit) => {
        options.committed?.(commit);
        for (const listener of listeners) listener(commit);
      },
      failed: options.failed,
      busyLimitMs,
    });
    return {
      read: drizzleOn((sql, params, method) => pool.query(sql, params, method)),
      lookUp: drizzleOn((sql, params, method) => single.query(sql, params, method)),
      write: (unit) => queue.write(unit),
      onCommit(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      listeners: () => listeners.size,
      waiting: () => queue.length,
      migrated,
      async close() {
        await queue.close();
        await pool.close();
        await single.close();
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

/**
 * Opens the database for reading alone, beside whoever writes.
 * @throws {DatabaseRefusedError} when there is none, or its schema is not that of this program
 */
export async function openForReading(options: DatabaseOptions): Promise<ReadOnlyDatabase> {
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

/**
 * Writes the database, as it stands at this moment, to a new file: whole, without gaps, and off the event loop. A server
 * may go on writing meanwhile.
 */
export async function copyDatabase(url: string, target: string): Promise<void> {
  const connection = await LocalConnection.open(pathOf(url), 'writing', 'off the loop');
  try {
    await requireCurrentSchema(connection, pathOf(url));
    await connection.execute(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
  } finally {
    await connection.close();
  }
}

/** How many migrations a database has seen, and how many this program would add. */
export async function readSchemaState(url: string): Promise<SchemaState> {
  const connection = await LocalConnection.open(pathOf(url), 'reading');
  try {
    return await schemaState(connection);
  } finally {
    await connection.close();
  }
}

async function requireCurrentSchema(connection: LocalConnection, path: string): Promise<0> {
  const { pending } = await schemaState(connection);
  if (pending === 0) return 0;
  throw new DatabaseRefusedError(
    `The schema of ${path} is ${pending} migrations behind this program, or there is no database: run \`teo-support migrate\`.`,
  );
}

function pathOf(url: string): string {
  return fileURLToPath(new URL(url));
}

/**
 * Looks at every page of a database, and says that it is whole.
 * @throws {DatabaseRefusedError} when it is damaged
 */
export async function checkDatabase(url: string): Promise<string> {
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
