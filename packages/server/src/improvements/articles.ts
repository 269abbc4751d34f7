import type { FaqReference } from '@teo-support/core/contract';
import { and, eq, inArray } from 'drizzle-orm';
import { faqArticles } from '../faq/index.js';
import type { Reader } from '../storage/index.js';

/** Of some ids the articles that can be read, by their titles. */
export async function readArticleTitles(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FaqReference>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: faqArticles.id, title: faqArticles.title })
    .from(faqArticles)
    .where(and(inArray(faqArticles.id, [...ids]), eq(faqArticles.state, 'published')));
  return new Map(rows.map((row) => [row.id, row]));
}
