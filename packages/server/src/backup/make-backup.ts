import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type FileContent,
  FileDamagedError,
  FileMissingError,
  type FileStore,
  FileStoreError,
  namedContents,
} from '../files/index.js';
import {
  copyDatabase,
  type DatabaseAddress,
  events,
  isFull,
  openForReading,
  readSchemaState,
} from '../storage/index.js';
import { tickets } from '../tickets/index.js';
import { BackupError } from './backup-error.js';
import { contentOf, sync, writeChecked } from './copy-checked.js';
import { databaseName, filesName, type Manifest, manifestPath } from './manifest.js';

/** How far a long work has come. */
export type Progress = (done: number, total: number, what: string) => void;

export interface BackupOptions {
  readonly database: DatabaseAddress;
  readonly store: FileStore;
  /** Where to: a folder that does not exist yet. */
  readonly folder: string;
  readonly now: number;
  readonly progress: Progress;
}

/**
 * Copies database and attached files while the server goes on: the database as it stands at one moment, and every file
 * that it names then. Files are named by their content and never change, so copying them afterwards is as good. The
 * folder gets its name once everything in it is on disk: a backup is there as a whole or not at all.
 * @throws {BackupError} when the folder exists, there is no room, or a file that the database names is missing or altered
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const { folder } = options;
  if (existsSync(folder)) throw new BackupError(`${folder} exists already: nothing was overwritten.`);
  const draft = `${folder}.partial`;
  if (existsSync(draft)) {
    throw new BackupError(`${draft} is left from a backup that was interrupted: remove it first.`);
  }
  try {
    return await copyAll(options, draft);
  } catch (error) {
    // Room that a failed backup takes may be what the server needs next.
    await rm(draft, { recursive: true, force: true });
    if (!isFull(error)) throw error;
    throw new BackupError(`There is not enough room for the backup at ${folder}: nothing of it is left.`, {
      cause: error,
    });
  }
}

async function copyAll(options: BackupOptions, draft: string): Promise<Manifest> {
  const { folder, store, progress } = options;
  await mkdir(join(draft, filesName), { recursive: true });
  const copy = join(draft, databaseName);
  progress(0, 1, 'database');
  await copyDatabase(options.database, copy, (done, total) => progress(done, total, 'tables'));
  await sync(copy);
  progress(1, 1, 'database');

  const url = pathToFileURL(copy).href;
  const db = await openForReading({ url });
  const counted = { tickets: await db.read.$count(tickets), events: await db.read.$count(events) };
  const named = await namedContents(db.read);
  await db.close();
  for (const [done, content] of named.entries()) {
    await copyFile(store, content, join(draft, filesName, content.digest));
    progress(done + 1, named.length, 'files');
  }
  const manifest: Manifest = {
    format: 1,
    madeAt: new Date(options.now).toISOString(),
    schema: (await readSchemaState({ url })).known,
    database: await contentOf(copy),
    ...counted,
    files: named,
  };
  await writeFile(manifestPath(draft), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const path of [manifestPath(draft), join(draft, filesName), draft]) await sync(path);
  await rename(draft, folder);
  await sync(dirname(folder));
  return manifest;
}

async function copyFile(store: FileStore, content: FileContent, to: string): Promise<void> {
  try {
    await writeChecked(await store.read(content), to);
  } catch (cause) {
    const told = [FileMissingError, FileDamagedError, FileStoreError].some((kind) => cause instanceof kind);
    if (!told || !(cause instanceof Error)) throw cause;
    throw new BackupError(cause.message, { cause });
  }
}
