import { write } from '../../text/written.js';
import type { TransferTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';

/** « Si le bug est avéré, le ticket est transmis au service technique. » The condition is in the transitions. */
export function transfer(command: TransferTicket): StepOutcome {
  const reason = command.reason.trim();
  return happened({
    type: 'ticket.transferred',
    to: 'technical',
    reason: reason === '' ? null : write(reason),
  });
}
