import { type ListSort, requesterTicketList, staffTicketList } from '@teo-support/core';
import type { requesterListQuerySchema, staffListQuerySchema, TicketPage } from '@teo-support/core/contract';
import { and, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { ownTickets, type RequesterViewer, type StaffViewer, ticketScope } from '../identity/index.js';
import type { Reader } from '../storage/index.js';
import type { Moment } from './handle-command.js';
import { requesterConditions, staffConditions } from './list-conditions.js';
import { readPage } from './list-page.js';
import { searchFor } from './search.js';
import { tickets } from './tables.js';

type RequesterQuery = z.output<typeof requesterListQuerySchema>;
type StaffQuery = z.output<typeof staffListQuerySchema>;

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
    where: and(scope, requesterConditions(query)),
    search: searchFor(query.q, 'everyone'),
    scope,
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
  const scope: SQL = ticketScope(viewer, tickets.organizationId);
  return readPage(reader, {
    name: 'staff',
    query,
    sort: sortNamed(staffTicketList.sorts, query.sort),
    where: and(scope, staffConditions(query, moment.now)),
    search: searchFor(query.q, 'staff'),
    scope,
    version: 'version',
    moment,
  });
}

function sortNamed(sorts: readonly [ListSort, ...ListSort[]], name: string | undefined): ListSort {
  return sorts.find((sort) => sort.name === name) ?? sorts[0];
}
