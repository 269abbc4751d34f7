import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import type { Transaction } from '../storage/index.js';
import { files, removals, uploadParts } from './tables.js';

/** A process has so long to take a content out of the store, and twice what the store's own patience allows. */
const removalMs = 120_000;

/**
 * To be called in the transaction that names a content, before the content is put: from then on nobody takes it away.
 * @throws {ProblemError} `busy-try-again` while somebody is just doing that
 */
export async function reserve(tx: Transaction, digests: readonly string[], now: number): Promise<void> {
  const [busy] = await tx
    .select()
    .from(removals)
    .where(and(inArray(removals.digest, [...digests]), gt(removals.takenUntil, now)));
  if (busy !== undefined) throw new ProblemError('busy-try-again', { headers: { 'retry-after': '5' } });
  await tx.delete(removals).where(inArray(removals.digest, [...digests]));
}

/** To be called in the transaction that no longer names contents: those that nothing else names are to go. */
export async function release(tx: Transaction, digests: readonly string[]): Promise<void> {
  for (const digest of new Set(digests))
    if (!(await isNamed(tx, digest)))
      await tx.insert(removals).values({ digest, takenUntil: 0 }).onConflictDoNothing();
}

/** Takes upon itself to remove some contents, which no other process will do meanwhile. */
export async function takeRemovals(tx: Transaction, most: number, now: number): Promise<string[]> {
  const due = await tx.select().from(removals).where(lte(removals.takenUntil, now)).limit(most);
  const digests = due.map(({ digest }) => digest);
  if (digests.length > 0)
    await tx
      .update(removals)
      .set({ takenUntil: now + removalMs })
      .where(inArray(removals.digest, digests));
  return digests;
}

/** They are gone. */
export async function settleRemovals(tx: Transaction, digests: readonly string[]): Promise<void> {
  await tx.delete(removals).where(inArray(removals.digest, [...digests]));
}

async function isNamed(tx: Transaction, digest: string): Promise<boolean> {
  const [file] = await tx.select({ id: files.id }).from(files).where(eq(files.digest, digest)).limit(1);
  if (file !== undefined) return true;
  const [small] = await tx
    .select({ id: files.id })
    .from(files)
    .where(eq(files.thumbnailDigest, digest))
    .limit(1);
  if (small !== undefined) return true;
  const [part] = await tx
    .select({ id: uploadParts.uploadId })
    .from(uploadParts)
    .where(eq(uploadParts.digest, digest))
    .limit(1);
  return part !== undefined;
}
