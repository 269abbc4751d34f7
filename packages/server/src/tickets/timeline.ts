import {
  type ActorRef,
  clockChange,
  evolve,
  type InternalTicketEvent,
  isPublic,
  type PublicTicketEvent,
  type Ticket,
  type TicketEvent,
  type TicketType,
} from '@teo-support/core';
import type { RequesterTimelineEntry, StaffTimelineEntry } from '@teo-support/core/contract';
import type { Mentions } from './mentions.js';
import { fileView, iso } from './values.js';

/** The story as everyone concerned may read it. */
export function publicTimeline(
  events: readonly PublicTicketEvent[],
  mentions: Mentions,
): RequesterTimelineEntry[] {
  return withPlaces(events).map(({ event, ...place }) => publicEntry(event, place, mentions));
}

/** The story as the team reads it. */
export function wholeTimeline(events: readonly TicketEvent[], mentions: Mentions): StaffTimelineEntry[] {
  return withPlaces(events).map(({ event, ...place }) =>
    isPublic(event) ? publicEntry(event, place, mentions) : internalEntry(event, place, mentions),
  );
}

/** Where an event stands in the story: its number, the type of the ticket before it, and what it did to the clock. */
interface Place {
  readonly version: number;
  readonly typeBefore: TicketType;
  readonly clock: 'stopped' | 'resumed' | null;
}

function withPlaces<E extends TicketEvent>(events: readonly E[]): (Place & { readonly event: E })[] {
  let ticket: Ticket | null = null;
  return events.map((event, index) => {
    const before: Ticket | null = ticket;
    ticket = evolve(before, event);
    if (ticket === null) throw new Error('A history begins with the filing of its ticket.');
    return {
      event,
      version: index + 1,
      typeBefore: (before ?? ticket).type,
      clock: clockChange(before, ticket),
    };
  });
}

/** What every entry has. It is spread last into them: see decision 39. */
function baseOf(event: TicketEvent, { version, clock }: Place, mentions: Mentions) {
  return { version, clock, at: iso(event.at), by: author(event.by, mentions) };
}

function internalEntry(event: InternalTicketEvent, place: Place, mentions: Mentions): StaffTimelineEntry {
  const base = baseOf(event, place, mentions);
  switch (event.type) {
    case 'internal_note.written':
      return { type: event.type, text: event.text.written, ...base };
    case 'consultation.asked':
      return { type: event.type, service: event.service, question: event.question.written, ...base };
    case 'consultation.answered':
      return { type: event.type, consultation: event.consultation, answer: event.answer.written, ...base };
    case 'carried_ticket.added':
    case 'carried_ticket.removed':
      return { type: event.type, carried: mentions.ticket(event.carried), ...base };
    case 'link.added':
    case 'link.removed':
      return { type: event.type, other: mentions.ticket(event.other), ...base };
    case 'target.approaching':
    case 'target.missed': {
      const { type, target, priority, dueAt } = event;
      return { type, target, priority, dueAt: iso(dueAt), ...base };
    }
  }
}

function publicEntry(event: PublicTicketEvent, place: Place, mentions: Mentions): RequesterTimelineEntry {
  const base = baseOf(event, place, mentions);
  switch (event.type) {
    case 'ticket.filed':
    case 'ticket.confirmed':
    case 'ticket.closed_by_time':
    case 'ticket.carried':
    case 'ticket.released':
      return { type: event.type, ...base };
    case 'ticket.answered':
      return {
        type: event.type,
        text: event.text.written,
        files: event.files.map(fileView),
        awaitsRequester: event.awaitsRequester,
        ...base,
      };
    case 'ticket.replied':
      return { type: event.type, text: event.text.written, files: event.files.map(fileView), ...base };
    case 'ticket.assigned':
      return {
        type: event.type,
        service: event.service,
        agent: event.agentId === null ? null : mentions.staff(event.agentId),
        ...base,
      };
    case 'ticket.reproduction_tested':
      return {
        type: event.type,
        verdict: event.verdict,
        environment: event.environment.written,
        steps: event.steps.map((step) => step.written),
        observed: event.observed.written,
        evidence: event.evidence.map(fileView),
        ...base,
      };
    case 'ticket.transferred':
      return { type: event.type, to: event.to, reason: event.reason?.written ?? null, ...base };
    case 'ticket.reprioritised':
      return { type: event.type, priority: event.priority, reason: event.reason.written, ...base };
    case 'ticket.requalified':
      return {
        type: event.type,
        from: place.typeBefore,
        ticketType: event.ticketType,
        service: event.service,
        reason: event.reason.written,
        ...base,
      };
    case 'ticket.roll_back_guided':
      return { type: event.type, steps: event.steps.map((step) => step.written), ...base };
    case 'ticket.roll_back_step_ticked':
      return { type: event.type, step: event.step, done: event.done, ...base };
    case 'ticket.roll_back_ruled_out':
      return { type: event.type, reason: event.reason.written, ...base };
    case 'ticket.views_crossed':
      return { type: event.type, service: event.service, ...base };
    case 'ticket.merged':
      return { type: event.type, into: mentions.ticket(event.into), ...base };
    case 'ticket.unmerged':
      return { type: event.type, from: mentions.ticket(event.from), ...base };
    case 'ticket.duplicate_added':
    case 'ticket.duplicate_removed':
      return { type: event.type, duplicate: mentions.ticket(event.duplicate), ...base };
    case 'ticket.cancelled':
      return { type: event.type, reason: event.reason?.written ?? null, ...base };
    case 'ticket.resolved':
      return { type: event.type, resolution: event.resolution.written, ...base };
    case 'ticket.reopened':
      return { type: event.type, reason: event.reason.written, ...base };
  }
}

function author(by: ActorRef, mentions: Mentions): RequesterTimelineEntry['by'] {
  switch (by.kind) {
    case 'teomaster':
      return {
        kind: by.kind,
        ...mentions.teomaster(by.id),
        ...(by.via === undefined ? {} : { via: mentions.apiKey(by.via).name }),
      };
    case 'staff':
      return { kind: by.kind, ...mentions.staff(by.id) };
    case 'system':
      return { kind: by.kind, id: 'system', name: 'téo' };
  }
}
