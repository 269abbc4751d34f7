import {
  type Answer,
  type Answers,
  endedAt,
  foldForSearch,
  formatReference,
  policyOf,
  serviceClock,
  subjectOf,
  type Ticket,
  type TicketEvent,
  timed,
} from '@teo-support/core';
import type { tickets } from './tables.js';

type TicketRow = typeof tickets.$inferSelect;

/** Sorts after every real target: for tickets that wait for their requester or are done. */
const notQueued = 8_640_000_000_000_000;

/**
 * The row that lists read, made from the history alone: replaying the events of a ticket always gives it again
 * (a test proves it).
 */
export function rowOf(ticket: Ticket, history: readonly TicketEvent[], headHash: string): TicketRow {
  const clock = serviceClock(timed(ticket), policyOf(ticket.policyVersion), ticket.lastEventAt);
  return {
    id: ticket.id,
    number: ticket.number,
    type: ticket.type,
    organizationId: ticket.organizationId,
    requesterId: ticket.requesterId,
    status: ticket.status,
    priority: ticket.priority,
    service: ticket.service,
    agentId: ticket.agentId,
    subject: subjectOf(ticket.answers),
    searchText: foldForSearch([formatReference(ticket.number), ...history.flatMap(publicWords)].join(' ')),
    verdict: ticket.verdict,
    transferredAt: ticket.transferredAt,
    policyVersion: ticket.policyVersion,
    pauses: ticket.pauses,
    filedAt: ticket.filedAt,
    changedAt: ticket.changedAt,
    endedAt: endedAt(ticket),
    mergedInto: ticket.merged?.into ?? null,
    queueAt: clock.state === 'running' ? clock.dueAt : notQueued,
    version: ticket.version,
    publicVersion: ticket.publicVersion,
    headHash,
  };
}

/** What an event lets requesters find the ticket by. Internal notes give nothing, by their kind. */
function publicWords(event: TicketEvent): string[] {
  switch (event.type) {
    case 'ticket.filed':
      return wordsOf(event.answers);
    case 'ticket.answered':
    case 'ticket.replied':
      return [event.text.written ?? ''];
    case 'ticket.resolved':
      return [event.resolution.written ?? ''];
    case 'ticket.reopened':
    case 'ticket.reprioritised':
    case 'ticket.roll_back_ruled_out':
      return [event.reason.written ?? ''];
    case 'ticket.requalified':
      return [event.reason.written ?? '', ...wordsOf(event.answers)];
    case 'ticket.roll_back_guided':
      return event.steps.map((step) => step.written ?? '');
    case 'ticket.cancelled':
      return [event.reason?.written ?? ''];
    case 'ticket.assigned':
    case 'ticket.reproduction_tested':
    case 'ticket.transferred':
    case 'ticket.confirmed':
    case 'ticket.closed_by_time':
    case 'ticket.roll_back_step_ticked':
    case 'ticket.views_crossed':
    case 'ticket.merged':
    case 'ticket.unmerged':
    case 'ticket.duplicate_added':
    case 'ticket.duplicate_removed':
    case 'ticket.carried':
    case 'ticket.released':
    case 'internal_note.written':
    case 'consultation.asked':
    case 'consultation.answered':
    case 'carried_ticket.added':
    case 'carried_ticket.removed':
    case 'link.added':
    case 'link.removed':
      return [];
  }
}

function wordsOf(answers: Answers): string[] {
  return Object.values(answers).flatMap(wordsOfAnswer);
}

function wordsOfAnswer(answer: Answer): string[] {
  switch (answer.kind) {
    case 'text':
      return [answer.text.written ?? ''];
    case 'steps':
      return answer.steps.map((step) => step.written ?? '');
    case 'training':
      return [answer.title];
    case 'feature':
      return [answer.name];
    case 'choice':
    case 'images':
      return [];
  }
}
