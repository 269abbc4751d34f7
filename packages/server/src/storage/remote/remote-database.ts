import { setTimeout as delay } from 'node:timers/promises';
import { CommitListeners } from '../commit-listeners.js';
import { drizzleOn } from '../connection.js';
import type { Database, DatabaseOptions, ReadOnlyDatabase } from '../database.js';
import { type DatabaseAddress, placeOf } from '../database-address.js';
import { DatabaseRefusedError, isBusy } from '../faults.js';
import { migrateSchema, requireCurrentSchema, type SchemaState, schemaState } from '../migrate.js';
import { ReadingPool } from '../reading-pool.js';
import { WriteQueue } from '../write-queue.js';
import { PositionWatch } from './position-watch.js';
import { RemoteClient } from './remote-client.js';
import { RemoteConnection, RemoteReading } from './remote-connection.js';
import { isForbidden } from './remote-fault.js';
import { RemoteWriter } from './remote-writer.js';

/** How many queries are under way at the same time; each is a request. */
const mostAtOnce = 16;
/** Longer than for a file: a server lets the transaction of a process that has died be for five seconds. */
const usualBusyLimitMs = 12_000;
/** What is only read is told soon that the server is away: whoever asks can ask again. */
const readingLimitMs = 1500;
const retryPauseMs = 200;

/** Opens a libSQL server, beside all others who use it. */
export async function openServer(options: DatabaseOptions): Promise<Database> {
  const busyLimitMs = options.busyLimitMs ?? usualBusyLimitMs;
  const client = new RemoteClient(options, options.requestLimitMs);
  const { besideServer } = options;
  const migrated = await onServer(options, client, busyLimitMs, (connection) =>
    besideServer === true
      ? requireCurrentSchema(connection, placeOf(options))
      : migrateSchema(connection, busyLimitMs),
  );
  const listeners = new CommitListeners();
  const writer = new RemoteWriter(client, options.outcomeLimitMs);
  const queue = new WriteQueue({
    writer,
    committed: (commit) => {
      options.committed?.(commit);
      listeners.tell();
    },
    failed: options.failed,
    busyLimitMs,
  });
  const { read, close } = readingOf(client);
  const watch = new PositionWatch(
    read,
    () => listeners.size > 0,
    () => listeners.tell(),
  );
  const endWatch = options.ticker === undefined ? () => {} : watch.start(options.ticker);
  return {
    read,
    lookUp: read,
    write: (unit, size) => queue.write(unit, size),
    onCommit: (listener) => listeners.add(listener),
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
  const client = new RemoteClient(options);
  await onServer(options, client, 0, (connection) => requireCurrentSchema(connection, placeOf(options)));
  const { read, close } = readingOf(client);
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
  const client = new RemoteClient(address);
  try {
    return await onServer(address, client, 0, schemaState);
  } finally {
    client.close();
  }
}

function readingOf(client: RemoteClient): ReadOnlyDatabase {
  const pool = new ReadingPool(async () => new RemoteReading(client), readingLimitMs, mostAtOnce);
  return {
    read: drizzleOn((sql, params, method) => pool.query(sql, params, method)),
    close: () => pool.close(),
  };
}

/**
 * Does something on a connection of its own, which may be done again: others may start at the same moment and be in its
 * way. A server that cannot be had is told with its place.
 */
async function onServer<T>(
  address: DatabaseAddress,
  client: RemoteClient,
  limitMs: number,
  work: (connection: RemoteConnection) => Promise<T>,
): Promise<T> {
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const connection = new RemoteConnection(client);
    try {
      return await work(connection);
    } catch (error) {
      const passing = isBusy(error) && !isForbidden(error);
      if (passing && performance.now() < giveUpAt) {
        await delay(retryPauseMs * (0.5 + Math.random()));
        continue;
      }
      client.close();
      if (isForbidden(error)) {
        throw new DatabaseRefusedError(
          `The libSQL server at ${placeOf(address)} does not let this program in: check DATABASE_TOKEN.`,
          { cause: error },
        );
      }
      if (!passing) throw error;
      throw new DatabaseRefusedError(
        `The libSQL server at ${placeOf(address)} does not answer: check DATABASE_URL, and that it runs.`,
        { cause: error },
      );
    } finally {
      await connection.close();
    }
  }
}
