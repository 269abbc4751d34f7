import type { Pause } from '../service-level/clock.js';
import type { Instant } from '../service-level/policy.js';
import { isPublic, type TicketEvent } from './events.js';
import type { Ticket } from './ticket.js';

/**
 * The ticket after one more event. Pure and total: an event that does not fit the ticket as it stands
 * (which `decide` never produces) leaves its state as it was.
 */
export function evolve(ticket: Ticket | null, event: TicketEvent): Ticket | null {
  if (event.type === 'ticket.filed') return ticket ?? filed(event);
  if (ticket === null) return null;
  const next = { ...applied(ticket, event), version: ticket.version + 1, lastEventAt: event.at };
  return isPublic(event) ? { ...next, publicVersion: ticket.publicVersion + 1, changedAt: event.at } : next;
}

/** The ticket that a whole history makes, or `null` for an empty one. */
export function replay(events: Iterable<TicketEvent>): Ticket | null {
  let ticket: Ticket | null = null;
  for (const event of events) ticket = evolve(ticket, event);
  return ticket;
}

function filed(event: Extract<TicketEvent, { type: 'ticket.filed' }>): Ticket {
  return {
    id: event.ticketId,
    number: event.number,
    type: event.ticketType,
    organizationId: event.organizationId,
    requesterId: event.requesterId,
    filedAt: event.at,
    changedAt: event.at,
    lastEventAt: event.at,
    answers: event.answers,
    impact: event.impact,
    priority: event.priority,
    context: event.context,
    policyVersion: event.policyVersion,
    service: event.service,
    agentId: null,
    firstAnsweredAt: null,
    verdict: null,
    transferredAt: null,
    pauses: [],
    version: 1,
    publicVersion: 1,
    status: 'new',
  };
}

function applied(ticket: Ticket, event: Exclude<TicketEvent, { type: 'ticket.filed' }>): Ticket {
  switch (event.type) {
    case 'ticket.answered':
      return {
        ...(event.awaitsRequester ? waiting(ticket, event.at) : taken(ticket, event.at)),
        firstAnsweredAt: ticket.firstAnsweredAt ?? event.at,
      };
    case 'ticket.replied':
      return ticket.status === 'pending' ? taken(ticket, event.at) : ticket;
    case 'internal_note.written':
      return ticket;
    case 'ticket.assigned':
      return { ...started(ticket), service: event.service, agentId: event.agentId };
    case 'ticket.reproduction_tested':
      return { ...started(ticket), verdict: event.verdict };
    case 'ticket.transferred':
      // The technical service names its own person.
      return { ...started(ticket), service: event.to, agentId: null, transferredAt: event.at };
    case 'ticket.resolved':
      return {
        ...ticket,
        pauses: resumed(ticket.pauses, event.at),
        status: 'resolved',
        resolution: event.resolution,
        resolvedAt: event.at,
      };
    case 'ticket.confirmed':
      return ticket.status === 'resolved' ? { ...ticket, status: 'closed', closedAt: event.at } : ticket;
    case 'ticket.reopened':
      return ticket.status === 'resolved' ? reopened(ticket, event.at) : ticket;
  }
}

/** The team has begun: `new` becomes `open`, whatever waits goes on waiting. */
function started(ticket: Ticket): Ticket {
  return ticket.status === 'new' ? { ...ticket, status: 'open' } : ticket;
}

/** The team has the ball: open, and the clock runs. */
function taken(ticket: Ticket, at: Instant): Ticket {
  if (ticket.status === 'pending') return { ...ticket, status: 'open', pauses: resumed(ticket.pauses, at) };
  return started(ticket);
}

/** The requester has the ball: pending, and the clock stands still. */
function waiting(ticket: Ticket, at: Instant): Ticket {
  if (ticket.status !== 'new' && ticket.status !== 'open') return ticket;
  return { ...ticket, status: 'pending', pauses: [...ticket.pauses, { from: at, to: null }] };
}

/** While it was resolved the ticket waited for its requester's word, so that time does not count either. */
function reopened(ticket: Extract<Ticket, { status: 'resolved' }>, at: Instant): Ticket {
  const { resolution: _resolution, resolvedAt, ...rest } = ticket;
  return { ...rest, status: 'open', pauses: [...ticket.pauses, { from: resolvedAt, to: at }] };
}

function resumed(pauses: readonly Pause[], at: Instant): readonly Pause[] {
  return pauses.map((pause) => (pause.to === null ? { from: pause.from, to: at } : pause));
}
