import type { HistoryInput } from '@teo-support/core/contract';
import { type Colleague, emailOf } from '../people.js';
import { momentOn, parisDay, workingDayUpTo } from '../working-day.js';
import { searchesAt } from './searches.js';
import synonyms from './synonyms.json' with { type: 'json' };
import { writtenArticles } from './written-articles.js';

/** Who writes, and who reads it over. */
const pairs = [
  ['hugo', 'ines'],
  ['julien', 'hugo'],
  ['camille', 'ines'],
  ['ines', 'julien'],
] as const satisfies readonly (readonly [author: Colleague, reviewer: Colleague])[];

const firstDaysAgo = 360;
const lastDaysAgo = 15;
const daysToReview = 6;

/** The FAQ as it grew over a year: a few articles a week, each read over by another person within a week. */
export function faqAt(now: number): NonNullable<HistoryInput['faq']> {
  const today = parisDay(now);
  const written = writtenArticles();
  const articles = written.map((article, place) => {
    const daysAgo = Math.round(firstDaysAgo - (place / written.length) * (firstDaysAgo - lastDaysAgo));
    const [author, reviewer] = pairs[place % pairs.length] ?? pairs[0];
    const share = ((place * 37) % 100) / 100;
    const draftedAt = momentOn(workingDayUpTo(today - daysAgo - daysToReview), 0, 0, share);
    const publishedAt = momentOn(workingDayUpTo(today - daysAgo), draftedAt, 0, 1 - share);
    return {
      article,
      author: emailOf[author],
      reviewer: emailOf[reviewer],
      draftedAt: new Date(draftedAt).toISOString(),
      publishedAt: new Date(publishedAt).toISOString(),
    };
  });
  return { synonyms, articles, searches: searchesAt(now, articles) };
}
