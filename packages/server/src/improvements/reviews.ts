import {
  type Actor,
  blankReview,
  type DraftedDecision,
  decideReview,
  evolveReview,
  type ImprovementRequest,
  type Month,
  type Review,
  type ReviewCommand,
  type ReviewEvent,
  type ServicePolicy,
} from '@teo-support/core';
import { and, eq } from 'drizzle-orm';
import { ProblemError, RejectionError } from '../http/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { readFamily } from './family.js';
import { append, readHistoryOf, reviewSubject } from './log.js';
import { notify } from './notices.js';
import { applyEvents, findRequest, numberOf } from './requests.js';
import { improvementDecisions, improvementDrafts, improvementReviews } from './tables.js';

/** A command as it is asked for: requests by their ids. */
export type AskedReviewCommand =
  | (Omit<Extract<ReviewCommand, { type: 'draft_decision' }>, 'request'> & { readonly requestId: string })
  | Exclude<ReviewCommand, { readonly type: 'draft_decision' | 'publish' }>
  | { readonly type: 'publish' };

export interface ReviewChange {
  readonly month: Month;
  readonly command: AskedReviewCommand;
  readonly actor: Actor;
  readonly now: number;
  readonly policy: ServicePolicy;
  readonly expected: readonly number[] | null;
}

/** A month by its name; `null` for what is no month. */
export function monthNamed(name: string): Month | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  return year === undefined || month === undefined ? null : `${Number(year)}-${month}`;
}

export async function findReview(reader: Reader, month: Month): Promise<Review> {
  const events = await readHistoryOf(reader, reviewSubject(month));
  return events.reduce(evolveReview, blankReview(month));
}

/** The one way in which the review of a month changes. Publishing it decides every request of it, and tells everyone. */
export async function changeReview(tx: Transaction, change: ReviewChange): Promise<Review> {
  const { month, actor, now, policy, expected } = change;
  const before = await findReview(tx, month);
  if (expected !== null && !expected.includes(before.version)) throw new ProblemError('version-conflict');
  const command = await withRequests(tx, before, change.command);
  const outcome = decideReview(before, command, { actor, now, policy });
  if (!outcome.ok) throw new RejectionError(outcome.rejection, '');
  if (outcome.events.length === 0) return before;
  const after = outcome.events.reduce(evolveReview, before);
  const { version, hash: headHash } = await append(tx, reviewSubject(month), outcome.events);
  const row = { version, headHash, publishedAt: after.state === 'published' ? after.publishedAt : null };
  await tx
    .insert(improvementReviews)
    .values({ month, ...row })
    .onConflictDoUpdate({ target: improvementReviews.month, set: row });
  for (const event of outcome.events) await projectDraft(tx, event);
  if (after.state === 'published') {
    const requests = command.type === 'publish' ? command.requests : [];
    for (const decision of after.decisions) {
      const request = requests.find(({ id }) => id === decision.requestId);
      const decided = outcome.decided.get(decision.requestId);
      if (request === undefined || decided === undefined) continue;
      await applyEvents(tx, request.id, request, [decided], policy);
      await recordDecision(tx, month, decision, after.publishedAt);
    }
  }
  return after;
}

async function withRequests(
  tx: Transaction,
  review: Review,
  asked: AskedReviewCommand,
): Promise<ReviewCommand> {
  switch (asked.type) {
    case 'draft_decision': {
      const { requestId, ...command } = asked;
      return { ...command, request: await existing(tx, requestId) };
    }
    case 'remark':
      await existing(tx, asked.requestId);
      return asked;
    case 'publish': {
      const ids = review.state === 'draft' ? [...review.drafts.keys()] : [];
      const requests: ImprovementRequest[] = [];
      for (const id of ids) requests.push(await existing(tx, id));
      return { type: 'publish', requests };
    }
    default:
      return asked;
  }
}

async function existing(reader: Reader, id: string): Promise<ImprovementRequest> {
  const request = await findRequest(reader, id);
  if (request === null) throw new ProblemError('not-found');
  return request;
}

async function projectDraft(tx: Transaction, event: ReviewEvent): Promise<void> {
  const { month } = event;
  switch (event.type) {
    case 'review.decision_drafted': {
      const { requestId, status, rationale, at, by } = event;
      const draft = {
        status,
        rationale: rationale.written ?? '',
        by: by.kind === 'system' ? '' : by.id,
        at,
      };
      await tx
        .insert(improvementDrafts)
        .values({ month, request: await numberOf(tx, requestId), ...draft })
        .onConflictDoUpdate({ target: [improvementDrafts.month, improvementDrafts.request], set: draft });
      return;
    }
    case 'review.draft_withdrawn':
      await tx
        .delete(improvementDrafts)
        .where(
          and(
            eq(improvementDrafts.month, month),
            eq(improvementDrafts.request, await numberOf(tx, event.requestId)),
          ),
        );
      return;
    case 'review.published':
      await tx.delete(improvementDrafts).where(eq(improvementDrafts.month, month));
      return;
    case 'review.remarked':
      return;
  }
}

async function recordDecision(
  tx: Transaction,
  month: Month,
  { requestId: id, status, rationale }: DraftedDecision,
  at: number,
): Promise<void> {
  const number = await numberOf(tx, id);
  await tx
    .insert(improvementDecisions)
    .values({ request: number, month, status, rationale: rationale.written ?? '', at });
  await notify(tx, month, number, await readFamily(tx, { number, id }));
}
