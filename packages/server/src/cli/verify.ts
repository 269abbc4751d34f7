import { formatReference } from '@teo-support/core';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { type ForumVerification, type Verification, verifyForumLog, verifyLog } from '../evidence/index.js';
import { improvementEvents } from '../improvements/index.js';
import { openForReading } from '../storage/index.js';
import { tickets } from '../tickets/index.js';
import { progressLine } from './progress.js';

/** `teo-support verify`: follows every chain of the event logs and names the first event that was altered. */
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
        const events = await db.read.$count(improvementEvents);
        const forum = await verifyForumLog(db.read, (done) => progress(done, events, 'events of the forum'));
        if (options.json) console.log(JSON.stringify({ ...outcome, forum }));
        else console.log(`${sentence(outcome)}\n${forumSentence(forum)}`);
        if (!outcome.ok || !forum.ok) process.exitCode = 1;
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

function forumSentence(outcome: ForumVerification): string {
  if (outcome.ok)
    return `Nothing of the forum was altered: ${outcome.events} events of ${outcome.histories} histories were checked.`;
  if (outcome.subject === null)
    return `The log of the forum is damaged (${outcome.fault}): events are missing as a whole.`;
  if (outcome.version === null)
    return `Altered: ${outcome.subject} of the forum has no row (${outcome.fault}).`;
  return `Altered: event ${outcome.version} of ${outcome.subject} of the forum (${outcome.fault}).`;
}
