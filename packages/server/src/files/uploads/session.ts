import { mostPartBytes, type UploadView } from '@teo-support/core/contract';
import { and, asc, eq, lt } from 'drizzle-orm';
import { ProblemError } from '../../http/index.js';
import type { ActingViewer } from '../../identity/index.js';
import type { Reader, Transaction } from '../../storage/index.js';
import type { FileRow } from '../keep.js';
import { release } from '../references.js';
import { files, uploadParts, uploads } from '../tables.js';
import { viewOf } from '../views.js';

export type UploadRow = typeof uploads.$inferSelect;
export type PartRow = typeof uploadParts.$inferSelect;

/** One's own upload; of those of others nobody learns. */
export async function ownUpload(reader: Reader, viewer: ActingViewer, id: string): Promise<UploadRow> {
  const [row] = await reader
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.uploaderId, viewer.actor.id)));
  if (row === undefined) throw new ProblemError('not-found');
  return row;
}

/** The file that an upload became; `null` before, and when it is gone again. */
export async function fileOf(reader: Reader, { fileId }: UploadRow): Promise<FileRow | null> {
  if (fileId === null) return null;
  const [row] = await reader.select().from(files).where(eq(files.id, fileId));
  return row ?? null;
}

export function uploadView({ id, bytes, received }: UploadRow, file: FileRow | null): UploadView {
  return { id, bytes, received, mostPartBytes, file: file === null ? null : viewOf(file) };
}

/** What has arrived of an upload, in order. */
export function partsOf(reader: Reader, { id, received }: UploadRow): Promise<PartRow[]> {
  return reader
    .select()
    .from(uploadParts)
    .where(and(eq(uploadParts.uploadId, id), lt(uploadParts.offset, received)))
    .orderBy(asc(uploadParts.offset));
}

/** Lets go of the parts of an upload: they are a file now, or never will be. */
export async function forgetParts(tx: Transaction, uploadId: string): Promise<void> {
  const parts = await tx.delete(uploadParts).where(eq(uploadParts.uploadId, uploadId)).returning();
  await release(
    tx,
    parts.map(({ digest }) => digest),
  );
}

/** Gives an upload up. The file that it may have become stays. */
export async function drop(tx: Transaction, uploadId: string): Promise<void> {
  await tx.delete(uploads).where(eq(uploads.id, uploadId));
  await forgetParts(tx, uploadId);
}
