import { type DatabaseAddress, placeOf } from '../database-address.js';
import { DatabaseRefusedError } from '../faults.js';
import { LocalConnection } from '../local/local-connection.js';
import { migrateSchema, requireCurrentSchema } from '../migrate.js';
import { copyTables } from './copy-tables.js';
import { RemoteClient } from './remote-client.js';
import { RemoteConnection } from './remote-connection.js';

/** Is told how far it has come: tables, and how many there are. */
type Copied = (done: number, total: number) => void;

/** How long the file that is written may be busy, in milliseconds: it is nobody else's. */
const busyLimitMs = 1000;

/**
 * Copies what a libSQL server holds at one moment to a new file. Servers go on writing meanwhile.
 * @throws {DatabaseRefusedError} when the schema of the server is not that of this program
 */
export async function copyServer(from: DatabaseAddress, target: string, copied: Copied): Promise<void> {
  await between(from, target, async (server, file) => {
    await migrateSchema(file, busyLimitMs);
    // A transaction that only reads: it holds up nobody, and sees one moment.
    await server.execute('BEGIN');
    await requireCurrentSchema(server, placeOf(from));
    await inTransaction(file, () => copyTables(server, file, copied));
    await server.execute('ROLLBACK');
  });
}

/**
 * Copies a file to a libSQL server that holds nothing yet: all of it, or nothing.
 * @throws {DatabaseRefusedError} when there is something on the server already
 */
export async function fillServer(source: string, to: DatabaseAddress, copied: Copied): Promise<void> {
  await between(to, source, async (server, file) => {
    await requireNothing(server, to);
    await migrateSchema(server, busyLimitMs);
    await server.execute('PRAGMA foreign_keys = off');
    await inTransaction(server, () => copyTables(file, server, copied));
  });
}

/** @throws {DatabaseRefusedError} when there is something on the server already */
export async function requireNothingOn(address: DatabaseAddress): Promise<void> {
  const client = new RemoteClient(address);
  const connection = new RemoteConnection(client);
  try {
    await requireNothing(connection, address);
  } finally {
    await connection.close();
    client.close();
  }
}

async function requireNothing(server: RemoteConnection, address: DatabaseAddress): Promise<void> {
  const { rows: made = [] } = await server.query(
    "SELECT 1 FROM sqlite_master WHERE name = 'organizations'",
    [],
    'all',
  );
  if (made.length === 0) return;
  const { rows: held = [] } = await server.query(
    'SELECT 1 FROM organizations UNION ALL SELECT 1 FROM staff UNION ALL SELECT 1 FROM events LIMIT 1',
    [],
    'all',
  );
  if (held.length === 0) return;
  throw new DatabaseRefusedError(`There is a database on ${placeOf(address)}: nothing was overwritten.`);
}

async function inTransaction(connection: RemoteConnection | LocalConnection, work: () => Promise<void>) {
  await connection.execute('BEGIN IMMEDIATE');
  try {
    await work();
  } catch (error) {
    await connection.execute('ROLLBACK').catch(() => undefined);
    throw error;
  }
  await connection.execute('COMMIT');
}

async function between(
  address: DatabaseAddress,
  path: string,
  work: (server: RemoteConnection, file: LocalConnection) => Promise<void>,
): Promise<void> {
  const client = new RemoteClient(address);
  const server = new RemoteConnection(client);
  try {
    const file = await LocalConnection.open(path, 'writing');
    try {
      await file.execute('PRAGMA foreign_keys = off');
      await work(server, file);
      await file.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      await file.close();
    }
  } finally {
    await server.close();
    client.close();
  }
}
