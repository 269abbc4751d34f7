import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../storage/index.js';
import { wordIndexes } from './search-index.js';

/** So many pages of an index are written in one unit: that takes a few milliseconds, in which other writes wait. */
const pagesAtOnce = 64;

/**
 * Merges some of what the indexes of words are made of, and tells whether there may be more. FTS5 keeps what was written
 * together as a segment, and each search opens every segment: by itself it lets several of a size stand, as merging costs
 * whoever files. Here it is done when nobody waits for it (the migration sets `usermerge` to two of a size).
 */
export function mergeWords(db: Database): Promise<boolean> {
  return db.write(async (tx) => {
    let merged = false;
    for (const name of wordIndexes) {
      const index = sql.identifier(name);
      const before = await changes(tx);
      await tx.run(
        sql`INSERT INTO ${index}(${index}, rank) VALUES ('merge', ${sql.raw(String(pagesAtOnce))})`,
      );
      // One change is that of the command itself (https://www.sqlite.org/fts5.html#the_merge_command).
      merged ||= (await changes(tx)) - before > 1;
    }
    return merged;
  });
}

async function changes(tx: Transaction): Promise<number> {
  const [row] = await tx.all<{ changes: number }>(sql`SELECT total_changes() AS changes`);
  return row?.changes ?? 0;
}
