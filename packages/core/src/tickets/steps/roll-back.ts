import { write } from '../../text/written.js';
import type { GuideRollBack, RuleOutRollBack, TickRollBackStep } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import type { Ticket } from '../ticket.js';
import { checkSteps } from './step-list.js';
import { checkWords } from './words.js';

/** « Nous vous guidons pour revenir en arrière »: from now on it is the requester's turn, step by step. */
export function guideRollBack(command: GuideRollBack): StepOutcome {
  const { steps, issues } = checkSteps(command.steps);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened({ type: 'ticket.roll_back_guided', steps: steps.map(write) });
}

/** « (si possible) »: the reason why it is not stands in the ticket and is told. */
export function ruleOutRollBack(command: RuleOutRollBack): StepOutcome {
  const issues = checkWords('reason', command.reason);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened({ type: 'ticket.roll_back_ruled_out', reason: write(command.reason) });
}

/** Steps are done in their order, and taken back in the opposite one. Saying again what stands is no news. */
export function tickRollBackStep(ticket: Ticket, { step, done }: TickRollBackStep): StepOutcome {
  const steps = ticket.rollBack?.kind === 'guided' ? ticket.rollBack.steps : [];
  const ticked = steps[step];
  if (ticked === undefined) return refused({ code: 'no_such_step' });
  if (ticked.done === done) return happened();
  const inOrder = done
    ? steps.slice(0, step).every((earlier) => earlier.done)
    : steps.slice(step + 1).every((later) => !later.done);
  return inOrder
    ? happened({ type: 'ticket.roll_back_step_ticked', step, done })
    : refused({ code: 'step_out_of_order' });
}
