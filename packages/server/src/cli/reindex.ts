import { Command } from 'commander';
import { improvements, reindexForum } from '../improvements/index.js';
import { countBacklog, putAllInBacklog, workOnBacklog } from '../tickets/index.js';
import { onDatabase } from './on-database.js';
import { progressLine } from './progress.js';

/** `teo-support reindex`: makes the search indexes again, of the tickets from the event log, of the forum from its requests. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('make the search indexes of tickets and of the forum again')
    .addHelpText(
      'after',
      `
For after an upgrade whose changelog asks for it, or when search finds too little. Runs beside a server, too, whose
searches look at the latest tickets alone until it is done. Stopped in between, it is finished by the server or by
the next run. Progress goes to stderr.

Exit codes: 0 the indexes are those of the log and the forum; 1 they were not made (it says why).`,
    )
    .action(async () => {
      const indexed = await onDatabase(async (db) => {
        await putAllInBacklog(db);
        const progress = progressLine();
        const total = await countBacklog(db.read);
        while (await workOnBacklog(db)) progress(total - (await countBacklog(db.read)), total, 'tickets');
        const requests = await db.read.$count(improvements);
        const forum = await reindexForum(db, (done) => progress(done, requests, 'requests of the forum'));
        return { tickets: total, forum };
      });
      console.log(
        `The words of ${indexed.tickets} tickets and ${indexed.forum} requests of the forum were indexed.`,
      );
    });
}
