import { type FaqLanguage, textIn } from '@teo-support/core';
import type { FaqNotices } from '@teo-support/core/contract';
import { and, desc, eq, gt, isNull, max, type SQL, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { ProblemError } from '../http/index.js';
import type { TeomasterViewer } from '../identity/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { faqArticles, faqNotices, faqSearches } from './tables.js';

const mostShown = 50;

interface Closing {
  readonly gap: string;
  /** The version of the gap that closed it. */
  readonly closing: number;
  readonly articleId: string;
  readonly at: number;
  /** When it was closed before, if ever: who asked before that was told then. */
  readonly closedBefore: number | null;
}

/**
 * Leaves word for everyone who asked since the gap was last closed, in the transaction that closes it: each once. Who has
 * not seen earlier word of it yet is told of the newer article instead.
 */
export async function tellWhoAsked(tx: Transaction, closed: Closing): Promise<void> {
  const { gap, closing, articleId, at, closedBefore } = closed;
  await tx
    .update(faqNotices)
    .set({ articleId })
    .where(and(eq(faqNotices.gap, gap), isNull(faqNotices.seenAt)));
  const since: SQL | undefined = closedBefore === null ? undefined : gt(faqSearches.at, closedBefore);
  const asked = await tx
    // Of the columns beside a maximum, SQLite takes those of its row: what was typed last.
    .select({
      teomasterId: faqSearches.teomasterId,
      q: sql<string>`${faqSearches.q}`,
      last: max(faqSearches.at),
    })
    .from(faqSearches)
    .where(and(eq(faqSearches.gap, gap), since))
    .groupBy(faqSearches.teomasterId);
  for (const { teomasterId, q } of asked) {
    await tx
      .insert(faqNotices)
      .values({ id: uuid(), gap, closing, teomasterId, articleId, q, at, seenAt: null })
      .onConflictDoNothing();
  }
}

/** What a person did not find and is answered by now, as long as the article can be read. */
export async function readNotices(
  reader: Reader,
  { actor }: TeomasterViewer,
  language: FaqLanguage,
): Promise<FaqNotices> {
  const rows = await reader
    .select({
      id: faqNotices.id,
      q: faqNotices.q,
      at: faqNotices.at,
      seenAt: faqNotices.seenAt,
      article: faqArticles.article,
    })
    .from(faqNotices)
    .innerJoin(faqArticles, eq(faqArticles.id, faqNotices.articleId))
    .where(and(eq(faqNotices.teomasterId, actor.id), eq(faqArticles.state, 'published')))
    .orderBy(desc(faqNotices.at), desc(faqNotices.id))
    .limit(mostShown);
  return {
    notices: rows.flatMap(({ id, q, at, seenAt, article }) =>
      article.published === null
        ? []
        : [
            {
              id,
              q,
              article: { id: article.id, title: textIn(article.published.content, language).title },
              at: new Date(at).toISOString(),
              seen: seenAt !== null,
            },
          ],
    ),
  };
}

/** Remembers that a person saw one of theirs; the first time counts. */
export async function markSeen(
  tx: Transaction,
  { actor }: TeomasterViewer,
  noticeId: string,
  now: number,
): Promise<void> {
  const own = and(eq(faqNotices.id, noticeId), eq(faqNotices.teomasterId, actor.id));
  const [notice] = await tx.select({ seenAt: faqNotices.seenAt }).from(faqNotices).where(own);
  if (notice === undefined) throw new ProblemError('not-found');
  if (notice.seenAt === null) await tx.update(faqNotices).set({ seenAt: now }).where(own);
}
