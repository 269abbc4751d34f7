import { refOf, type StaffActor } from '@teo-support/core';
import type { FaqGap, FaqGapPage } from '@teo-support/core/contract';
import { count, countDistinct, desc, eq, isNotNull, max, type SQL, sql } from 'drizzle-orm';
import { ProblemError, RejectionError } from '../http/index.js';
import { readNames } from '../people/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { findArticle } from './articles.js';
import { afterCount, countPlaceOf } from './count-place.js';
import { appendFaqEvents, readFaqEvents } from './events.js';
import { tellWhoAsked } from './notices.js';
import { faqArticles, faqGapClosings, faqSearches } from './tables.js';
import { readTyped } from './typed.js';

interface GapFilter {
  readonly state: 'open' | 'closed';
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What was not found, the most often missed first. A gap that was closed and is missed again is open again. */
export async function listGaps(reader: Reader, filter: GapFilter): Promise<FaqGapPage> {
  const { state, limit, cursor } = filter;
  const closedFor = sql`${faqGapClosings.at} is not null and max(${faqSearches.at}) <= ${faqGapClosings.at}`;
  const inState = state === 'closed' ? closedFor : sql`not (${closedFor})`;
  const after = afterCount(faqSearches.gap, cursor);
  const rows = await grouped(reader, sql`${inState} and ${after}`).limit(limit + 1);
  const all = grouped(reader, inState).as('all_gaps');
  const [counted] = await reader.select({ total: count() }).from(all);
  const shown = rows.slice(0, limit);
  return {
    items: await Promise.all(shown.map((row) => viewOf(reader, row))),
    nextCursor: rows.length > limit ? countPlaceOf(shown.at(-1), ({ gap }) => gap) : null,
    total: counted?.total ?? 0,
  };
}

/** Says which published article answers a gap by now, and leaves word for those who asked. Saying it again changes nothing. */
export async function closeGap(
  tx: Transaction,
  gap: string,
  articleId: string,
  { actor, now }: { readonly actor: StaffActor; readonly now: number },
): Promise<FaqGap> {
  const [row] = await grouped(tx, sql`${faqSearches.gap} = ${gap}`);
  if (row === undefined) throw new ProblemError('not-found');
  const article = await findArticle(tx, articleId);
  if (article?.published == null) throw new RejectionError({ code: 'article_not_published' }, '');
  const [closing] = await tx.select().from(faqGapClosings).where(eq(faqGapClosings.gap, gap));
  if (closing?.articleId !== articleId || row.lastAt > closing.at) {
    const subject = `gap:${gap}`;
    const version = (await readFaqEvents(tx, subject)).length;
    await appendFaqEvents(tx, subject, version, [
      { type: 'gap.closed', articleId, at: now, by: refOf(actor) },
    ]);
    const closed = { gap, articleId, at: now, by: actor.id };
    await tx
      .insert(faqGapClosings)
      .values(closed)
      .onConflictDoUpdate({ target: faqGapClosings.gap, set: closed });
    const closedBefore = closing?.at ?? null;
    await tellWhoAsked(tx, { gap, closing: version + 1, articleId, at: now, closedBefore });
  }
  return viewOf(tx, row);
}

function grouped(reader: Reader, having: SQL) {
  return reader
    .select({
      gap: sql<string>`${faqSearches.gap}`.as('gap'),
      asked: count().as('asked'),
      organizations: countDistinct(faqSearches.organizationId).as('organizations'),
      lastAt: sql<number>`${max(faqSearches.at)}`.as('last_at'),
    })
    .from(faqSearches)
    .leftJoin(faqGapClosings, eq(faqGapClosings.gap, faqSearches.gap))
    .where(isNotNull(faqSearches.gap))
    .groupBy(faqSearches.gap)
    .having(having)
    .orderBy(desc(count()), faqSearches.gap);
}

type GapRow = Awaited<ReturnType<typeof grouped>>[number];

async function viewOf(reader: Reader, { gap, organizations, lastAt, asked }: GapRow): Promise<FaqGap> {
  const typed = await readTyped(reader, eq(faqSearches.gap, gap));
  const [closing] = await reader
    .select({ at: faqGapClosings.at, by: faqGapClosings.by, id: faqArticles.id, title: faqArticles.title })
    .from(faqGapClosings)
    .innerJoin(faqArticles, eq(faqArticles.id, faqGapClosings.articleId))
    .where(eq(faqGapClosings.gap, gap));
  const names = await readNames(reader, {
    teomasters: [],
    staff: closing === undefined ? [] : [closing.by],
    organizations: [],
  });
  return {
    id: gap,
    ...typed,
    count: asked,
    organizations,
    lastAt: new Date(lastAt).toISOString(),
    answeredBy:
      closing === undefined || lastAt > closing.at
        ? null
        : {
            article: { id: closing.id, title: closing.title },
            at: new Date(closing.at).toISOString(),
            by: names.staff(closing.by),
          },
  };
}

/** Whether anybody ever missed it. */
export async function hasGap(reader: Reader, gap: string): Promise<boolean> {
  const [row] = await reader
    .select({ gap: faqSearches.gap })
    .from(faqSearches)
    .where(eq(faqSearches.gap, gap))
    .limit(1);
  return row !== undefined;
}
