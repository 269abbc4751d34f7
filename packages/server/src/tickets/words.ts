import {
  type Answer,
  type Answers,
  formatReference,
  type InternalTicketEvent,
  type PublicTicketEvent,
} from '@teo-support/core';

/** What an event lets everyone concerned find its ticket by. */
export function publicWords(event: PublicTicketEvent): readonly string[] {
  switch (event.type) {
    case 'ticket.filed':
      return [formatReference(event.number), ...wordsOf(event.answers)];
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
    case 'ticket.reproduction_tested':
      return [event.environment, ...event.steps, event.observed].map((words) => words.written ?? '');
    case 'ticket.transferred':
      return [event.reason?.written ?? ''];
    case 'ticket.assigned':
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
      return [];
  }
}

/** What an event lets the team alone find its ticket by. */
export function teamWords(event: InternalTicketEvent): readonly string[] {
  switch (event.type) {
    case 'internal_note.written':
      return [event.text.written ?? ''];
    case 'consultation.asked':
      return [event.question.written ?? ''];
    case 'consultation.answered':
      return [event.answer.written ?? ''];
    case 'carried_ticket.added':
    case 'carried_ticket.removed':
    case 'link.added':
    case 'link.removed':
    case 'target.approaching':
    case 'target.missed':
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
