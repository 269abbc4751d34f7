import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../../http/index.js';
import type { Transaction } from '../../storage/index.js';
import { type FilesPlaceInUse, orTryAgain } from '../keep.js';
import { release, reserve } from '../references.js';
import { digestOf } from '../store.js';
import { uploadParts, uploads } from '../tables.js';
import type { UploadRow } from './session.js';

/**
 * Keeps the part of an upload that begins where it has come to, and gives where the next one begins. The part is in the
 * store before the upload is said to have come further: what was acknowledged is never asked for again, by no process.
 */
export async function storePart(
  place: FilesPlaceInUse,
  upload: UploadRow,
  content: Uint8Array,
): Promise<number> {
  const { db, store, report } = place;
  const now = place.now();
  const part = {
    uploadId: upload.id,
    offset: upload.received,
    digest: digestOf(content),
    bytes: content.byteLength,
  };
  const atItsPlace = and(eq(uploadParts.uploadId, part.uploadId), eq(uploadParts.offset, part.offset));
  await db.write(async (tx) => {
    await requireAt(tx, upload);
    await reserve(tx, [part.digest], now);
    // One of before, whose sender was cut off while it was stored.
    const [former] = await tx.delete(uploadParts).where(atItsPlace).returning();
    await tx.insert(uploadParts).values(part);
    if (former !== undefined) await release(tx, [former.digest]);
  });
  await orTryAgain(store.put(content), report);
  const received = part.offset + part.bytes;
  await db.write(async (tx) => {
    await requireAt(tx, upload);
    const [stored] = await tx.select().from(uploadParts).where(atItsPlace);
    // Another request sent another part for this place meanwhile: one of the two goes on.
    if (stored?.digest !== part.digest) throw differs(upload.received);
    await tx.update(uploads).set({ received, changedAt: now }).where(eq(uploads.id, upload.id));
  });
  return received;
}

/** The part is not what comes next. */
export function differs(received: number): ProblemError {
  return new ProblemError('upload-offset-differs', { headers: { 'upload-offset': String(received) } });
}

async function requireAt(tx: Transaction, upload: UploadRow): Promise<void> {
  const [row] = await tx.select().from(uploads).where(eq(uploads.id, upload.id));
  if (row === undefined) throw new ProblemError('not-found');
  if (row.received !== upload.received || row.fileId !== null) throw differs(row.received);
}
