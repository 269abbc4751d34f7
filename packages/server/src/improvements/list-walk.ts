import type { ImprovementStatus } from '@teo-support/core';
import type { improvementSorts } from '@teo-support/core/contract';
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Place } from '../http/index.js';
import type { Reader } from '../storage/index.js';
import { improvements } from './tables.js';

export type ImprovementRow = typeof improvements.$inferSelect;
export type Sort = (typeof improvementSorts)[number];

/** The column that each sort follows, and which way. Each has its indexes (see tables.ts), so that no list is ever sorted. */
const sorts = {
  votes: { column: improvements.votes, order: 'desc' },
  newest: { column: improvements.submittedAt, order: 'desc' },
  oldest: { column: improvements.submittedAt, order: 'asc' },
  decided: { column: improvements.decidedAt, order: 'desc' },
} as const satisfies Record<Sort, unknown>;

/** So many requests are passed over at the most, in search of those of one page: what it costs does not grow. */
export const mostPassed = 10_000;
/** So many requests are looked at for the count of a list: with more, it says that there are at least so many. */
const mostCounted = 1000;

/** Which requests a list keeps, and how it comes to them. */
export interface Walk {
  /** Along an index, in the order of the sort; or one by one by their numbers, being few. */
  readonly from:
    | {
        readonly by: 'index';
        readonly shelf: ImprovementRow['shelf'];
        readonly status: ImprovementStatus | undefined;
      }
    | { readonly by: 'numbers'; readonly numbers: readonly number[] };
  /** What each is checked for on the way. */
  readonly checked: SQL | undefined;
  readonly sort: Sort;
  readonly start: Place | null;
}

function placeOf(row: ImprovementRow, sort: Sort): Place {
  const value = {
    votes: row.votes,
    newest: row.submittedAt,
    oldest: row.submittedAt,
    decided: row.decidedAt ?? 0,
  };
  return { sort: value[sort], number: row.number, words: 0, newest: 0 };
}

/** What leads to the requests. */
function leading({ from, sort }: Walk): SQL | undefined {
  if (from.by === 'numbers')
    return sql`${improvements.number} in (select value from json_each(${JSON.stringify(from.numbers)}))`;
  return and(
    eq(improvements.shelf, from.shelf),
    from.status === undefined ? undefined : eq(improvements.status, from.status),
    // Those without a decision stand at one end of the index: they are not even passed over.
    sort === 'decided' ? sql`${improvements.decidedAt} > -1` : undefined,
  );
}

function beyond({ from, sort, start }: Walk): SQL | undefined {
  const { column, order } = sorts[sort];
  const decided = sort === 'decided' && from.by === 'numbers' ? sql`+${column} is not null` : undefined;
  if (start === null) return decided;
  const compared = order === 'asc' ? sql`>` : sql`<`;
  // The plus keeps SQLite from leaving the numbers for an index that it would pass over from the beginning.
  const compare =
    from.by === 'index'
      ? sql`(${column}, ${improvements.number})`
      : sql`(+${column}, +${improvements.number})`;
  return and(decided, sql`${compare} ${compared} (${start.sort}, ${start.number})`);
}

function ordered({ from, sort }: Walk, how: 'walking' | 'sorting'): SQL[] {
  const { column, order } = sorts[sort];
  const direction = order === 'asc' ? asc : desc;
  const plain = from.by === 'index' && how === 'walking';
  return [column, improvements.number].map((one) => direction(plain ? one : sql`+${one}`));
}

/** The requests that a list comes by, in its order, each with whether it is kept. */
export function passedQuery(reader: Reader, walk: Walk, most: number) {
  return reader
    .select({ number: improvements.number, kept: sql<number>`${walk.checked ?? sql`1`}`.as('kept') })
    .from(improvements)
    .where(and(leading(walk), beyond(walk)))
    .orderBy(...ordered(walk, 'walking'))
    .limit(most);
}

/** The rows of a page, and one more, which tells whether another page follows. */
export function pageQuery(reader: Reader, walk: Walk, limit: number) {
  const passed = passedQuery(reader, walk, mostPassed).as('passed');
  const page = reader
    .select({ number: passed.number })
    .from(passed)
    .where(sql`${passed.kept}`)
    .limit(limit + 1);
  return reader
    .select()
    .from(improvements)
    .where(inArray(improvements.number, page))
    .orderBy(...ordered(walk, 'sorting'));
}

/** The last request that may be passed over: a list that is not at its end there goes on after it. */
export function edgeQuery(reader: Reader, walk: Walk) {
  return reader
    .select()
    .from(improvements)
    .where(and(leading(walk), beyond(walk)))
    .orderBy(...ordered(walk, 'walking'))
    .limit(1)
    .offset(mostPassed - 1);
}

export function countQuery(reader: Reader, walk: Walk) {
  const passed = passedQuery(reader, { ...walk, start: null }, mostCounted + 1).as('passed');
  return reader
    .select({ total: sql<number>`coalesce(sum(${passed.kept}), 0)`, passed: sql<number>`count(*)` })
    .from(passed);
}

export interface Rows {
  readonly rows: readonly ImprovementRow[];
  /** Where the next page begins; null on the last. */
  readonly next: Place | null;
  readonly total: number;
  /** Whether more than `total` may match. */
  readonly atLeast: boolean;
}

export async function readRows(reader: Reader, walk: Walk, limit: number): Promise<Rows> {
  const found = await pageQuery(reader, walk, limit);
  const rows = found.slice(0, limit);
  const [counted] = await countQuery(reader, walk);
  return {
    rows,
    next: await nextOf(reader, walk, rows, found.length > limit),
    total: counted?.total ?? 0,
    atLeast: (counted?.passed ?? 0) > mostCounted,
  };
}

async function nextOf(
  reader: Reader,
  walk: Walk,
  rows: readonly ImprovementRow[],
  isFull: boolean,
): Promise<Place | null> {
  const last = rows.at(-1);
  if (isFull) return last === undefined ? null : placeOf(last, walk.sort);
  const [edge] = await edgeQuery(reader, walk);
  return edge === undefined ? null : placeOf(edge, walk.sort);
}
