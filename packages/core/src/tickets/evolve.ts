import type { TicketId } from '../people/ids.js';
import type { Met } from '../service-level/clock.js';
import type { Instant } from '../service-level/policy.js';
import type { Pause } from '../service-level/target.js';
import { isPublic, type TicketEvent } from './events.js';
import type { Consultation, Ticket } from './ticket.js';

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
    filedAs: event.ticketType,
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
    firstAnswered: null,
    assigned: null,
    alarms: [],
    verdict: null,
    transferredAt: null,
    rollBack: null,
    consultations: [],
    merged: null,
    duplicates: [],
    carrier: null,
    carries: [],
    links: [],
    pauses: [],
    version: 1,
    publicVersion: 1,
    status: 'new',
  };
}

function applied(ticket: Ticket, event: Exclude<TicketEvent, { type: 'ticket.filed' }>): Ticket {
  switch (event.type) {
    case 'ticket.answered':
      return answered(event.awaitsRequester ? waiting(ticket, event.at) : taken(ticket, event.at), event);
    case 'ticket.replied':
      return ticket.status === 'pending' ? taken(ticket, event.at) : ticket;
    case 'internal_note.written':
    case 'ticket.views_crossed':
      return ticket;
    case 'ticket.assigned':
      return assigned({ ...started(ticket), service: event.service, agentId: event.agentId }, event);
    case 'ticket.reproduction_tested':
      return { ...started(ticket), verdict: event.verdict };
    case 'ticket.transferred':
      // The technical service names its own person.
      return assigned(
        { ...started(ticket), service: event.to, agentId: null, transferredAt: event.at },
        event,
      );
    case 'ticket.reprioritised':
      return { ...started(ticket), priority: event.priority };
    case 'ticket.requalified':
      return answered(assigned(requalified(started(ticket), event), event), event);
    case 'consultation.asked':
    case 'consultation.answered':
      // The status stays: it is public, and the team's talk is not.
      return { ...ticket, consultations: consulted(ticket.consultations, event) };
    case 'ticket.roll_back_guided': {
      const steps = event.steps.map((text) => ({ text, done: false }));
      return answered({ ...waiting(ticket, event.at), rollBack: { kind: 'guided', steps } }, event);
    }
    case 'ticket.roll_back_step_ticked':
      return ticked(ticket, event);
    case 'ticket.roll_back_ruled_out': {
      const rollBack = { kind: 'ruled_out', reason: event.reason } as const;
      return answered({ ...taken(ticket, event.at), rollBack }, event);
    }
    case 'ticket.merged':
      return { ...ticket, merged: { into: event.into, at: event.at } };
    case 'ticket.unmerged':
      return { ...ticket, merged: null };
    case 'ticket.duplicate_added':
      return { ...ticket, duplicates: added(ticket.duplicates, event.duplicate) };
    case 'ticket.duplicate_removed':
      return { ...ticket, duplicates: removed(ticket.duplicates, event.duplicate) };
    case 'ticket.carried':
      return { ...ticket, carrier: event.carrier };
    case 'ticket.released':
      return { ...ticket, carrier: null };
    case 'carried_ticket.added':
      return { ...ticket, carries: added(ticket.carries, event.carried) };
    case 'carried_ticket.removed':
      return { ...ticket, carries: removed(ticket.carries, event.carried) };
    case 'link.added':
      return { ...ticket, links: added(ticket.links, event.other) };
    case 'link.removed':
      return { ...ticket, links: removed(ticket.links, event.other) };
    case 'target.approaching':
    case 'target.missed': {
      const level = event.type === 'target.missed' ? 'missed' : 'approaching';
      const { target, priority } = event;
      return { ...ticket, alarms: [...ticket.alarms, { target, level, priority }] };
    }
    case 'ticket.resolved':
      return isUnresolved(ticket)
        ? answered(
            {
              ...ticket,
              pauses: resumed(ticket.pauses, event.at),
              status: 'resolved',
              resolution: event.resolution,
              resolvedAt: event.at,
            },
            event,
          )
        : ticket;
    case 'ticket.confirmed':
    case 'ticket.closed_by_time':
      return ticket.status === 'resolved' ? { ...ticket, status: 'closed', closedAt: event.at } : ticket;
    case 'ticket.cancelled':
      return isUnresolved(ticket)
        ? {
            ...ticket,
            pauses: resumed(ticket.pauses, event.at),
            status: 'cancelled',
            cancelledAt: event.at,
          }
        : ticket;
    case 'ticket.reopened':
      return reopened(ticket, event.at);
  }
}

/** Someone of the team wrote to the requester. What happens by itself counts for nothing. */
function answered(ticket: Ticket, event: TicketEvent): Ticket {
  return { ...ticket, firstAnswered: ticket.firstAnswered ?? metBy(ticket, event) };
}

function assigned(ticket: Ticket, event: TicketEvent): Ticket {
  return { ...ticket, assigned: ticket.assigned ?? metBy(ticket, event) };
}

function metBy({ priority }: Ticket, { by, at }: TicketEvent): Met | null {
  return by.kind === 'staff' ? { at, priority } : null;
}

/** The service that the new type goes to names its own person; within one service nobody changes. */
function requalified(ticket: Ticket, event: Extract<TicketEvent, { type: 'ticket.requalified' }>): Ticket {
  return {
    ...ticket,
    type: event.ticketType,
    service: event.service,
    agentId: event.service === ticket.service ? ticket.agentId : null,
    transferredAt: null,
    answers: { ...ticket.answers, ...event.answers },
  };
}

function consulted(
  consultations: readonly Consultation[],
  event: Extract<TicketEvent, { type: 'consultation.asked' | 'consultation.answered' }>,
): readonly Consultation[] {
  if (event.type === 'consultation.asked') {
    return [...consultations, { number: consultations.length + 1, service: event.service, answered: false }];
  }
  return consultations.map((asked) =>
    asked.number === event.consultation ? { ...asked, answered: true } : asked,
  );
}

/** After the last step it is the team's turn. A tick never stops the clock: only the team does, by asking. */
function ticked(
  ticket: Ticket,
  event: Extract<TicketEvent, { type: 'ticket.roll_back_step_ticked' }>,
): Ticket {
  if (ticket.rollBack?.kind !== 'guided') return ticket;
  const steps = ticket.rollBack.steps.map((step, place) =>
    place === event.step ? { ...step, done: event.done } : step,
  );
  const next = { ...ticket, rollBack: { kind: 'guided', steps } } as const;
  return steps.every((step) => step.done) ? taken(next, event.at) : next;
}

function added(ids: readonly TicketId[], id: TicketId): readonly TicketId[] {
  return ids.includes(id) ? ids : [...ids, id];
}

function removed(ids: readonly TicketId[], id: TicketId): readonly TicketId[] {
  return ids.filter((candidate) => candidate !== id);
}

/** Narrowed to the statuses in which there is an answer to come, so that facts of others cannot remain. */
function isUnresolved(ticket: Ticket): ticket is Extract<Ticket, { status: 'new' | 'open' | 'pending' }> {
  return ticket.status === 'new' || ticket.status === 'open' || ticket.status === 'pending';
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

/** Since it was resolved the ticket waited for its requester's word, so that time does not count either. */
function reopened(ticket: Ticket, at: Instant): Ticket {
  const { pauses } = ticket;
  switch (ticket.status) {
    case 'resolved': {
      const { resolution: _resolution, resolvedAt, ...rest } = ticket;
      return { ...rest, status: 'open', pauses: [...pauses, { from: resolvedAt, to: at }] };
    }
    case 'closed': {
      const { resolution: _resolution, resolvedAt, closedAt: _closedAt, ...rest } = ticket;
      return { ...rest, status: 'open', pauses: [...pauses, { from: resolvedAt, to: at }] };
    }
    default:
      return ticket;
  }
}

function resumed(pauses: readonly Pause[], at: Instant): readonly Pause[] {
  return pauses.map((pause) => (pause.to === null ? { from: pause.from, to: at } : pause));
}
