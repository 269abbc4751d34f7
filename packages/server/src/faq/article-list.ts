import { type Article, readSearch, stageOf, stateOf, titleOf } from '@teo-support/core';
import type { StaffFaqPage, StaffFaqSummary } from '@teo-support/core/contract';
import { and, count, desc, eq, lte, type SQL, sql } from 'drizzle-orm';
import { invalidAt } from '../http/index.js';
import type { Reader } from '../storage/index.js';
import { faqArticles } from './tables.js';

interface ListFilter {
  readonly state?: ReturnType<typeof stateOf> | undefined;
  readonly stage?: ReturnType<typeof stageOf> | undefined;
  readonly module?: string | undefined;
  readonly due?: 'true' | 'false' | undefined;
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The articles for the team: latest change first. */
export async function listArticles(reader: Reader, filter: ListFilter, now: number): Promise<StaffFaqPage> {
  const { state, stage, module, due, q, limit, cursor } = filter;
  const where = and(
    state === undefined ? undefined : eq(faqArticles.state, state),
    stage === undefined ? undefined : eq(faqArticles.stage, stage),
    module === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${faqArticles.modules}) where value = ${module})`,
    due === 'true' ? lte(faqArticles.reviewDue, now) : undefined,
    due === 'false'
      ? sql`(${faqArticles.reviewDue} is null or ${faqArticles.reviewDue} > ${now})`
      : undefined,
    titled(q),
  );
  const start = cursor === undefined ? null : placeOf(cursor);
  const after =
    start === null
      ? undefined
      : sql`(${faqArticles.changedAt}, ${faqArticles.id}) < (${start.at}, ${start.id})`;
  const rows = await reader
    .select({ article: faqArticles.article })
    .from(faqArticles)
    .where(and(where, after))
    .orderBy(desc(faqArticles.changedAt), desc(faqArticles.id))
    .limit(limit + 1);
  const [counted] = await reader.select({ total: count() }).from(faqArticles).where(where);
  const shown = rows.slice(0, limit).map(({ article }) => article);
  const last = shown.at(-1);
  return {
    items: shown.map(summaryOf),
    nextCursor: rows.length > limit && last !== undefined ? `${last.changedAt}.${last.id}` : null,
    total: counted?.total ?? 0,
  };
}

export function summaryOf(article: Article): StaffFaqSummary {
  const { published, draft } = article;
  return {
    id: article.id,
    title: titleOf(article),
    state: stateOf(article),
    stage: stageOf(article),
    modules: [...((published ?? draft)?.content.modules ?? [])],
    reviewDue: published === null ? null : new Date(published.reviewDue).toISOString(),
    changedAt: new Date(article.changedAt).toISOString(),
    version: article.version,
  };
}

/** Every word must occur in the title, in any order. What is typed is never a syntax. */
function titled(q: string | undefined): SQL | undefined {
  if (q === undefined) return undefined;
  return and(
    ...readSearch(q).words.map(({ form }) => {
      const pattern = `%${form.replaceAll('_', '\\_')}%`;
      return sql`${faqArticles.searchTitle} like ${pattern} escape '\\'`;
    }),
  );
}

function placeOf(cursor: string): { readonly at: number; readonly id: string } {
  const [, at, id] = /^(\d{1,16})\.([a-z0-9-]{1,100})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) {
    throw invalidAt('/cursor', 'invalid_cursor', (words) => words.invalidCursor);
  }
  return { at: Number(at), id };
}
