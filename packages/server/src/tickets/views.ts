import {
  type ActorRef,
  type Answer,
  clockChange,
  endedAt,
  evolve,
  type FileRef,
  formatReference,
  isPublic,
  type PublicTicketEvent,
  policyOf,
  type ServiceClock,
  serviceClock,
  subjectOf,
  type Ticket,
  type TicketEvent,
  type Timed,
  whoseTurn,
} from '@teo-support/core';
import type {
  AnswerView,
  ClockView,
  FileView,
  RequesterTicket,
  RequesterTimelineEntry,
  StaffTicket,
  StaffTimelineEntry,
  TicketSummary,
} from '@teo-support/core/contract';
import type { Names } from '../people/index.js';
import type { TicketHistory } from './handle-command.js';
import type { tickets } from './tables.js';

type TicketRow = typeof tickets.$inferSelect;

/** What both a row and a ticket tell for a list. */
type Listed = Pick<
  TicketRow,
  | 'id'
  | 'number'
  | 'type'
  | 'subject'
  | 'status'
  | 'priority'
  | 'service'
  | 'organizationId'
  | 'requesterId'
  | 'agentId'
  | 'verdict'
  | 'transferredAt'
  | 'filedAt'
  | 'changedAt'
  | 'policyVersion'
> &
  Timed;

/** A line of a list. `version` is the one that this side counts by. */
export function summaryView(row: Listed, version: number, names: Names, now: number): TicketSummary {
  return {
    id: row.id,
    reference: formatReference(row.number),
    type: row.type,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    service: row.service,
    organizationId: row.organizationId,
    requester: names.teomaster(row.requesterId),
    organization: names.organization(row.organizationId),
    agent: row.agentId === null ? null : names.staff(row.agentId),
    turn: whoseTurn(row.status),
    clock: clockView(serviceClock(row, policyOf(row.policyVersion), now)),
    verdict: row.verdict,
    transferredAt: row.transferredAt === null ? null : iso(row.transferredAt),
    filedAt: iso(row.filedAt),
    changedAt: iso(row.changedAt),
    version,
  };
}

/** The ticket as its organization sees it: internal notes are not in it, nor counted by it. */
export function requesterView({ ticket, events }: TicketHistory, names: Names, now: number): RequesterTicket {
  return {
    ...detail(ticket, ticket.publicVersion, names, now),
    timeline: publicTimeline(events.filter(isPublic), names),
  };
}

/** The ticket as the team sees it. */
export function staffView({ ticket, events }: TicketHistory, names: Names, now: number): StaffTicket {
  return { ...detail(ticket, ticket.version, names, now), timeline: wholeTimeline(events, names) };
}

function detail(ticket: Ticket, version: number, names: Names, now: number) {
  const listed = { ...ticket, subject: subjectOf(ticket.answers), endedAt: endedAt(ticket) };
  return {
    ...summaryView(listed, version, names, now),
    answers: Object.fromEntries(
      Object.entries(ticket.answers).map(([name, answer]) => [name, answerView(answer)]),
    ),
    impact: ticket.impact,
    context: ticket.context.map((item) => ({ key: item.key, value: item.value.written })),
    policyVersion: ticket.policyVersion,
  };
}

function publicTimeline(events: readonly PublicTicketEvent[], names: Names): RequesterTimelineEntry[] {
  return withClock(events).map(({ event, version, clock }) => publicEntry(event, version, clock, names));
}

function wholeTimeline(events: readonly TicketEvent[], names: Names): StaffTimelineEntry[] {
  return withClock(events).map(({ event, version, clock }) =>
    isPublic(event)
      ? publicEntry(event, version, clock, names)
      : {
          type: event.type,
          text: event.text.written,
          version,
          clock,
          at: iso(event.at),
          by: author(event.by, names),
        },
  );
}

type Marked<E extends TicketEvent> = { event: E; version: number; clock: 'stopped' | 'resumed' | null };

/** Each event with its place and with what it did to the clock. */
function withClock<E extends TicketEvent>(events: readonly E[]): Marked<E>[] {
  let ticket: Ticket | null = null;
  return events.map((event, index) => {
    const before = ticket;
    ticket = evolve(ticket, event);
    return { event, version: index + 1, clock: ticket === null ? null : clockChange(before, ticket) };
  });
}

function publicEntry(
  event: PublicTicketEvent,
  version: number,
  clock: Marked<TicketEvent>['clock'],
  names: Names,
): RequesterTimelineEntry {
  const base = { version, clock, at: iso(event.at), by: author(event.by, names) };
  switch (event.type) {
    case 'ticket.filed':
    case 'ticket.confirmed':
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
        agent: event.agentId === null ? null : names.staff(event.agentId),
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
    case 'ticket.resolved':
      return { ...base, type: event.type, resolution: event.resolution.written };
    case 'ticket.reopened':
      return { ...base, type: event.type, reason: event.reason.written };
  }
}

function author(by: ActorRef, names: Names) {
  const person = by.kind === 'teomaster' ? names.teomaster(by.id) : names.staff(by.id);
  return { kind: by.kind, ...person };
}

function answerView(answer: Answer): AnswerView {
  switch (answer.kind) {
    case 'text':
      return { kind: 'text', text: answer.text.written };
    case 'steps':
      return { kind: 'steps', steps: answer.steps.map((step) => step.written) };
    case 'choice':
      return { kind: 'choice', choice: answer.choice };
    case 'images':
      return {
        kind: 'images',
        files: answer.files.map(fileView),
        noneBecause: answer.noneBecause?.written ?? null,
      };
  }
}

function fileView(file: FileRef): FileView {
  return {
    id: file.id,
    name: file.name.written,
    mediaType: file.mediaType,
    bytes: file.bytes,
    digest: file.digest,
  };
}

function clockView(clock: ServiceClock): ClockView {
  return { ...clock, dueAt: iso(clock.dueAt) };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
