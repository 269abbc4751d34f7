import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { ProblemError } from '../http/index.js';
import type { Database, Transaction } from '../storage/index.js';
import type { AcceptedFile } from './accept.js';
import { displayName } from './file-name.js';
import type { FileLimits } from './limits.js';
import { requireRoom } from './quota.js';
import { release, reserve } from './references.js';
import { type FileStore, FileStoreError, FileStoreFullError } from './store.js';
import { files } from './tables.js';

export type FileRow = typeof files.$inferSelect;

/** What keeping and giving files takes. */
export interface FilesPlaceInUse {
  readonly db: Database;
  readonly store: FileStore;
  readonly limits: FileLimits;
  readonly now: () => number;
  /** Begins to look through what is held; `null` where there is no scanner, and nothing is held. */
  readonly scans: (() => void) | null;
  /** Is told why the store could not be used. */
  readonly report: (error: unknown) => void;
}

/**
 * What is to be thought of a file. One of before there was a scanner is held like every other, until that has looked
 * through it.
 */
export function scanOf({ scan }: FileRow, { scans }: FilesPlaceInUse): FileRow['scan'] {
  return scan === 'none' && scans !== null ? 'held' : scan;
}

/** Callers are told what to do when the store is away or full, and the operator why it is. */
export async function orTryAgain<T>(asked: Promise<T>, report: (error: unknown) => void): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof FileStoreError)) throw error;
    report(error);
    if (error instanceof FileStoreFullError)
      throw new ProblemError('storage-full', { headers: { 'retry-after': '60' }, cause: error });
    throw new ProblemError('files-unavailable', { headers: { 'retry-after': '5' }, cause: error });
  }
}

interface ToKeep {
  readonly accepted: AcceptedFile;
  readonly name: string;
  readonly uploaderId: string;
  /** Whether it was counted before, as an upload in parts. */
  readonly counted: boolean;
}

/**
 * Keeps a file: first its row, which nobody sees yet and which keeps its content from being collected; then the content;
 * then what makes it a file.
 * @param finish is given the row, available, in the transaction that makes it so; what it gives is the answer. When that
 *   is another file, as the request was a repetition, this one goes again.
 */
export async function keepFile(
  place: FilesPlaceInUse,
  { accepted, name, uploaderId, counted }: ToKeep,
  finish: (tx: Transaction, row: FileRow) => Promise<FileRow>,
): Promise<FileRow> {
  const { db, store, limits, report } = place;
  const { mediaType, content, thumbnail } = accepted;
  const now = place.now();
  const row: FileRow = {
    id: uuid(),
    digest: content.digest,
    mediaType,
    bytes: content.bytes,
    thumbnailDigest: thumbnail?.digest ?? null,
    thumbnailBytes: thumbnail?.bytes ?? null,
    name: displayName(name, mediaType),
    state: 'storing',
    scan: place.scans === null ? 'none' : 'held',
    heldAt: now,
    scanDueAt: now,
    scanTries: 0,
    uploaderId,
    ticketId: null,
    organizationId: null,
    articleId: null,
    inEdition: false,
    createdAt: now,
    seenAt: now,
  };
  await db.write(async (tx) => {
    if (!counted) await requireRoom(tx, uploaderId, content.bytes, limits);
    await reserve(tx, contentsOf(row), now);
    await tx.insert(files).values(row);
  });
  await orTryAgain(content.putInto(store), report);
  if (thumbnail !== null) await orTryAgain(thumbnail.putInto(store), report);
  const kept = await db.write(async (tx) => {
    const available: FileRow = { ...row, state: 'available' };
    const kept = await finish(tx, available);
    if (kept.id === row.id)
      await tx.update(files).set({ state: available.state }).where(eq(files.id, row.id));
    else await forget(tx, row);
    return kept;
  });
  place.scans?.();
  return kept;
}

/** Takes a file's row away, and its contents as far as nothing else names them. */
export async function forget(tx: Transaction, row: FileRow): Promise<void> {
  await tx.delete(files).where(eq(files.id, row.id));
  await release(tx, contentsOf(row));
}

function contentsOf({ digest, thumbnailDigest }: FileRow): string[] {
  return thumbnailDigest === null ? [digest] : [digest, thumbnailDigest];
}
