import type { HistoryInput } from '@teo-support/core/contract';
import { hostPeople } from '../../host/people.js';
import { momentOn, parisDay, workingDayUpTo } from '../working-day.js';
import { missingAnswers } from './missing-answers.js';

type Faq = NonNullable<HistoryInput['faq']>;
type Searches = NonNullable<Faq['searches']>;

const daysBack = 90;

/** What téomasters searched for in the last three months: most of it solved or read, some of it not there, some in vain. */
export function searchesAt(now: number, articles: NonNullable<Faq['articles']>): Searches {
  const today = parisDay(now);
  /** In the order of the numbers, from long ago to yesterday, at an hour of their own. */
  const at = (place: number, count: number) => {
    const daysAgo = Math.max(1, Math.round(daysBack * (1 - place / count)));
    return new Date(
      momentOn(workingDayUpTo(today - daysAgo), 0, 0, ((place * 41) % 100) / 100),
    ).toISOString();
  };
  const person = (place: number) => {
    const one = hostPeople[place % hostPeople.length];
    if (one === undefined) throw new Error('Nobody searches.');
    return one.sub;
  };
  const asked = articles.flatMap(
    ({ article }) => article.fr.variants?.slice(0, 2).map((q) => ({ q, article })) ?? [],
  );
  const read = asked.map(({ q, article }, place): Searches[number] => {
    const shown = [article.id, ...(article.related ?? [])].slice(0, 3);
    const base = {
      by: person(place * 7),
      at: at((place * 17) % asked.length, asked.length),
      q,
      shown,
      opened: [article.id],
    };
    return place % 3 === 0
      ? { ...base, outcome: 'left' }
      : { ...base, outcome: 'solved', solvedBy: article.id };
  });
  const missed = missingAnswers.flatMap(({ queries, near }, gap) =>
    queries.map((q, place): Searches[number] => ({
      by: person(gap * 3 + place),
      at: at(gap * 5 + place * 9, 80),
      q,
      shown: near,
      opened: [],
      outcome: 'not_there',
    })),
  );
  return [...read, ...missed].sort((one, other) => one.at.localeCompare(other.at));
}
