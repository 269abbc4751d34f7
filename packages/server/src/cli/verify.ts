import { formatReference } from '@teo-support/core';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { type Verification, verifyLog } from '../evidence/index.js';
import { openForReading } from '../storage/index.js';
import { tickets } from '../tickets/index.js';
import { progressLine } from './progress.js';

/** `teo-support verify`: follows every chain of the event log and names the first event that was altered. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check that no event was altered or removed; exits with 1 and names the first that was')
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      '\nRuns beside a server, too. Progress goes to stderr.\n\nExit codes: 0 nothing was altered; 1 something was, or the database cannot be read.',
    )
    .action(async (options: { json?: boolean }) => {
      const db = await openForReading(readConfig(process.env).database);
      const progress = progressLine();
      try {
        const total = await db.read.$count(tickets);
        const outcome = await verifyLog(db.read, (done) => progress(done, total, 'tickets'));
        console.log(options.json ? JSON.stringify(outcome) : sentence(outcome));
        if (!outcome.ok) process.exitCode = 1;
      } finally {
        await db.close();
      }
    });
}

function sentence(outcome: Verification): string {
  if (outcome.ok)
    return `Nothing was altered: ${outcome.events} events of ${outcome.tickets} tickets were checked.`;
  if (outcome.ticketNumber === null)
    return `The log is damaged (${outcome.fault}): events are missing as a whole.`;
  return `Altered: event ${outcome.version} of ${formatReference(outcome.ticketNumber)} (${outcome.fault}).`;
}
