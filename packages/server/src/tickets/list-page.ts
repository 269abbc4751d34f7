import type { Json, ListSort } from '@teo-support/core';
import type { TicketPage } from '@teo-support/core/contract';
import { decodeCursor, encodeCursor, listDigest } from '../http/index.js';
import { readNames } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import type { Moment } from './handle-command.js';
import type { ListConditions } from './list-conditions.js';
import { readRows } from './list-rows.js';
import type { Search } from './search.js';
import { summaryView } from './views.js';

export interface ListRequest {
  readonly name: string;
  /** What was asked for: a cursor belongs to it, but for its own place and the size of a page. */
  readonly query: Readonly<Record<string, Json | undefined>> & {
    readonly limit: number;
    readonly cursor?: string | undefined;
  };
  readonly sort: ListSort;
  readonly conditions: ListConditions;
  readonly search: Search | null;
  /** The version that this side counts by. */
  readonly version: 'version' | 'publicVersion';
  readonly moment: Moment;
}

/** One page of a list: after the cursor's place in the order, which stays stable while tickets come and go. */
export async function readPage(reader: Reader, request: ListRequest): Promise<TicketPage> {
  const { query } = request;
  const { limit, cursor, ...asked } = query;
  const digest = listDigest(request.name, asked);
  const start = cursor === undefined ? null : decodeCursor(cursor, digest);
  const { rows, next, ...counted } = await readRows(reader, { ...request, start, limit });
  const names = await readNames(reader, {
    teomasters: rows.map((row) => row.requesterId),
    staff: rows.flatMap((row) => row.agentId ?? []),
    organizations: rows.map((row) => row.organizationId),
  });
  return {
    items: rows.map((row) => summaryView(row, row[request.version], names, request.moment)),
    nextCursor: next === null ? null : encodeCursor(next, digest),
    ...counted,
  };
}
