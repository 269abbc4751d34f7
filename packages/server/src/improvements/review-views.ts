import type { DecidedStatus, Month, Review } from '@teo-support/core';
import type {
  PublishedReview,
  PublishedReviews,
  StaffReview,
  StaffReviews,
} from '@teo-support/core/contract';
import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import { forumScope, type RequesterViewer, type StaffViewer } from '../identity/index.js';
import { readNames } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { countWaiting } from './figures.js';
import { readHistoryOf, reviewSubject } from './log.js';
import { countConcerned, countTold } from './notices.js';
import { findReview } from './reviews.js';
import { iso, staffSummariesOf, summariesOf } from './summaries.js';
import { improvementDecisions, improvementDrafts, improvementReviews, improvements } from './tables.js';

type Counts = Record<DecidedStatus, number>;

const none: Counts = { planned: 0, in_progress: 0, postponed: 0, implemented: 0, not_selected: 0 };

/** How many decisions of each status, by month. */
async function countsIn(
  reader: Reader,
  table: typeof improvementDecisions | typeof improvementDrafts,
): Promise<ReadonlyMap<Month, Counts>> {
  const rows = await reader
    .select({ month: table.month, status: table.status, decisions: count() })
    .from(table)
    .groupBy(table.month, table.status);
  const counts = new Map<Month, Counts>();
  for (const { month, status, decisions } of rows) {
    counts.set(month, { ...(counts.get(month) ?? none), [status]: decisions });
  }
  return counts;
}

/** The reviews that were published, latest first. */
export async function listPublished(reader: Reader): Promise<PublishedReviews> {
  const rows = await reader
    .select()
    .from(improvementReviews)
    .where(isNotNull(improvementReviews.publishedAt))
    .orderBy(desc(improvementReviews.month));
  const counts = await countsIn(reader, improvementDecisions);
  return {
    reviews: rows.map(({ month, publishedAt }) => ({
      month,
      publishedAt: iso(publishedAt ?? 0),
      decisions: counts.get(month) ?? none,
    })),
  };
}

/** What the review of a month decided. What is hidden by now is left out. */
export async function readPublished(
  reader: Reader,
  viewer: RequesterViewer,
  month: Month,
  now: number,
): Promise<PublishedReview> {
  const [review] = await reader
    .select()
    .from(improvementReviews)
    .where(and(eq(improvementReviews.month, month), isNotNull(improvementReviews.publishedAt)));
  if (review?.publishedAt == null) throw new ProblemError('not-found');
  const rows = await reader
    .select({
      row: improvements,
      status: improvementDecisions.status,
      rationale: improvementDecisions.rationale,
    })
    .from(improvementDecisions)
    .innerJoin(improvements, eq(improvements.number, improvementDecisions.request))
    .where(and(eq(improvementDecisions.month, month), forumScope(viewer, improvements)))
    .orderBy(desc(improvements.votes), desc(improvements.number));
  const summaries = await summariesOf(
    reader,
    viewer,
    rows.map(({ row }) => row),
    now,
  );
  return {
    month,
    publishedAt: iso(review.publishedAt),
    decisions: summaries.flatMap((improvement, place) => {
      const decided = rows[place];
      if (decided === undefined) return [];
      return [{ improvement, status: decided.status, rationale: decided.rationale }];
    }),
  };
}

/** All reviews for the team: those that are drafted, too. */
export async function listForTeam(reader: Reader): Promise<StaffReviews> {
  const rows = await reader.select().from(improvementReviews).orderBy(desc(improvementReviews.month));
  const decided = await countsIn(reader, improvementDecisions);
  const drafted = await countsIn(reader, improvementDrafts);
  return {
    reviews: rows.map(({ month, publishedAt }) => ({
      month,
      state: publishedAt === null ? 'draft' : 'published',
      publishedAt: publishedAt === null ? null : iso(publishedAt),
      decisions: (publishedAt === null ? drafted : decided).get(month) ?? none,
    })),
  };
}

/** The review of a month as the team works on it. One that nobody has begun is empty. */
export async function readForTeam(
  reader: Reader,
  viewer: StaffViewer,
  month: Month,
  now: number,
): Promise<StaffReview> {
  const review = await findReview(reader, month);
  const events = await readHistoryOf(reader, reviewSubject(month));
  const decisions = review.state === 'draft' ? [...review.drafts.values()] : review.decisions;
  const ids = JSON.stringify(decisions.map(({ requestId }) => requestId));
  const rows = await reader
    .select()
    .from(improvements)
    .where(sql`${improvements.id} in (select value from json_each(${ids}))`)
    .orderBy(desc(improvements.votes), asc(improvements.number));
  const summaries = await staffSummariesOf(reader, viewer, rows, now);
  const staff = events.flatMap(({ by }) => (by.kind === 'staff' ? [by.id] : []));
  const names = await readNames(reader, { teomasters: [], staff, organizations: [] });
  const by = (ref: (typeof events)[number]['by']) => names.staff(ref.kind === 'staff' ? ref.id : '');
  return {
    month,
    state: review.state,
    publishedAt: review.state === 'published' ? iso(review.publishedAt) : null,
    decisions: countsOf(review),
    drafts: summaries.flatMap((improvement) => {
      const decision = decisions.find(({ requestId }) => requestId === improvement.id);
      const drafted = events.findLast(
        (event) => event.type === 'review.decision_drafted' && event.requestId === improvement.id,
      );
      if (decision === undefined || drafted === undefined) return [];
      const { status, rationale } = decision;
      const written = rationale.written ?? '';
      return [{ improvement, status, rationale: written, by: by(drafted.by), at: iso(drafted.at) }];
    }),
    remarks: events.flatMap((event) =>
      event.type === 'review.remarked'
        ? [{ improvement: event.requestId, by: by(event.by), at: iso(event.at), text: event.text.written }]
        : [],
    ),
    told:
      review.state === 'published'
        ? await countTold(reader, month)
        : await countConcerned(
            reader,
            rows.map(({ number }) => number),
          ),
    waiting: await countWaiting(reader, now),
    version: review.version,
  };
}

function countsOf(review: Review): Counts {
  const counts = { ...none };
  const decisions = review.state === 'draft' ? [...review.drafts.values()] : review.decisions;
  for (const { status } of decisions) counts[status] += 1;
  return counts;
}
