import { issue, parseReference, replay, searchWords } from '@teo-support/core';
import type { TicketPage } from '@teo-support/core/contract';
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, ProblemError, RejectionError } from '../http/index.js';
import {
  ownTickets,
  type RequesterViewer,
  type StaffViewer,
  ticketScope,
  type Viewer,
} from '../identity/index.js';
import { readNames } from '../people/index.js';
import { type Reader, readHistory } from '../storage/index.js';
import type { TicketHistory } from './handle-command.js';
import { tickets } from './tables.js';
import { summaryView } from './views.js';

type TicketRow = typeof tickets.$inferSelect;

/** One ticket that the viewer may see, or a 404 that does not tell whether it exists. */
export async function readTicket(reader: Reader, viewer: Viewer, ticketId: string): Promise<TicketHistory> {
  const [row] = await reader
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.id, ticketId), ticketScope(viewer, tickets.organizationId)));
  if (row === undefined) throw new ProblemError('not-found');
  const events = await readHistory(reader, ticketId, viewer.kind === 'staff' ? 'staff' : 'everyone');
  const ticket = replay(events);
  if (ticket === null) throw new ProblemError('not-found');
  return { ticket, events };
}

/** The id of a ticket that the viewer may see, named by its id or its reference; refused at its field otherwise. */
export async function findTicketId(
  reader: Reader,
  viewer: Viewer,
  named: string,
  field: string,
): Promise<string> {
  const number = parseReference(named);
  const [row] = await reader
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        number === null ? eq(tickets.id, named) : eq(tickets.number, number),
        ticketScope(viewer, tickets.organizationId),
      ),
    );
  if (row === undefined) {
    const issues = [issue([field], 'unknown_ticket')];
    throw new RejectionError({ code: 'fields_invalid', issues }, '');
  }
  return row.id;
}

export interface RequesterFilter {
  readonly scope: 'mine' | 'organization';
  readonly status?: TicketRow['status'] | undefined;
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** My tickets or my organization's, latest change first. */
export function listForRequester(
  reader: Reader,
  viewer: RequesterViewer,
  filter: RequesterFilter,
  now: number,
): Promise<TicketPage> {
  const where = and(
    ticketScope(viewer, tickets.organizationId),
    filter.scope === 'mine' ? ownTickets(viewer, tickets.requesterId) : undefined,
    filter.status === undefined ? undefined : eq(tickets.status, filter.status),
    matching(filter.q),
  );
  return page(
    reader,
    { where, sort: tickets.changedAt, newestFirst: true, version: 'publicVersion', ...filter },
    now,
  );
}

export interface StaffFilter {
  readonly status: TicketRow['status'] | 'unresolved';
  readonly service?: TicketRow['service'] | undefined;
  readonly agent?: string | undefined;
  readonly organization?: string | undefined;
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What still waits for an answer, here or in no other ticket. */
export const unresolved = and(
  inArray(tickets.status, ['new', 'open', 'pending']),
  isNull(tickets.mergedInto),
);

/** The queue: the nearest target first, then what waits for its requester or is done. */
export function listForStaff(
  reader: Reader,
  viewer: StaffViewer,
  filter: StaffFilter,
  now: number,
): Promise<TicketPage> {
  const where = and(
    ticketScope(viewer, tickets.organizationId),
    filter.status === 'unresolved' ? unresolved : eq(tickets.status, filter.status),
    filter.service === undefined ? undefined : eq(tickets.service, filter.service),
    filter.agent === undefined
      ? undefined
      : filter.agent === 'none'
        ? isNull(tickets.agentId)
        : eq(tickets.agentId, filter.agent),
    filter.organization === undefined ? undefined : eq(tickets.organizationId, filter.organization),
    matching(filter.q),
  );
  return page(
    reader,
    { where, sort: tickets.queueAt, newestFirst: false, version: 'version', ...filter },
    now,
  );
}

/** Every word must occur, in any order. What is typed is never a syntax. */
function matching(q: string | undefined): SQL | undefined {
  if (q === undefined) return undefined;
  return and(
    ...searchWords(q)
      .slice(0, 12)
      .map((word) => sql`${tickets.searchText} like ${`%${word.replaceAll('_', '\\_')}%`} escape '\\'`),
  );
}

interface PageRequest {
  readonly where: SQL | undefined;
  readonly sort: typeof tickets.changedAt | typeof tickets.queueAt;
  readonly newestFirst: boolean;
  readonly version: 'version' | 'publicVersion';
  readonly limit: number;
  readonly cursor?: string | undefined;
}

async function page(reader: Reader, request: PageRequest, now: number): Promise<TicketPage> {
  const { where, sort, newestFirst, limit } = request;
  const beyond = newestFirst ? lt : gt;
  const order = newestFirst ? desc : asc;
  const start = request.cursor === undefined ? null : decodeCursor(request.cursor);
  const after =
    start === null
      ? undefined
      : or(beyond(sort, start.sort), and(eq(sort, start.sort), beyond(tickets.number, start.number)));
  const rows = await reader
    .select()
    .from(tickets)
    .where(and(where, after))
    .orderBy(order(sort), order(tickets.number))
    .limit(limit + 1);
  const [counted] = await reader.select({ total: count() }).from(tickets).where(where);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const names = await readNames(reader, {
    teomasters: shown.map((row) => row.requesterId),
    staff: shown.flatMap((row) => row.agentId ?? []),
    organizations: shown.map((row) => row.organizationId),
  });
  return {
    items: shown.map((row) => summaryView(row, row[request.version], names, now)),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeCursor({ sort: newestFirst ? last.changedAt : last.queueAt, number: last.number })
        : null,
    total: counted?.total ?? 0,
  };
}
