import { asc, gt, sql } from 'drizzle-orm';
import type { Database } from '../storage/index.js';
import { improvements } from './tables.js';
import { indexWords } from './words.js';

/** So many requests are indexed in one write: others wait no longer for it than for one another. */
const requestsAtOnce = 100;

/**
 * Makes the index of the forum's words again from what its requests say, and takes out of it what belongs to none. Requests
 * may be submitted and searched meanwhile; stopped in between, the next run does it whole.
 * @param progress is told now and then how many requests were indexed
 * @returns how many requests there are
 */
export async function reindexForum(db: Database, progress?: (done: number) => void): Promise<number> {
  let done = 0;
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const { indexed, last } = await db.write(async (tx) => {
      const rows = await tx
        .select({
          number: improvements.number,
          role: improvements.role,
          need: improvements.need,
          purpose: improvements.purpose,
        })
        .from(improvements)
        .where(gt(improvements.number, from))
        .orderBy(asc(improvements.number))
        .limit(requestsAtOnce);
      // The last write reaches beyond the last request.
      const end = rows.length < requestsAtOnce ? null : (rows.at(-1)?.number ?? null);
      const upTo = end === null ? sql`` : sql`and rowid <= ${end}`;
      await tx.run(sql`delete from improvement_words where rowid > ${from} ${upTo}`);
      for (const { number, role, need, purpose } of rows) {
        await indexWords(tx, number, [role ?? '', need ?? '', purpose ?? '']);
      }
      return { indexed: rows.length, last: end };
    });
    done += indexed;
    progress?.(done);
    after = last;
  }
  return done;
}
