import { issue, parseReference, replay } from '@teo-support/core';
import { and, eq } from 'drizzle-orm';
import { ProblemError, RejectionError } from '../http/index.js';
import { ticketScope, type Viewer } from '../identity/index.js';
import { type Reader, readHistory } from '../storage/index.js';
import type { TicketHistory } from './handle-command.js';
import { tickets } from './tables.js';

/** Whose a ticket is that the viewer may see, without its history; a 404 like that of `readTicket`. */
export async function readOwner(
  reader: Reader,
  viewer: Viewer,
  ticketId: string,
): Promise<{ readonly organizationId: string }> {
  const [row] = await reader
    .select({ organizationId: tickets.organizationId })
    .from(tickets)
    .where(and(eq(tickets.id, ticketId), ticketScope(viewer, tickets.organizationId)));
  if (row === undefined) throw new ProblemError('not-found');
  return row;
}

/** How far a ticket is that the viewer may see, as everyone concerned counts it; a 404 like that of `readTicket`. */
export async function readPublicVersion(reader: Reader, viewer: Viewer, ticketId: string): Promise<number> {
  const [row] = await reader
    .select({ version: tickets.publicVersion })
    .from(tickets)
    .where(and(eq(tickets.id, ticketId), ticketScope(viewer, tickets.organizationId)));
  if (row === undefined) throw new ProblemError('not-found');
  return row.version;
}

/** One ticket that the viewer may see, or a 404 that does not tell whether it exists. */
export async function readTicket(reader: Reader, viewer: Viewer, ticketId: string): Promise<TicketHistory> {
  await readOwner(reader, viewer, ticketId);
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
