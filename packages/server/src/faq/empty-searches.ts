import type { FaqEmptySearchPage } from '@teo-support/core/contract';
import { and, count, countDistinct, desc, eq, isNotNull, max, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { afterCount, countPlaceOf } from './count-place.js';
import { faqSearches } from './tables.js';
import { readTyped } from './typed.js';

/** What nothing was shown for, the most often searched for first: the same question in other words counts as one. */
export async function listEmptySearches(
  reader: Reader,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<FaqEmptySearchPage> {
  const after = afterCount(faqSearches.question, cursor);
  const rows = await grouped(reader, after).limit(limit + 1);
  const all = grouped(reader, sql`1`).as('all_empty');
  const [counted] = await reader.select({ total: count() }).from(all);
  const shown = rows.slice(0, limit);
  return {
    items: await Promise.all(
      shown.map(async ({ question, asked, organizations, lastAt }) => ({
        ...(await readTyped(reader, and(eq(faqSearches.question, question), eq(faqSearches.empty, true)))),
        count: asked,
        organizations,
        lastAt: new Date(lastAt).toISOString(),
      })),
    ),
    nextCursor: rows.length > limit ? countPlaceOf(shown.at(-1), ({ question }) => question) : null,
    total: counted?.total ?? 0,
  };
}

function grouped(reader: Reader, having: SQL) {
  return reader
    .select({
      question: sql<string>`${faqSearches.question}`.as('question'),
      asked: count().as('asked'),
      organizations: countDistinct(faqSearches.organizationId).as('organizations'),
      lastAt: sql<number>`${max(faqSearches.at)}`.as('last_at'),
    })
    .from(faqSearches)
    .where(and(eq(faqSearches.empty, true), isNotNull(faqSearches.question)))
    .groupBy(faqSearches.question)
    .having(having)
    .orderBy(desc(count()), faqSearches.question);
}
