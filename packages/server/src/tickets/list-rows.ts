import type { ListSort } from '@teo-support/core';
import type { Place } from '../http/index.js';
import type { Reader } from '../storage/index.js';
import type { ListConditions } from './list-conditions.js';
import { countQuery, edgeQuery, mostCounted, pageQuery, sortValue } from './list-walk.js';
import { foundCountQuery, foundPageQuery, type Search } from './search.js';
import type { tickets } from './tables.js';

type TicketRow = typeof tickets.$inferSelect;

/** What a list asks the database for. */
export interface RowsRequest {
  readonly sort: ListSort;
  readonly conditions: ListConditions;
  readonly search: Search | null;
  readonly start: Place | null;
  readonly limit: number;
}

/** A part of a list, in its order. */
interface ListRows {
  readonly rows: readonly TicketRow[];
  /** Where the list goes on, or null at its end. */
  readonly next: Place | null;
}

/** How many tickets a list has. */
interface Counted {
  readonly total: number;
  /** There may be more than `total`. */
  readonly atLeast: boolean;
  /** Only the latest of very many tickets that have the words were looked at. */
  readonly latestOnly: boolean;
}

/** The next rows of a list. There may be fewer than asked for, even none, where few of many tickets are kept. */
export async function readRows(reader: Reader, request: RowsRequest): Promise<ListRows & Counted> {
  const { sort, conditions, start, limit } = request;
  if (request.search !== null) {
    const { where, words, latestOnly } = await request.search(reader, conditions, start?.words ?? null);
    const [rows, [counted]] = await Promise.all([
      foundPageQuery(reader, where, { sort, start }, limit),
      foundCountQuery(reader, where),
    ]);
    return { ...upTo(limit, rows, sort, words), total: counted?.total ?? 0, atLeast: latestOnly, latestOnly };
  }
  const walk = { conditions, sort, start };
  const [rows, [counted]] = await Promise.all([pageQuery(reader, walk, limit), countQuery(reader, walk)]);
  const { total = 0, passed = 0 } = counted ?? {};
  return {
    ...(await withEdge(reader, request, upTo(limit, rows, sort, 0))),
    total: Math.min(total, mostCounted),
    atLeast: passed > mostCounted,
    latestOnly: false,
  };
}

/** Where nothing more was found among the tickets that may be passed over, the list may go on after them. */
async function withEdge(reader: Reader, request: RowsRequest, part: ListRows): Promise<ListRows> {
  if (part.next !== null || request.conditions.checked === undefined) return part;
  const [edge] = await edgeQuery(reader, request);
  return edge === undefined ? part : { ...part, next: { ...edge, words: 0 } };
}

function upTo(limit: number, rows: readonly TicketRow[], sort: ListSort, words: number): ListRows {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const goesOn = rows.length > limit && last !== undefined;
  return { rows: shown, next: goesOn ? { sort: sortValue(last, sort), number: last.number, words } : null };
}
