import { Command } from 'commander';
import { countBacklog, putAllInBacklog, workOnBacklog } from '../tickets/index.js';
import { onDatabase } from './on-database.js';
import { progressLine } from './progress.js';

/** `teo-support reindex`: makes the search index again from the event log. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('make the search index again from the event log')
    .addHelpText(
      'after',
      `
For after an upgrade whose changelog asks for it, or when search finds too little. Runs beside a server, too, whose
searches look at the latest tickets alone until it is done. Stopped in between, it is finished by the server or by
the next run. Progress goes to stderr.

Exit codes: 0 the index is that of the log; 1 it was not made (it says why).`,
    )
    .action(async () => {
      const indexed = await onDatabase(async (db) => {
        await putAllInBacklog(db);
        const progress = progressLine();
        const total = await countBacklog(db.read);
        while (await workOnBacklog(db)) progress(total - (await countBacklog(db.read)), total, 'tickets');
        return total;
      });
      console.log(`The words of ${indexed} tickets were indexed.`);
    });
}
