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

function baseOf(event: TicketEvent, { version, clock }: Place, mentions: Mentions) {
  return { version, clock, at: iso(event.at), by: author(event.by, mentions) };
}

function internalEntry(event: InternalTicketEvent, place: Place, mentions: Mentions): StaffTimelineEntry {
  const base = baseOf(event, place, mentions);
  switch (event.type) {
    case 'internal_note.written':
      return { ...base, type: event.type, text: event.text.written };
    case 'consultation.asked':
      return { ...base, type: event.type, service: event.service, question: event.question.written };
    case 'consultation.answered':
      return { ...base, type: event.type, consultation: event.consultation, answer: event.answer.written };
    case 'carried_ticket.added':
    case 'carried_ticket.removed':
      return { ...base, type: event.type, carried: mentions.ticket(event.carried) };
    case 'link.added':
    case 'link.removed':
      return { ...base, type: event.type, other: mentions.ticket(event.other) };
    case 'target.approaching':
    case 'target.missed': {
      const { type, target, priority, dueAt } = event;
      return { ...base, type, target, priority, dueAt: iso(dueAt) };
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
      return { ...base, type: event.type };
    case 'ticket.answered':
      return {
        ...base,
        type: event.type,
        text: event.text.written,
        files: event.files.map(fileView),
        awaitsRequester: event.awaitsRequester,
      };
    case 'ticket.replied':
      return { ...base, type: event.type, text: event.text.written, files: event.files.map(fileView) };
    case 'ticket.assigned':
      return {
        ...base,
        type: event.type,
        service: event.service,
        agent: event.agentId === null ? null : mentions.staff(event.agentId),
      };
    case 'ticket.reproduction_tested':
      return {
        ...base,
        type: event.type,
        verdict: event.verdict,
        environment: event.environment.written,
        steps: event.steps.map((step) => step.written),
        observed: event.observed.written,
        evidence: event.evidence.map(fileView),
      };
    case 'ticket.transferred':
      return { ...base, type: event.type, to: event.to, reason: event.reason?.written ?? null };
    case 'ticket.reprioritised':
      return { ...base, type: event.type, priority: event.priority, reason: event.reason.written };
    case 'ticket.requalified':
      return {
        ...base,
        type: event.type,
        from: place.typeBefore,
        ticketType: event.ticketType,
        service: event.service,
        reason: event.reason.written,
      };
    case 'ticket.roll_back_guided':
      return { ...base, type: event.type, steps: event.steps.map((step) => step.written) };
    case 'ticket.roll_back_step_ticked':
      return { ...base, type: event.type, step: event.step, done: event.done };
    case 'ticket.roll_back_ruled_out':
      return { ...base, type: event.type, reason: event.reason.written };
    case 'ticket.views_crossed':
      return { ...base, type: event.type, service: event.service };
    case 'ticket.merged':
      return { ...base, type: event.type, into: mentions.ticket(event.into) };
    case 'ticket.unmerged':
      return { ...base, type: event.type, from: mentions.ticket(event.from) };
    case 'ticket.duplicate_added':
    case 'ticket.duplicate_removed':
      return { ...base, type: event.type, duplicate: mentions.ticket(event.duplicate) };
    case 'ticket.cancelled':
      return { ...base, type: event.type, reason: event.reason?.written ?? null };
    case 'ticket.resolved':
      return { ...base, type: event.type, resolution: event.resolution.written };
    case 'ticket.reopened':
      return { ...base, type: event.type, reason: event.reason.written };
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
