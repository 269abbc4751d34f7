import { refOf } from '../people/actor.js';
import type { TicketCommand } from './commands.js';
import { type DecisionContext, happened, type StepOutcome } from './decision.js';
import type { TicketEvent } from './events.js';
import { type Rejection, refused } from './rejection.js';
import { answer } from './steps/answer.js';
import { assign } from './steps/assign.js';
import { cancel } from './steps/cancel.js';
import { answerConsultation, consult } from './steps/consult.js';
import { file } from './steps/file.js';
import { raiseAlarms } from './steps/raise-alarms.js';
import { recordReproductionTest } from './steps/record-reproduction-test.js';
import { reopen } from './steps/reopen.js';
import { reply } from './steps/reply.js';
import { reprioritise } from './steps/reprioritise.js';
import { requalify } from './steps/requalify.js';
import { resolve } from './steps/resolve.js';
import { guideRollBack, ruleOutRollBack, tickRollBackStep } from './steps/roll-back.js';
import { transfer } from './steps/transfer.js';
import { writeNote } from './steps/write-note.js';
import type { Ticket } from './ticket.js';
import { permission } from './transitions.js';

export type Decision =
  | { readonly ok: true; readonly events: readonly TicketEvent[] }
  | { readonly ok: false; readonly rejection: Rejection };

/**
 * The only way in which a ticket changes: the events that a command leads to, or why it is refused.
 * Pure and total. An accepted command that changes nothing leads to no events.
 *
 * @param ticket the ticket as it stands, or `null` when it is about to be filed
 */
export function decide(ticket: Ticket | null, command: TicketCommand, context: DecisionContext): Decision {
  const outcome = outcomeOf(ticket, command, context);
  if (!outcome.ok) return outcome;
  // A clock that was set back must not make a ticket's history run backwards.
  const at = Math.max(context.now, ticket?.lastEventAt ?? context.now);
  const by = refOf(context.actor);
  return { ok: true, events: outcome.events.map((event) => Object.assign({}, event, { at, by })) };
}

function outcomeOf(ticket: Ticket | null, command: TicketCommand, context: DecisionContext): StepOutcome {
  const { actor } = context;
  if (command.type === 'file') {
    if (ticket !== null) return refused({ code: 'ticket_exists' });
    return actor.kind === 'teomaster' ? file(command, actor, context) : refused({ code: 'teomaster_only' });
  }
  if (ticket === null) return refused({ code: 'ticket_missing' });
  return step(ticket, command, context);
}

function step(
  ticket: Ticket,
  command: Exclude<TicketCommand, { type: 'file' }>,
  context: DecisionContext,
): StepOutcome {
  const allowed = permission(command.type, ticket, context);
  if (!allowed.ok) return allowed;
  switch (command.type) {
    case 'answer':
      return answer(command);
    case 'reply':
      return reply(command);
    case 'write_note':
      return writeNote(command);
    case 'assign':
      return assign(ticket, command);
    case 'record_reproduction_test':
      return recordReproductionTest(ticket, command);
    case 'transfer':
      return transfer(command);
    case 'reprioritise':
      return reprioritise(ticket, command);
    case 'requalify':
      return requalify(ticket, command);
    case 'consult':
      return consult(ticket, command);
    case 'answer_consultation':
      return answerConsultation(ticket, command, context.actor);
    case 'guide_roll_back':
      return guideRollBack(command);
    case 'tick_roll_back_step':
      return tickRollBackStep(ticket, command);
    case 'rule_out_roll_back':
      return ruleOutRollBack(command);
    case 'resolve':
      return resolve(command);
    case 'confirm':
      return happened({ type: 'ticket.confirmed' });
    case 'close_by_time':
      return happened({ type: 'ticket.closed_by_time' });
    case 'raise_alarms':
      return raiseAlarms(ticket, context);
    case 'reopen':
      return reopen(command);
    case 'cancel':
      return cancel(command);
  }
}
