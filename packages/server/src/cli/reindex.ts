import { Command } from 'commander';
import { rebuildIndex } from '../tickets/index.js';
import { onDatabase } from './on-database.js';

/** `teo-support reindex`: makes the search index again from the event log. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('make the search index again from the event log')
    .addHelpText(
      'after',
      `
For after an upgrade whose changelog asks for it, or when search finds too little. Runs beside a server, too.

Exit codes: 0 the index is that of the log; 1 it was not made (it says why).`,
    )
    .action(async () => {
      const indexed = await onDatabase((db) => rebuildIndex(db));
      console.log(`The words of ${indexed} tickets were indexed.`);
    });
}
