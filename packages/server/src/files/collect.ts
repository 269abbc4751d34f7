import { and, eq, isNull, lt, lte, ne, or } from 'drizzle-orm';
import type { Reader, Transaction } from '../storage/index.js';
import { type FilesPlaceInUse, forget } from './keep.js';
import { settleRemovals, takeRemovals } from './references.js';
import { FileStoreError } from './store.js';
import { files, removals, uploads } from './tables.js';
import { drop } from './uploads/session.js';

/** An upload that nobody went on with for so long is given up. */
const uploadMs = 24 * 3_600_000;
/** A file whose content never came: the process that stored it has ended. */
const storingMs = 3_600_000;
/** In one transaction. */
const mostAtOnce = 50;

/**
 * Collects a few files that nothing names, uploads that were left, and contents that nothing names any more; tells
 * whether there may be more. Rows go in one transaction with the look at them, so that a ticket either has its file or is
 * refused it; a content goes when nothing names it, and is nobody else's work meanwhile: several processes may do this.
 */
export async function collectUnclaimed(place: FilesPlaceInUse): Promise<boolean> {
  const { db, store, limits, report } = place;
  const now = place.now();
  // Looked at first: a transaction of nothing would be a commit all the same.
  if (!(await isAnythingDue(db.read, now, limits.unclaimedMs))) return false;
  const { found, digests } = await db.write(async (tx) => ({
    found: (await forgetUnclaimed(tx, now, limits.unclaimedMs)) + (await dropUploads(tx, now)),
    digests: await takeRemovals(tx, mostAtOnce, now),
  }));
  const removed: string[] = [];
  for (const digest of digests) {
    try {
      await store.remove(digest);
      removed.push(digest);
    } catch (error) {
      if (!(error instanceof FileStoreError)) throw error;
      // It is taken up again once this process no longer has it to itself.
      report(error);
      break;
    }
  }
  if (removed.length > 0) await db.write((tx) => settleRemovals(tx, removed));
  return found > 0 || removed.length === mostAtOnce;
}

/** Files that no draft has any more, and those whose content never came. */
function unclaimed(now: number, unclaimedMs: number) {
  const left = and(ne(files.state, 'storing'), lt(files.seenAt, now - unclaimedMs));
  const broken = and(eq(files.state, 'storing'), lt(files.seenAt, now - storingMs));
  return and(isNull(files.ticketId), isNull(files.articleId), or(left, broken));
}

const abandoned = (now: number) => lt(uploads.changedAt, now - uploadMs);

async function isAnythingDue(reader: Reader, now: number, unclaimedMs: number): Promise<boolean> {
  const [file] = await reader
    .select({ id: files.id })
    .from(files)
    .where(unclaimed(now, unclaimedMs))
    .limit(1);
  if (file !== undefined) return true;
  const [upload] = await reader.select({ id: uploads.id }).from(uploads).where(abandoned(now)).limit(1);
  if (upload !== undefined) return true;
  const [removal] = await reader.select().from(removals).where(lte(removals.takenUntil, now)).limit(1);
  return removal !== undefined;
}

async function forgetUnclaimed(tx: Transaction, now: number, unclaimedMs: number): Promise<number> {
  const rows = await tx.select().from(files).where(unclaimed(now, unclaimedMs)).limit(mostAtOnce);
  for (const row of rows) await forget(tx, row);
  return rows.length;
}

async function dropUploads(tx: Transaction, now: number): Promise<number> {
  const rows = await tx.select({ id: uploads.id }).from(uploads).where(abandoned(now)).limit(mostAtOnce);
  for (const { id } of rows) await drop(tx, id);
  return rows.length;
}
