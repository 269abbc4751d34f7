import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatReference } from '@teo-support/core';
import { verifyForumLog, verifyLog } from '../evidence/index.js';
import { type FileContent, type FileStore, FileStoreError } from '../files/index.js';
import {
  bringIn,
  type DatabaseAddress,
  events,
  isFile,
  openDatabase,
  placeOf,
  requireNothingAt,
} from '../storage/index.js';
import { tickets } from '../tickets/index.js';
import { BackupError } from './backup-error.js';
import { contentOf, copyChecked } from './copy-checked.js';
import type { Progress } from './make-backup.js';
import { databaseName, filesName, type Manifest, readManifest } from './manifest.js';

export interface RestoreOptions {
  readonly folder: string;
  readonly database: DatabaseAddress;
  readonly store: FileStore;
  readonly progress: Progress;
}

/**
 * Brings a backup back to where no database is. Files that the store has already are looked at and kept: they are named
 * by their content. Everything is checked on the way: the digest of the database and of each
 * file, the counts, and the chain of every ticket and of the forum. The database gets its name last, when all else is in its place.
 * @throws {BackupError} when there is a database already, the store is away, or the backup is not whole
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { folder, progress, database } = options;
  await requireNothingAt(database);
  const manifest = await readManifest(folder);
  // A libSQL server is given what was checked as a file, beside the backup.
  const place = isFile(database) ? placeOf(database) : join(dirname(folder), databaseName);
  const draft = `${place}.restoring`;
  await mkdir(dirname(draft), { recursive: true });
  await removeDatabase(draft);
  try {
    const copied = await copyChecked(join(folder, databaseName), draft);
    if (copied.digest !== manifest.database.digest) {
      throw new BackupError('The database of the backup is damaged: its digest is not that of the manifest.');
    }
    progress(1, 1, 'database');
    await restoreFiles(manifest, options);
    await checkDatabase(draft, manifest, progress);
    await bringIn(draft, database, (done, total) => progress(done, total, 'tables'));
    return manifest;
  } finally {
    await removeDatabase(draft);
  }
}

async function restoreFiles(manifest: Manifest, { folder, store, progress }: RestoreOptions): Promise<void> {
  for (const [done, { digest }] of manifest.files.entries()) {
    const path = join(folder, filesName, digest);
    const content = await contentOf(path);
    if (content.digest !== digest) throw new BackupError(`The file ${digest} of the backup is damaged.`);
    await put(store, path, content);
    progress(done + 1, manifest.files.length, 'files');
  }
}

async function put(store: FileStore, path: string, content: FileContent): Promise<void> {
  try {
    await store.putFile(path, content);
  } catch (cause) {
    if (!(cause instanceof FileStoreError)) throw cause;
    throw new BackupError(`${store.place}: ${cause.message}`, { cause });
  }
}

/** Opens it as a server would, which also brings its schema up to date, and looks at everything in it. */
async function checkDatabase(path: string, manifest: Manifest, progress: Progress): Promise<void> {
  const db = await openDatabase({ url: pathToFileURL(path).href });
  try {
    const counted = { tickets: await db.read.$count(tickets), events: await db.read.$count(events) };
    if (counted.tickets !== manifest.tickets || counted.events !== manifest.events) {
      throw new BackupError('The database of the backup does not hold as much as its manifest says.');
    }
    const outcome = await verifyLog(db.read, (done) => progress(done, manifest.tickets, 'tickets verified'));
    if (!outcome.ok) {
      const place =
        outcome.ticketNumber === null ? 'as a whole' : `at ${formatReference(outcome.ticketNumber)}`;
      throw new BackupError(`The event log of the backup was altered ${place} (${outcome.fault}).`);
    }
    const forum = await verifyForumLog(db.read);
    if (!forum.ok) {
      const place = forum.subject === null ? 'as a whole' : `at ${forum.subject}`;
      throw new BackupError(`The log of the forum in the backup was altered ${place} (${forum.fault}).`);
    }
  } finally {
    await db.close();
  }
}

async function removeDatabase(path: string): Promise<void> {
  for (const part of ['', '-wal', '-shm', '.lock', '.lock-journal'])
    await rm(`${path}${part}`, { force: true });
}
