import { type DecisionContext, happened, type StepOutcome } from '../decision.js';
import { alarmsDue } from '../next-by-time.js';
import type { Ticket } from '../ticket.js';

/** Every alarm whose instant has come and that was not raised yet, in the order in which they came. */
export function raiseAlarms(ticket: Ticket, { policy, now }: DecisionContext): StepOutcome {
  return happened(
    ...alarmsDue(ticket, policy, now).map(({ target, level, priority, dueAt }) => ({
      type: `target.${level}` as const,
      target,
      priority,
      dueAt,
    })),
  );
}
