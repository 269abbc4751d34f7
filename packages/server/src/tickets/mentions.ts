import { formatReference } from '@teo-support/core';
import type { TicketRef } from '@teo-support/core/contract';
import { and, inArray } from 'drizzle-orm';
import { ticketScope, type Viewer } from '../identity/index.js';
import { type Names, readNames } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import type { TicketHistory } from './handle-command.js';
import { tickets } from './tables.js';

/** The names behind the ids in a history: of people, and of other tickets that the viewer may see. */
export interface Mentions extends Names {
  ticket(id: string): TicketRef;
}

/** Looks up everyone and every ticket that a history mentions. */
export async function readMentions(
  reader: Reader,
  viewer: Viewer,
  { ticket, events }: TicketHistory,
): Promise<Mentions> {
  const staffIds: string[] = [];
  const teomasterIds: string[] = [ticket.requesterId];
  const ticketIds: string[] = [];
  const keyIds: string[] = [];
  for (const event of events) {
    if (event.by.kind === 'staff') staffIds.push(event.by.id);
    if (event.by.kind === 'teomaster') {
      teomasterIds.push(event.by.id);
      if (event.by.via !== undefined) keyIds.push(event.by.via);
    }
    if (event.type === 'ticket.assigned' && event.agentId !== null) staffIds.push(event.agentId);
    if (event.type === 'ticket.merged') ticketIds.push(event.into);
    if (event.type === 'ticket.duplicate_added') ticketIds.push(event.duplicate);
    if (event.type === 'ticket.carried') ticketIds.push(event.carrier);
    if (event.type === 'carried_ticket.added') ticketIds.push(event.carried);
    if (event.type === 'link.added') ticketIds.push(event.other);
  }
  const [names, refs] = await Promise.all([
    readNames(
      reader,
      {
        teomasters: teomasterIds,
        staff: staffIds,
        organizations: [ticket.organizationId],
        apiKeys: keyIds,
      },
      ownNames(viewer),
    ),
    readRefs(reader, viewer, ticketIds),
  ]);
  return { ticket: (id) => refs.get(id) ?? { id, reference: '—', subject: null }, ...names };
}

/** What the viewer's own request has just looked up. */
function ownNames(viewer: Viewer): ReadonlyMap<string, string> {
  switch (viewer.kind) {
    case 'teomaster':
      return new Map([
        [viewer.actor.id, viewer.name],
        [viewer.organization.id, viewer.organization.name],
      ]);
    case 'integrator':
      return new Map([[viewer.organization.id, viewer.organization.name]]);
    case 'staff':
      return new Map([[viewer.actor.id, viewer.name]]);
  }
}

async function readRefs(
  reader: Reader,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TicketRef>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: tickets.id, number: tickets.number, subject: tickets.subject })
    .from(tickets)
    .where(and(inArray(tickets.id, [...new Set(ids)]), ticketScope(viewer, tickets.organizationId)));
  return new Map(
    rows.map(({ id, number, subject }) => [id, { id, reference: formatReference(number), subject }]),
  );
}
