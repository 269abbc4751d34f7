import { words } from './write-batch.mjs';

/** Pages of the index in one step. */
const pagesAtOnce = 500;

/**
 * Merges the indexes of words, as the server has done within an hour.
 *
 * @param {import('./rows.mjs').Rows} db
 */
export function mergeWords(db) {
  for (const index of words) {
    for (;;) {
      const [before] = db.all('SELECT total_changes() AS changes');
      db.run(`INSERT INTO ${index}(${index}, rank) VALUES ('merge', ${pagesAtOnce})`);
      const [after] = db.all('SELECT total_changes() AS changes');
      // One change is that of the command itself.
      if (Number(after?.changes) - Number(before?.changes) < 2) break;
    }
  }
}
