import { type ListSort, requesterTicketList, staffTicketList } from '@teo-support/core';
import type {
  requesterListQuerySchema,
  staffExportQuerySchema,
  staffListQuerySchema,
  TicketPage,
} from '@teo-support/core/contract';
import { and } from 'drizzle-orm';
import type { z } from 'zod';
import {
  eventScope,
  ownTickets,
  type RequesterViewer,
  type StaffViewer,
  ticketScope,
} from '../identity/index.js';
import { events, type Reader } from '../storage/index.js';
import { type TicketRow, wholeList } from './export/whole-list.js';
import type { Moment } from './handle-command.js';
import { requesterConditions, staffConditions } from './list-conditions.js';
import { readPage } from './list-page.js';
import { searchFor } from './search.js';
import { tickets } from './tables.js';

type RequesterQuery = z.output<typeof requesterListQuerySchema>;
type StaffQuery = z.output<typeof staffListQuerySchema>;
type ExportQuery = z.output<typeof staffExportQuerySchema>;

/** My tickets, or those of my organization. */
export function listForRequester(
  reader: Reader,
  viewer: RequesterViewer,
  query: RequesterQuery & { readonly scope: 'mine' | 'organization' },
  moment: Moment,
): Promise<TicketPage> {
  const scope = and(
    ticketScope(viewer, tickets.organizationId),
    query.scope === 'mine' ? ownTickets(viewer, tickets.requesterId) : undefined,
  );
  return readPage(reader, {
    name: 'requester',
    query,
    sort: sortNamed(requesterTicketList.sorts, query.sort),
    conditions: requesterConditions(query, scope),
    search: searchFor({
      q: query.q,
      audience: 'requester',
      owner: ownerOf(viewer, query.scope),
      scope,
    }),
    version: 'publicVersion',
    moment,
  });
}

/** The queue of the team. */
export function listForStaff(
  reader: Reader,
  viewer: StaffViewer,
  query: StaffQuery,
  moment: Moment,
): Promise<TicketPage> {
  return readPage(reader, {
    name: 'staff',
    query,
    sort: sortNamed(staffTicketList.sorts, query.sort),
    conditions: staffConditions(query, moment.now),
    search: searchFor({
      q: query.q,
      audience: 'staff',
      owner: query.organization,
      scope: ticketScope(viewer, tickets.organizationId),
    }),
    version: 'version',
    moment,
  });
}

/** All of the queue, piece by piece. */
export function allForStaff(
  reader: Reader,
  viewer: StaffViewer,
  query: ExportQuery,
  moment: Moment,
): AsyncGenerator<readonly TicketRow[]> {
  const scope = ticketScope(viewer, tickets.organizationId);
  const { leading, checked } = staffConditions(query, moment.now);
  return wholeList(reader, {
    sort: sortNamed(staffTicketList.sorts, query.sort),
    conditions: { leading, checked: and(checked, scope) },
    search: searchFor({ q: query.q, audience: 'staff', owner: query.organization, scope }),
    changes: eventScope(viewer, events),
  });
}

function sortNamed(sorts: readonly [ListSort, ...ListSort[]], name: string | undefined): ListSort {
  return sorts.find((sort) => sort.name === name) ?? sorts[0];
}

/** Whose tickets a list is of: one's own, or all of the organization. */
function ownerOf(viewer: RequesterViewer, scope: 'mine' | 'organization'): string {
  return scope === 'mine' && viewer.kind === 'teomaster' ? viewer.actor.id : viewer.organization.id;
}
