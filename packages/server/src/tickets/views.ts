import {
  type Actor,
  type Answer,
  type DecisionContext,
  type Entitlements,
  formatReference,
  isPublic,
  type Milestone,
  offeredTypes,
  type Priority,
  permission,
  possibleCommands,
  type RollBack,
  reopenableUntil,
  type ServiceClock,
  serviceClock,
  subjectOf,
  type Ticket,
  type Timed,
  timed,
  transitionNames,
  whoseTurn,
} from '@teo-support/core';
import type {
  AnswerView,
  ClockView,
  RequesterTicket,
  StaffTicket,
  TicketSummary,
} from '@teo-support/core/contract';
import { type Locale, rejectionMessage } from '@teo-support/core/messages';
import { catalogueOf } from '../http/index.js';
import type { Names } from '../people/index.js';
import type { Moment, TicketHistory } from './handle-command.js';
import type { Mentions } from './mentions.js';
import type { tickets } from './tables.js';
import { publicTimeline, wholeTimeline } from './timeline.js';
import { fileView, iso } from './values.js';

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
  | 'mergedInto'
  | 'carrier'
> &
  Timed;

/** A line of a list. `version` is the one that this side counts by. */
export function summaryView(
  row: Listed,
  version: number,
  names: Names,
  { now, policies }: Moment,
): TicketSummary {
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
    turn: row.mergedInto === null ? whoseTurn(row.status) : 'nobody',
    merged: row.mergedInto !== null,
    carried: row.carrier !== null,
    clock: clockView(serviceClock(row, policies.of(row.policyVersion), now)),
    verdict: row.verdict,
    transferredAt: row.transferredAt === null ? null : iso(row.transferredAt),
    filedAt: iso(row.filedAt),
    changedAt: iso(row.changedAt),
    version,
  };
}

/** For whom a ticket is shown, and when: what they may do with it follows from that. */
export interface Showing extends Moment {
  /** `null` for an integrator that acts for nobody, and so can do nothing. */
  readonly actor: Actor | null;
  readonly locale: Locale;
}

/** The ticket as its organization sees it: what the team keeps to itself is not in it, nor counted by it. */
export function requesterView(
  { ticket, events }: TicketHistory,
  mentions: Mentions,
  showing: Showing,
): RequesterTicket {
  return Object.assign(detail(ticket, ticket.publicVersion, mentions, showing), {
    timeline: publicTimeline(events.filter(isPublic), mentions),
  });
}

/** The ticket as the team sees it. */
export function staffView(
  { ticket, events }: TicketHistory,
  mentions: Mentions,
  showing: Showing & { readonly actor: Actor },
  entitlements: Entitlements,
): StaffTicket {
  return Object.assign(detail(ticket, ticket.version, mentions, showing), {
    refusals: refusalsOf(ticket, showing),
    consultations: ticket.consultations.map((asked) => ({ ...asked })),
    carrier: ticket.carrier === null ? null : mentions.ticket(ticket.carrier),
    carries: ticket.carries.map(mentions.ticket),
    links: ticket.links.map(mentions.ticket),
    targets: targetsOf(ticket, showing),
    offeredTypes: offeredTypes(entitlements),
    entitlements: { trainings: [...entitlements.trainings], trials: [...entitlements.trials] },
    timeline: wholeTimeline(events, mentions),
  });
}

/** What a list would tell of it. Member by member: a ticket has so many that copying all of them costs more than the rest. */
function listedOf(ticket: Ticket): Listed {
  const { id, number, type, status, service, organizationId, requesterId, agentId } = ticket;
  const { verdict, transferredAt, changedAt, policyVersion, carrier } = ticket;
  return {
    id,
    number,
    type,
    subject: subjectOf(ticket.answers),
    status,
    service,
    organizationId,
    requesterId,
    agentId,
    verdict,
    transferredAt,
    changedAt,
    policyVersion,
    mergedInto: ticket.merged?.into ?? null,
    carrier,
    ...timed(ticket),
  };
}

/** What both sides see. Members are assigned to what a list would tell, as a spread before others is slow: decision 39. */
function detail(ticket: Ticket, version: number, mentions: Mentions, showing: Showing) {
  const until = reopenableUntil(ticket, showing.policies.of(ticket.policyVersion));
  return Object.assign(summaryView(listedOf(ticket), version, mentions, showing), {
    filedAs: ticket.filedAs,
    answers: Object.fromEntries(
      Object.entries(ticket.answers).map(([name, answer]) => [name, answerView(answer)]),
    ),
    impact: ticket.impact,
    context: ticket.context.map((item) => ({ key: item.key, value: item.value.written })),
    policyVersion: ticket.policyVersion,
    rollBack: ticket.rollBack === null ? null : rollBackView(ticket.rollBack),
    duplicates: ticket.duplicates.map(mentions.ticket),
    mergedInto: ticket.merged === null ? null : mentions.ticket(ticket.merged.into),
    reopenableUntil: until === null ? null : iso(until),
    possible:
      showing.actor === null
        ? []
        : possibleCommands(ticket, contextOf(ticket, { ...showing, actor: showing.actor })),
  });
}

function contextOf(
  ticket: Ticket,
  { actor, now, policies }: Moment & { readonly actor: Actor },
): DecisionContext {
  return { actor, now, policy: policies.of(ticket.policyVersion) };
}

function targetsOf(ticket: Ticket, { now, policies }: Moment): StaffTicket['targets'] {
  const policy = policies.of(ticket.policyVersion);
  const under = (priority: Priority) => iso(serviceClock({ ...timed(ticket), priority }, policy, now).dueAt);
  return { urgent: under('urgent'), high: under('high'), medium: under('medium'), low: under('low') };
}

function refusalsOf(ticket: Ticket, showing: Showing & { readonly actor: Actor }): StaffTicket['refusals'] {
  const catalogue = catalogueOf(showing.locale);
  const context = contextOf(ticket, showing);
  const refusals: StaffTicket['refusals'] = {};
  for (const name of transitionNames) {
    const allowed = permission(name, ticket, context);
    if (!allowed.ok) refusals[name] = rejectionMessage(allowed.rejection, catalogue);
  }
  return refusals;
}

function rollBackView(rollBack: RollBack): NonNullable<RequesterTicket['rollBack']> {
  switch (rollBack.kind) {
    case 'guided':
      return {
        kind: 'guided',
        steps: rollBack.steps.map(({ text, done }) => ({ text: text.written, done })),
      };
    case 'ruled_out':
      return { kind: 'ruled_out', reason: rollBack.reason.written };
  }
}

function answerView(answer: Answer): AnswerView {
  switch (answer.kind) {
    case 'text':
      return { kind: 'text', text: answer.text.written };
    case 'steps':
      return { kind: 'steps', steps: answer.steps.map((step) => step.written) };
    case 'choice':
      return { kind: 'choice', choice: answer.choice };
    case 'training':
    case 'feature':
      return answer;
    case 'images':
      return {
        kind: 'images',
        files: answer.files.map(fileView),
        noneBecause: answer.noneBecause?.written ?? null,
      };
  }
}

function clockView(clock: ServiceClock): ClockView {
  return {
    ...clock,
    dueAt: iso(clock.dueAt),
    firstAnswer: milestoneView(clock.firstAnswer),
    assignment: milestoneView(clock.assignment),
  };
}

function milestoneView({ dueAt, metAt, missed }: Milestone): ClockView['firstAnswer'] {
  return { dueAt: iso(dueAt), metAt: metAt === null ? null : iso(metAt), missed };
}
