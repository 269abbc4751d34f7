import type { improvementStatuses } from '@teo-support/core';
import type { ImprovementFigures } from '@teo-support/core/contract';
import { and, count, desc, eq, isNotNull, lt, min } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { iso } from './summaries.js';
import { improvementDecisions, improvementReviews, improvements } from './tables.js';

const waiting = and(eq(improvements.shelf, 'open'), eq(improvements.status, 'submitted'));

/** How many requests have no decision yet, and how many of them have waited for longer than a month. */
export async function countWaiting(
  reader: Reader,
  now: number,
): Promise<{ readonly total: number; readonly overdue: number }> {
  return {
    total: await reader.$count(improvements, waiting),
    overdue: await countOverdue(reader, now),
  };
}

function countOverdue(reader: Reader, now: number): Promise<number> {
  return reader.$count(improvements, and(waiting, lt(improvements.firstDecisionDue, now)));
}

/** « Nous analysons les demandes une fois par mois »: how well that is kept. */
export async function readFigures(reader: Reader, now: number): Promise<ImprovementFigures> {
  const [oldest] = await reader
    .select({ at: min(improvements.submittedAt) })
    .from(improvements)
    .where(waiting);
  const byStatus = await reader
    .select({ status: improvements.status, requests: count() })
    .from(improvements)
    .where(eq(improvements.shelf, 'open'))
    .groupBy(improvements.status);
  // All are gone through once: in a large forum, counting is what this costs.
  const countOf = (status: (typeof improvementStatuses)[number]) =>
    byStatus.find((row) => row.status === status)?.requests ?? 0;
  const [last] = await reader
    .select({ month: improvementReviews.month, publishedAt: improvementReviews.publishedAt })
    .from(improvementReviews)
    .where(isNotNull(improvementReviews.publishedAt))
    .orderBy(desc(improvementReviews.month))
    .limit(1);
  return {
    asOf: iso(now),
    waiting: countOf('submitted'),
    overdue: await countOverdue(reader, now),
    oldestWaiting: oldest?.at == null ? null : iso(oldest.at),
    decided: {
      planned: countOf('planned'),
      in_progress: countOf('in_progress'),
      postponed: countOf('postponed'),
      implemented: countOf('implemented'),
      not_selected: countOf('not_selected'),
    },
    lastReview:
      last?.publishedAt == null
        ? null
        : {
            month: last.month,
            publishedAt: iso(last.publishedAt),
            decisions: await reader.$count(improvementDecisions, eq(improvementDecisions.month, last.month)),
          },
  };
}
