import { and, eq, isNull, sql } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import type { Transaction } from '../storage/index.js';
import { type FileLimits, mostUnclaimed } from './limits.js';
import { files, uploads } from './tables.js';

/**
 * Refuses somebody who has too much lying about that nothing names: nobody fills the store alone.
 * @param bytes what is to come in addition
 * @throws {ProblemError} `upload-quota`
 */
export async function requireRoom(
  tx: Transaction,
  uploaderId: string,
  bytes: number,
  limits: FileLimits,
): Promise<void> {
  const counted = { count: sql<number>`count(*)`, bytes: sql<number>`coalesce(sum(bytes), 0)` };
  const [kept] = await tx
    .select(counted)
    .from(files)
    .where(and(eq(files.uploaderId, uploaderId), isNull(files.ticketId), isNull(files.articleId)));
  const [coming] = await tx
    .select(counted)
    .from(uploads)
    .where(and(eq(uploads.uploaderId, uploaderId), isNull(uploads.fileId)));
  const count = (kept?.count ?? 0) + (coming?.count ?? 0);
  const total = (kept?.bytes ?? 0) + (coming?.bytes ?? 0) + bytes;
  if (count >= mostUnclaimed || total > limits.unclaimedBytes) throw new ProblemError('upload-quota');
}
