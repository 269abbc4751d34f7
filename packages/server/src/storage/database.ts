import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, createClient, type ResultSet } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { packageRoot } from '../package-root.js';
import { WriteQueue, type WriteUnit } from './write-queue.js';

/** Anything that can be asked: the reading connection, and a transaction alike. */
export type Reader = BaseSQLiteDatabase<'async', ResultSet, Record<string, never>>;

export interface DatabaseOptions {
  /** `file:` URL of the database. Its folder is made if need be. */
  readonly url: string;
  /** How long a write may wait for another process that holds the file, in milliseconds. */
  readonly busyLimitMs?: number;
}

/**
 * One database: a connection that reads what is committed, and one that writes, through one queue.
 * All writes of the process go through `write`; nothing else holds the writing connection.
 */
export interface Database {
  readonly read: Reader;
  /**
   * Runs a unit of work in a transaction and answers once it is on disk. Units that wait together share a
   * transaction and its sync; each has its own savepoint, so one that throws undoes nothing but itself.
   * A unit may be run again when the file was busy: it must not touch anything but its transaction.
   */
  write<T>(unit: WriteUnit<T>): Promise<T>;
  /** Calls back after each commit. Gives the function that ends this. */
  onCommit(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Opens the database and brings its schema up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  mkdirSync(dirname(fileURLToPath(new URL(options.url))), { recursive: true });
  // One connection each: pragmas belong to a connection, and a pool would make new ones without them.
  const writer = createClient({ url: options.url, concurrency: 1 });
  await prepareWriter(writer);
  await migrate(drizzle(writer), { migrationsFolder: join(packageRoot(), 'migrations') });
  await prepareWriter(writer);
  const reader = createClient({ url: options.url, concurrency: 1 });
  await reader.execute('PRAGMA query_only = on');

  const listeners = new Set<() => void>();
  const queue = new WriteQueue({
    db: drizzle(writer),
    recover: async () => {
      await writer.reconnect();
      await prepareWriter(writer);
    },
    committed: () => {
      for (const listener of listeners) listener();
    },
    busyLimitMs: options.busyLimitMs ?? 5000,
  });
  return {
    read: drizzle(reader),
    write: (unit) => queue.write(unit),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await queue.close();
      reader.close();
      writer.close();
    },
  };
}

/**
 * What every writing connection needs, also one made anew by `reconnect`: a commit is on disk when it is
 * acknowledged, references hold, and triggers fire for replaced rows too.
 */
async function prepareWriter(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode = wal');
  await client.execute('PRAGMA synchronous = full');
  await client.execute('PRAGMA foreign_keys = on');
  await client.execute('PRAGMA recursive_triggers = on');
}
