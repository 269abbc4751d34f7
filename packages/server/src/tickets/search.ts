import { parseReference, readSearch } from '@teo-support/core';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Place } from '../http/index.js';
import type { Reader } from '../storage/index.js';
import type { ListConditions } from './list-conditions.js';
import { beyond, orderOf, type Walk } from './list-walk.js';
import { lookAtAll } from './search-all.js';
import { lookAtOwn } from './search-own.js';
import { type Audience, readWords } from './search-words.js';
import { searchBacklog, tickets } from './tables.js';

/** What the pages of one search agree on. */
export type SearchedAs = Pick<Place, 'words' | 'newest'>;

/** What a search makes of the conditions of a list. */
export interface Found extends SearchedAs {
  /** What is found and kept. It names at the most so many tickets as a search looks at, by their numbers. */
  readonly where: SQL | undefined;
  /** There may be older ones that were not looked at. */
  readonly latestOnly: boolean;
}

/**
 * Looks for the tickets of a list.
 * @param before what the page before was searched as
 */
export type Search = (reader: Reader, list: ListConditions, before: SearchedAs | null) => Promise<Found>;

export interface SearchRequest {
  readonly q: string | undefined;
  readonly audience: Audience;
  /** The id of an organization or a téomaster whose tickets alone are searched: a requester always has one. */
  readonly owner: string | undefined;
  /** What the viewer may find at all: the only limit when a reference leads straight to its ticket. */
  readonly scope: SQL | undefined;
}

const byReference = { words: 0, newest: 0, latestOnly: false };
const nothing: Found = { where: sql`0`, ...byReference };

/** The search that a list asks for, or null if it asks for none. */
export function searchFor({ q, audience, owner, scope }: SearchRequest): Search | null {
  if (q === undefined || q.trim() === '') return null;
  const reference = /^\s*(?:teo|#)/i.test(q) ? parseReference(q) : null;
  if (reference !== null) {
    const where = and(scope, eq(tickets.number, reference));
    return async () => ({ where, ...byReference });
  }
  const query = readSearch(q);
  if (query.words.length === 0) return async () => nothing;
  return async (reader, list, before) => {
    const [state, { words, inPart }] = await Promise.all([
      readState(reader),
      readWords(reader, query, audience),
    ]);
    const newest = before?.newest ?? state.newest;
    const request = { reader, words, audience, newest };
    const look = owner === undefined ? lookAtAll(request) : lookAtOwn(request, owner);
    const found = (numbers: Iterable<number>, count: number, cut: boolean): Found => ({
      where: and(among(numbers), keptBy(list)),
      words: count,
      newest,
      latestOnly: inPart || cut || state.isBehind,
    });
    const known = before?.words;
    if (known === undefined || known === words.length) {
      const all = await look.all();
      if (known !== undefined || words.length === 1 || (await isAnyKept(reader, all.words.keys(), list)))
        return found(all.words.keys(), words.length, all.latestOnly);
    }
    // When no ticket has all of the words, those with the most are what was meant.
    const any = await look.any();
    const most = known ?? (await mostWords(reader, any.words, list));
    if (most === 0) return nothing;
    const numbers = [...any.words].flatMap(([number, has]) => (has >= most ? number : []));
    return found(numbers, most, any.latestOnly);
  };
}

/** How far there are tickets, and whether the oldest of them are still to be indexed. */
async function readState(reader: Reader): Promise<{ readonly newest: number; readonly isBehind: boolean }> {
  const [state] = await reader.all<{ newest: number | null; behind: number }>(sql`
    select (select ${tickets.number} from ${tickets} order by ${tickets.number} desc limit 1) as newest,
      exists (select 1 from ${searchBacklog}) as behind`);
  return { newest: state?.newest ?? 0, isBehind: state?.behind === 1 };
}

function among(numbers: Iterable<number>): SQL {
  return sql`${tickets.number} in (select value from json_each(${JSON.stringify([...numbers])}))`;
}

/** The conditions of a list as something to check: what leads to the tickets of a search are their numbers. */
function keptBy({ leading, checked }: ListConditions): SQL | undefined {
  return and(leading === undefined ? undefined : sql`+(${leading})`, checked);
}

async function isAnyKept(reader: Reader, numbers: Iterable<number>, list: ListConditions): Promise<boolean> {
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
  const counts = [...new Set(words.values())].filter((count) => count > 0).sort((a, b) => b - a);
  for (const count of counts) {
    const numbers = [...words].flatMap(([number, has]) => (has === count ? number : []));
    if (await isAnyKept(reader, numbers, list)) return count;
  }
  return 0;
}

/**
 * What is found, in the order of a sort: how many tickets there are, and the numbers of those after a place. They are so few
 * that they can be sorted, and many enough that each is looked at once.
 */
export function foundOrderQuery(
  where: SQL | undefined,
  { sort, start }: Pick<Walk, 'sort'> & { readonly start: Place | null },
): SQL {
  const order = sql.join(orderOf(sort, 'sorting'), sql`, `);
  return sql`select count(*) as total, json_group_array(number) filter (where after) as numbers from (
    select ${tickets.number} as number, ${beyond(sort, start) ?? sql`1`} as after
    from ${tickets} where ${where ?? sql`1`} order by ${order})`;
}

/** The rows of tickets of which the numbers are known. */
export function foundRowsQuery(reader: Reader, numbers: readonly number[], sort: Walk['sort']) {
  return reader
    .select()
    .from(tickets)
    .where(among(numbers))
    .orderBy(...orderOf(sort, 'sorting'));
}

/** The rows of a page of what is found, and one more, with how many tickets are found in all. */
export async function readFoundPage(
  reader: Reader,
  where: SQL | undefined,
  { sort, start }: Pick<Walk, 'sort'> & { readonly start: Place | null },
  limit: number,
): Promise<{ readonly rows: readonly (typeof tickets.$inferSelect)[]; readonly total: number }> {
  const [found] = await reader.all<{ total: number; numbers: string }>(
    foundOrderQuery(where, { sort, start }),
  );
  const numbers: number[] = JSON.parse(found?.numbers ?? '[]');
  const page = numbers.slice(0, limit + 1);
  return {
    rows: page.length === 0 ? [] : await foundRowsQuery(reader, page, sort),
    total: found?.total ?? 0,
  };
}
