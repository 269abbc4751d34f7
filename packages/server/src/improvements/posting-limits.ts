import { desc, eq } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import type { Transaction } from '../storage/index.js';
import { improvementComments, improvements } from './tables.js';

const hourMs = 3_600_000;

/** What a person may write in the forum, where all organizations read it: more than anybody means to, less than a flood. */
const submissions = { most: 20, withinMs: 24 * hourMs };
const comments = { most: 60, withinMs: hourMs };

/** @throws ProblemError `too-many-requests` when a person has submitted too many requests in a day */
export async function allowSubmission(tx: Transaction, authorId: string, now: number): Promise<void> {
  const rows = await tx
    .select({ at: improvements.submittedAt })
    .from(improvements)
    .where(eq(improvements.authorId, authorId))
    .orderBy(desc(improvements.number))
    .limit(submissions.most);
  refuseFlood(rows, submissions, now);
}

/** @throws ProblemError `too-many-requests` when a person has written too many comments in an hour */
export async function allowComment(tx: Transaction, authorId: string, now: number): Promise<void> {
  const rows = await tx
    .select({ at: improvementComments.at })
    .from(improvementComments)
    .where(eq(improvementComments.authorId, authorId))
    .orderBy(desc(improvementComments.number))
    .limit(comments.most);
  refuseFlood(rows, comments, now);
}

function refuseFlood(
  latest: readonly { readonly at: number }[],
  { most, withinMs }: typeof submissions,
  now: number,
): void {
  const oldest = latest.at(-1);
  if (latest.length < most || oldest === undefined || oldest.at + withinMs <= now) return;
  const seconds = Math.ceil((oldest.at + withinMs - now) / 1000);
  throw new ProblemError('too-many-requests', { headers: { 'retry-after': String(seconds) } });
}
