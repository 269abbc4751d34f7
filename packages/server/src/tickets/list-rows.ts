import type { ListSort } from '@teo-support/core';
import type { Place } from '../http/index.js';
import type { Reader } from '../storage/index.js';
import type { ListConditions } from './list-conditions.js';
import { countQuery, edgeQuery, mostCounted, pageQuery, sortValue } from './list-walk.js';
import { type Found, readFoundPage, type Search, type SearchedAs } from './search.js';
import type { tickets } from './tables.js';

type TicketRow = typeof tickets.$inferSelect;

/** A part of a list that is walked along an index. */
export interface WalkRequest {
  readonly sort: ListSort;
  readonly conditions: ListConditions;
  readonly start: Place | null;
  readonly limit: number;
}

/** What a list asks the database for. */
export interface RowsRequest extends WalkRequest {
  readonly search: Search | null;
}

/** A part of a list, in its order. */
export interface ListRows {
  readonly rows: readonly TicketRow[];
  /** Where the list goes on, or null at its end. */
  readonly next: Place | null;
}

/** How many tickets a list has. */
interface Counted {
  readonly total: number;
  /** There may be more than `total`. */
  readonly atLeast: boolean;
  /** There may be older tickets with the words, which were not looked at. */
  readonly latestOnly: boolean;
}

/** The next rows of a list. There may be fewer than asked for, even none, where few of many tickets are kept. */
export async function readRows(reader: Reader, request: RowsRequest): Promise<ListRows & Counted> {
  const { conditions, start } = request;
  if (request.search !== null) {
    const found = await request.search(reader, conditions, start);
    const { latestOnly } = found;
    return { ...(await readFound(reader, found, request)), atLeast: latestOnly, latestOnly };
  }
  const [part, [counted]] = await Promise.all([readWalked(reader, request), countQuery(reader, request)]);
  const { total = 0, passed = 0 } = counted ?? {};
  return {
    ...part,
    total: Math.min(total, mostCounted),
    atLeast: passed > mostCounted,
    latestOnly: false,
  };
}

/** The next rows of what a search has found, and how many there are in all. */
export async function readFound(
  reader: Reader,
  { where, words, newest }: Found,
  { sort, start, limit }: Omit<WalkRequest, 'conditions'>,
): Promise<ListRows & Pick<Counted, 'total'>> {
  const { rows, total } = await readFoundPage(reader, where, { sort, start }, limit);
  return { ...upTo(limit, rows, sort, { words, newest }), total };
}

/** The next rows of a list that nothing is searched in. */
export async function readWalked(reader: Reader, request: WalkRequest): Promise<ListRows> {
  const rows = await pageQuery(reader, request, request.limit);
  return withEdge(reader, request, upTo(request.limit, rows, request.sort, notSearched));
}

/** Where nothing more was found among the tickets that may be passed over, the list may go on after them. */
async function withEdge(reader: Reader, request: WalkRequest, part: ListRows): Promise<ListRows> {
  if (part.next !== null || request.conditions.checked === undefined) return part;
  const [edge] = await edgeQuery(reader, request);
  return edge === undefined ? part : { ...part, next: { ...edge, ...notSearched } };
}

const notSearched: SearchedAs = { words: 0, newest: 0 };

function upTo(limit: number, rows: readonly TicketRow[], sort: ListSort, searched: SearchedAs): ListRows {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const goesOn = rows.length > limit && last !== undefined;
  return {
    rows: shown,
    next: goesOn ? { sort: sortValue(last, sort), number: last.number, ...searched } : null,
  };
}
