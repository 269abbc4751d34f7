import type { Json, ListSort } from '@teo-support/core';
import type { TicketPage } from '@teo-support/core/contract';
import { and, asc, count, desc, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, listDigest, type Place } from '../http/index.js';
import { readNames } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import type { Moment } from './handle-command.js';
import type { Search } from './search.js';
import { tickets } from './tables.js';
import { summaryView } from './views.js';

type TicketRow = typeof tickets.$inferSelect;

/** The column that each sort follows. Each has its indexes (see tables.ts), so that no page is ever sorted. */
const sortColumns = {
  due: tickets.queueAt,
  filed: tickets.filedAt,
  changed: tickets.changedAt,
  priority: tickets.priorityAt,
} as const satisfies Record<ListSort['by'], unknown>;

function sortValue(row: TicketRow, { by }: ListSort): number {
  return { due: row.queueAt, filed: row.filedAt, changed: row.changedAt, priority: row.priorityAt }[by];
}

export interface ListRequest {
  readonly name: string;
  /** What was asked for: a cursor belongs to it, but for its own place and the size of a page. */
  readonly query: Readonly<Record<string, Json | undefined>> & {
    readonly limit: number;
    readonly cursor?: string | undefined;
  };
  readonly sort: ListSort;
  readonly where: SQL | undefined;
  readonly search: Search;
  /** What the viewer may find at all: the only limit when a reference leads straight to its ticket. */
  readonly scope: SQL | undefined;
  /** The version that this side counts by. */
  readonly version: 'version' | 'publicVersion';
  readonly moment: Moment;
}

/** One page of a list: after the cursor's place in the order, which stays stable while tickets come and go. */
export async function readPage(reader: Reader, request: ListRequest): Promise<TicketPage> {
  const { sort, query } = request;
  const { limit, cursor, ...asked } = query;
  const digest = listDigest(request.name, asked);
  const start = cursor === undefined ? null : decodeCursor(cursor, digest);
  const found = await request.search(reader, request, start?.words ?? null);
  const rows = await pageQuery(reader, { ...request, where: found.where, start });
  const [counted] = await reader.select({ total: count() }).from(tickets).where(found.where);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const names = await readNames(reader, {
    teomasters: shown.map((row) => row.requesterId),
    staff: shown.flatMap((row) => row.agentId ?? []),
    organizations: shown.map((row) => row.organizationId),
  });
  return {
    items: shown.map((row) => summaryView(row, row[request.version], names, request.moment)),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeCursor({ sort: sortValue(last, sort), number: last.number, words: found.words }, digest)
        : null,
    total: counted?.total ?? 0,
  };
}

interface PageQuery {
  readonly sort: ListSort;
  readonly where: SQL | undefined;
  readonly start: Place | null;
  readonly query: { readonly limit: number };
}

/** One row more than a page has, which tells whether another page follows. */
export function pageQuery(reader: Reader, { sort, where, start, query }: PageQuery) {
  const column = sortColumns[sort.by];
  const order = sort.order === 'asc' ? asc : desc;
  const beyond = sort.order === 'asc' ? sql`>` : sql`<`;
  const after =
    start === null
      ? undefined
      : sql`(${column}, ${tickets.number}) ${beyond} (${start.sort}, ${start.number})`;
  return reader
    .select()
    .from(tickets)
    .where(and(where, after))
    .orderBy(order(column), order(tickets.number))
    .limit(query.limit + 1);
}
