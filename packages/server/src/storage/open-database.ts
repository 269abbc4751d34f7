import { existsSync } from 'node:fs';
import type { Database, DatabaseOptions, ReadOnlyDatabase } from './database.js';
import { type DatabaseAddress, isFile, placeOf } from './database-address.js';
import { DatabaseRefusedError } from './faults.js';
import { copyFile, moveFile, openFile, openFileForReading, readFileSchema } from './local/local-database.js';
import type { SchemaState } from './migrate.js';
import { copyServer, fillServer, requireNothingOn } from './remote/copy-server.js';
import { openServer, openServerForReading, readServerSchema } from './remote/remote-database.js';

/**
 * Opens the database and brings its schema up to date: a file for this process alone, a libSQL server beside others.
 * @throws {DatabaseRefusedError} when another process has the file, it is damaged, or it was made by a newer program
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return isFile(options) ? openFile(options) : openServer(options);
}

/**
 * Opens the database for reading alone, beside whoever writes.
 * @throws {DatabaseRefusedError} when there is none, or its schema is not that of this program
 */
export function openForReading(options: DatabaseOptions): Promise<ReadOnlyDatabase> {
  return isFile(options) ? openFileForReading(options) : openServerForReading(options);
}

/** How many migrations a database has seen, and how many this program would add. */
export function readSchemaState(address: DatabaseAddress): Promise<SchemaState> {
  return isFile(address) ? readFileSchema(address) : readServerSchema(address);
}

/** Is told how far a copy has come: tables, and how many there are. */
export type Copied = (done: number, total: number) => void;

/**
 * Writes the database, as it stands at this moment, to a new file: whole, without gaps, and off the event loop. Servers
 * may go on writing meanwhile.
 */
export async function copyDatabase(from: DatabaseAddress, target: string, copied: Copied): Promise<void> {
  if (!isFile(from)) return copyServer(from, target, copied);
  await copyFile(from, target);
  copied(1, 1);
}

/**
 * Makes sure that a database can be brought to an address.
 * @throws {DatabaseRefusedError} when there is one already
 */
export async function requireNothingAt(address: DatabaseAddress): Promise<void> {
  if (!isFile(address)) return requireNothingOn(address);
  if (!existsSync(placeOf(address))) return;
  throw new DatabaseRefusedError(`There is a database at ${placeOf(address)}: nothing was overwritten.`);
}

/** Brings a file that was checked to an address where there is no database: all of it, or nothing. */
export async function bringIn(source: string, to: DatabaseAddress, copied: Copied): Promise<void> {
  if (!isFile(to)) return fillServer(source, to, copied);
  await moveFile(source, placeOf(to));
}
