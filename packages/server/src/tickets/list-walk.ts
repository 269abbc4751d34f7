import type { ListSort } from '@teo-support/core';
import { and, asc, desc, inArray, type SQL, sql } from 'drizzle-orm';
import type { Place } from '../http/index.js';
import type { Reader } from '../storage/index.js';
import type { ListConditions } from './list-conditions.js';
import { tickets } from './tables.js';

type TicketRow = typeof tickets.$inferSelect;

/** The column that each sort follows. Each has its indexes (see tables.ts), so that no list is ever sorted. */
const sortColumns = {
  due: tickets.queueAt,
  filed: tickets.filedAt,
  changed: tickets.changedAt,
  priority: tickets.priorityAt,
} as const satisfies Record<ListSort['by'], unknown>;

export function sortValue(row: TicketRow, { by }: ListSort): number {
  return { due: row.queueAt, filed: row.filedAt, changed: row.changedAt, priority: row.priorityAt }[by];
}

/** So many tickets are passed over at the most, in search of those of one page: what it costs does not grow. */
export const mostPassed = 10_000;

/** So many tickets are looked at for the count of a list: with more, it says that there are at least so many. */
export const mostCounted = 1000;

/** Where in a list, and how far. */
export interface Walk {
  readonly conditions: ListConditions;
  readonly sort: ListSort;
  readonly start: Place | null;
}

/** @param how `sorting` for what is no longer led to in its order, being few */
export function orderOf({ by, order }: ListSort, how: 'walking' | 'sorting' = 'walking'): SQL[] {
  const direction = order === 'asc' ? asc : desc;
  const columns = [sortColumns[by], tickets.number];
  return columns.map((column) => direction(how === 'walking' ? column : sql`+${column}`));
}

/** What lies after a place in the order of a sort. */
export function beyond({ by, order }: ListSort, start: Place | null): SQL | undefined {
  if (start === null) return undefined;
  const compared = order === 'asc' ? sql`>` : sql`<`;
  return sql`(${sortColumns[by]}, ${tickets.number}) ${compared} (${start.sort}, ${start.number})`;
}

/** The tickets that an index leads to, in their order, each with whether the list keeps it. */
export function passedQuery(reader: Reader, { conditions, sort, start }: Walk, most: number) {
  return reader
    .select({ number: tickets.number, kept: sql<number>`${conditions.checked ?? sql`1`}`.as('kept') })
    .from(tickets)
    .where(and(conditions.leading, beyond(sort, start)))
    .orderBy(...orderOf(sort))
    .limit(most);
}

/** The rows of a page, and one more, which tells whether another page follows. */
export function pageQuery(reader: Reader, walk: Walk, limit: number) {
  const candidates = passedQuery(reader, walk, mostPassed).as('passed');
  const page = reader
    .select({ number: candidates.number })
    .from(candidates)
    .where(sql`${candidates.kept}`)
    .limit(limit + 1);
  return reader
    .select()
    .from(tickets)
    .where(inArray(tickets.number, page))
    .orderBy(...orderOf(walk.sort, 'sorting'));
}

/** The last ticket that may be passed over: a list that is not at its end there goes on after it. */
export function edgeQuery(reader: Reader, { conditions, sort, start }: Walk) {
  return reader
    .select({ sort: sql<number>`${sortColumns[sort.by]}`, number: tickets.number })
    .from(tickets)
    .where(and(conditions.leading, beyond(sort, start)))
    .orderBy(...orderOf(sort))
    .limit(1)
    .offset(mostPassed - 1);
}

/** How many tickets a list has, of those that are looked at for it, and how many these were. */
export function countQuery(reader: Reader, walk: Omit<Walk, 'start'>) {
  const candidates = passedQuery(reader, { ...walk, start: null }, mostCounted + 1).as('passed');
  return reader
    .select({ total: sql<number>`coalesce(sum(${candidates.kept}), 0)`, passed: sql<number>`count(*)` })
    .from(candidates);
}
