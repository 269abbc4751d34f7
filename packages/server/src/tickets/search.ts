import { parseReference, readSearch } from '@teo-support/core';
import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Place } from '../http/index.js';
import type { Reader } from '../storage/index.js';
import type { ListConditions } from './list-conditions.js';
import { beyond, orderOf, type Walk } from './list-walk.js';
import { latestWithAll, latestWithAny, readWords, type WordsAudience } from './search-words.js';
import { tickets } from './tables.js';

/** What a search makes of the conditions of a list. */
export interface Found {
  /** What is found and kept. It names at the most so many tickets as a search looks at, by their numbers. */
  readonly where: SQL | undefined;
  /** How many of the words each ticket that is found has; 0 for a reference. */
  readonly words: number;
  /** There were so many that only the latest were looked at. */
  readonly latestOnly: boolean;
}

/**
 * Looks for the tickets of a list.
 * @param known how many words were found on the page before, so that the pages of one search agree
 */
export type Search = (reader: Reader, list: ListConditions, known: number | null) => Promise<Found>;

export interface SearchRequest {
  readonly q: string | undefined;
  readonly audience: WordsAudience;
  /** What the viewer may find at all: the only limit when a reference leads straight to its ticket. */
  readonly scope: SQL | undefined;
}

const nothing: Found = { where: sql`0`, words: 0, latestOnly: false };

/** The search that a list asks for, or null if it asks for none. */
export function searchFor({ q, audience, scope }: SearchRequest): Search | null {
  if (q === undefined || q.trim() === '') return null;
  const reference = /^\s*(?:teo|#)/i.test(q) ? parseReference(q) : null;
  if (reference !== null) {
    const where = and(scope, eq(tickets.number, reference));
    return async () => ({ where, words: 0, latestOnly: false });
  }
  const query = readSearch(q);
  if (query.words.length === 0) return async () => nothing;
  return async (reader, list, known) => {
    const { words, inPart } = await readWords(reader, query, audience);
    const found = (numbers: readonly number[], count: number, cut: boolean): Found => ({
      where: and(among(numbers), keptBy(list)),
      words: count,
      latestOnly: inPart || cut,
    });
    if (known === null || known === words.length) {
      const all = await latestWithAll(reader, words, audience);
      if (known !== null || words.length === 1 || (await isAnyKept(reader, all.numbers, list)))
        return found(all.numbers, words.length, all.latestOnly);
    }
    // When no ticket has all of the words, those with the most are what was meant.
    const counts = await latestWithAny(reader, words, audience);
    const most = known ?? (await mostWords(reader, counts.words, list));
    if (most === 0) return nothing;
    const numbers = [...counts.words].flatMap(([number, has]) => (has >= most ? number : []));
    return found(numbers, most, counts.latestOnly);
  };
}

function among(numbers: Iterable<number>): SQL {
  return sql`${tickets.number} in (select value from json_each(${JSON.stringify([...numbers])}))`;
}

/** The conditions of a list as something to check: what leads to the tickets of a search are their numbers. */
function keptBy({ leading, checked }: ListConditions): SQL | undefined {
  return and(leading === undefined ? undefined : sql`+(${leading})`, checked);
}

async function isAnyKept(reader: Reader, numbers: readonly number[], list: ListConditions): Promise<boolean> {
  const [one] = await reader
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(among(numbers), keptBy(list)))
    .limit(1);
  return one !== undefined;
}

/** How many of the words a ticket has at the most, of those that the list may show. */
async function mostWords(
  reader: Reader,
  words: ReadonlyMap<number, number>,
  list: ListConditions,
): Promise<number> {
  const kept = await reader
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(among(words.keys()), keptBy(list)));
  return kept.reduce((most, { number }) => Math.max(most, words.get(number) ?? 0), 0);
}

/** The rows of a page of what is found, and one more. They are so few that they can be sorted. */
export function foundPageQuery(
  reader: Reader,
  where: SQL | undefined,
  { sort, start }: Pick<Walk, 'sort'> & { readonly start: Place | null },
  limit: number,
) {
  const after = beyond(sort, start);
  return reader
    .select()
    .from(tickets)
    .where(and(where, after === undefined ? undefined : sql`+(${after})`))
    .orderBy(...orderOf(sort, 'sorting'))
    .limit(limit + 1);
}

export function foundCountQuery(reader: Reader, where: SQL | undefined) {
  return reader.select({ total: count() }).from(tickets).where(where);
}
