import type { HttpClient } from '@libsql/hrana-client';
import { sql } from 'drizzle-orm';
import { CommitListeners } from '../commit-listeners.js';
import { drizzleOn } from '../connection.js';
import { type Database, type DatabaseOptions, type ReadOnlyDatabase, usualBusyLimitMs } from '../database.js';
import { type DatabaseAddress, placeOf } from '../database-address.js';
import { DatabaseRefusedError } from '../faults.js';
import { migrateSchema, type SchemaState, schemaState } from '../migrate.js';
import { ReadingPool } from '../reading-pool.js';
import { WriteQueue } from '../write-queue.js';
import { PositionWatch } from './position-watch.js';
import { clientOf } from './remote-client.js';
import { RemoteConnection, RemoteReading } from './remote-connection.js';
import { RemoteFault } from './remote-fault.js';
import { RemoteWriter } from './remote-writer.js';

/** How many queries are under way at the same time; each is a request. */
const mostAtOnce = 16;
/** The ids of commits are of use for as long as an answer may be on its way; a day is plenty. */
const keepCommitsSeconds = 86_400;

/** Opens a libSQL server, beside all others who use it. */
export async function openServer(options: DatabaseOptions): Promise<Database> {
  const busyLimitMs = options.busyLimitMs ?? usualBusyLimitMs;
  const client = clientOf(options);
  const migrated = await onServer(options, client, (connection) => migrateSchema(connection, busyLimitMs));
  const listeners = new CommitListeners();
  const writer = new RemoteWriter(client);
  const queue = new WriteQueue({
    writer,
    committed: (commit) => {
      options.committed?.(commit);
      listeners.tell();
    },
    failed: options.failed,
    busyLimitMs,
  });
  await queue.write((tx) => tx.run(sql`delete from commits where at < unixepoch() - ${keepCommitsSeconds}`));
  const { read, close } = readingOf(client, busyLimitMs);
  const watch = new PositionWatch(
    read,
    () => listeners.size > 0,
    () => listeners.tell(),
  );
  const endWatch = options.ticker === undefined ? () => {} : watch.start(options.ticker);
  return {
    read,
    lookUp: read,
    write: (unit) => queue.write(unit),
    onCommit: (listener) => listeners.add(listener),
    listeners: () => listeners.size,
    waiting: () => queue.length,
    migrated,
    async close() {
      endWatch();
      await queue.close();
      await writer.close();
      await close();
      client.close();
    },
  };
}

/** See `openForReading`. */
export async function openServerForReading(options: DatabaseOptions): Promise<ReadOnlyDatabase> {
  const client = clientOf(options);
  const { pending } = await onServer(options, client, schemaState);
  if (pending > 0) {
    client.close();
    throw new DatabaseRefusedError(
      `The schema of ${placeOf(options)} is ${pending} migrations behind this program: run \`teo-support migrate\`.`,
    );
  }
  const { read, close } = readingOf(client, options.busyLimitMs ?? usualBusyLimitMs);
  return {
    read,
    async close() {
      await close();
      client.close();
    },
  };
}

/** See `readSchemaState`. */
export async function readServerSchema(address: DatabaseAddress): Promise<SchemaState> {
  const client = clientOf(address);
  try {
    return await onServer(address, client, schemaState);
  } finally {
    client.close();
  }
}

function readingOf(client: HttpClient, busyLimitMs: number): ReadOnlyDatabase {
  const pool = new ReadingPool(async () => new RemoteReading(client), busyLimitMs, mostAtOnce);
  return {
    read: drizzleOn((sql, params, method) => pool.query(sql, params, method)),
    close: () => pool.close(),
  };
}

/** Does something on a connection of its own. A server that cannot be had is told with its place. */
async function onServer<T>(
  address: DatabaseAddress,
  client: HttpClient,
  work: (connection: RemoteConnection) => Promise<T>,
): Promise<T> {
  const connection = new RemoteConnection(client);
  try {
    return await work(connection);
  } catch (error) {
    client.close();
    if (!(error instanceof RemoteFault)) throw error;
    throw new DatabaseRefusedError(
      `The libSQL server at ${placeOf(address)} does not answer, or does not let this program in: check DATABASE_URL and DATABASE_TOKEN.`,
      { cause: error },
    );
  } finally {
    await connection.close();
  }
}
