import type { Month } from '@teo-support/core';
import type { ImprovementNotices } from '@teo-support/core/contract';
import { and, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { TeomasterViewer } from '../identity/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { readArticleTitles } from './articles.js';
import type { Numbered } from './family.js';
import {
  improvementDecisions,
  improvementFits,
  improvementNoticeItems,
  improvementNotices,
  improvementReviews,
  improvements,
} from './tables.js';

/**
 * Tells everyone whom a decision concerns: who wrote the request, voted for it or follows it, or one that goes on in it.
 * However many decisions of a review concern a person, there is one message; and why is said once, by what binds most.
 */
export async function notify(
  tx: Transaction,
  month: Month,
  request: number,
  family: readonly Numbered[],
): Promise<void> {
  const numbers = JSON.stringify(family.map(({ number }) => number));
  const among = sql`in (select value from json_each(${numbers}))`;
  const concerned = [
    sql`select author_id, ${month}, ${request}, 'author' from improvements where number ${among}`,
    sql`select teomaster_id, ${month}, ${request}, 'voted' from improvement_votes where request ${among}`,
    sql`select teomaster_id, ${month}, ${request}, 'followed' from improvement_follows where request ${among}`,
  ];
  for (const people of concerned) {
    await tx.run(
      sql`insert or ignore into improvement_notice_items (teomaster_id, month, request, why) ${people}`,
    );
  }
  await tx.run(sql`insert or ignore into improvement_notices (teomaster_id, month)
    select author_id, ${month} from improvements where number ${among}
    union select teomaster_id, ${month} from improvement_votes where request ${among}
    union select teomaster_id, ${month} from improvement_follows where request ${among}`);
}

/** How many people the decisions on some requests, by their numbers, would tell. */
export async function countConcerned(reader: Reader, requests: readonly number[]): Promise<number> {
  const [counted] = await reader.all<{ people: number }>(concernedQuery(requests));
  return counted?.people ?? 0;
}

export function concernedQuery(requests: readonly number[]): SQL {
  const numbers = JSON.stringify(requests);
  const family = sql`select value from json_each(${numbers})
    union select number from improvements where merged_into in (select value from json_each(${numbers}))`;
  return sql`
    with family(number) as (${family})
    select count(*) as people from (
      select author_id as person from improvements where number in (select number from family)
      union select teomaster_id from improvement_votes where request in (select number from family)
      union select teomaster_id from improvement_follows where request in (select number from family))`;
}

/** How many people the published review of a month told. */
export async function countTold(reader: Reader, month: Month): Promise<number> {
  return reader.$count(improvementNotices, eq(improvementNotices.month, month));
}

const mostNotices = 12;

/** What reviews told a person. */
export async function readNotices(reader: Reader, viewer: TeomasterViewer): Promise<ImprovementNotices> {
  const me = viewer.actor.id;
  const notices = await reader
    .select({
      month: improvementNotices.month,
      readAt: improvementNotices.readAt,
      publishedAt: improvementReviews.publishedAt,
    })
    .from(improvementNotices)
    .innerJoin(improvementReviews, eq(improvementReviews.month, improvementNotices.month))
    .where(eq(improvementNotices.teomasterId, me))
    .orderBy(desc(improvementNotices.month))
    .limit(mostNotices);
  const months = notices.map(({ month }) => month);
  const items = await reader
    .select({
      month: improvementNoticeItems.month,
      why: improvementNoticeItems.why,
      number: improvements.number,
      id: improvements.id,
      need: improvements.need,
      now: improvements.status,
      release: improvements.release,
      article: improvements.article,
      status: improvementDecisions.status,
      rationale: improvementDecisions.rationale,
      told: improvementFits.fits,
    })
    .from(improvementNoticeItems)
    .innerJoin(improvements, eq(improvements.number, improvementNoticeItems.request))
    .innerJoin(
      improvementDecisions,
      and(
        eq(improvementDecisions.request, improvementNoticeItems.request),
        eq(improvementDecisions.month, improvementNoticeItems.month),
      ),
    )
    .leftJoin(
      improvementFits,
      and(eq(improvementFits.request, improvements.number), eq(improvementFits.teomasterId, me)),
    )
    .where(and(eq(improvementNoticeItems.teomasterId, me), inArray(improvementNoticeItems.month, months)));
  const titles = await readArticleTitles(
    reader,
    items.flatMap(({ article }) => article ?? []),
  );
  return {
    unread: notices.filter(({ readAt }) => readAt === null).length,
    notices: notices.map(({ month, readAt, publishedAt }) => ({
      month,
      publishedAt: new Date(publishedAt ?? 0).toISOString(),
      readAt: readAt === null ? null : new Date(readAt).toISOString(),
      items: items
        .filter((item) => item.month === month)
        .map(({ id, number, need, now, why, status, rationale, release, article, told }) => ({
          improvement: { id, number, need, status: now },
          why,
          status,
          rationale,
          implementation:
            release === null
              ? null
              : { release, article: article === null ? null : (titles.get(article) ?? null) },
          asksWhetherItFits: now === 'implemented' && told === null,
        })),
    })),
  };
}

/** Says that a message was read; `false` when there is none. */
export async function markRead(
  tx: Transaction,
  viewer: TeomasterViewer,
  month: Month,
  now: number,
): Promise<boolean> {
  const [row] = await tx
    .update(improvementNotices)
    .set({ readAt: sql`coalesce(read_at, ${now})` })
    .where(and(eq(improvementNotices.teomasterId, viewer.actor.id), eq(improvementNotices.month, month)))
    .returning({ month: improvementNotices.month });
  return row !== undefined;
}

/**
 * Takes all messages for read but those of the latest review: a history does not tell who read what, and nobody is to find
 * a year of them unread.
 */
export async function takeEarlierForRead(tx: Transaction): Promise<void> {
  const latest = sql`(select max(month) from improvement_notices)`;
  const published = sql`(select published_at from improvement_reviews where month = improvement_notices.month)`;
  await tx
    .update(improvementNotices)
    .set({ readAt: published })
    .where(and(isNull(improvementNotices.readAt), lt(improvementNotices.month, latest)));
}
