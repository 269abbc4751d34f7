import { Command } from 'commander';
import { rebuildIndex } from '../tickets/index.js';
import { onDatabase } from './on-database.js';

/** `teo-support reindex`: makes the search index again from the event log. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('make the search index again from the event log')
    .action(async () => {
      const indexed = await onDatabase((db) => rebuildIndex(db));
      console.log(`The words of ${indexed} tickets were indexed.`);
    });
}
