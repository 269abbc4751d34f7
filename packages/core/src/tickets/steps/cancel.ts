import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import type { CancelTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import { maxMessageLength } from './words.js';

/** The requester withdraws the ticket. A reason is welcome and not asked for. */
export function cancel(command: CancelTicket): StepOutcome {
  const reason = command.reason.trim();
  if (reason.length > maxMessageLength) {
    return refused({
      code: 'fields_invalid',
      issues: [issue(['reason'], 'too_long', { max: maxMessageLength })],
    });
  }
  return happened({ type: 'ticket.cancelled', reason: reason === '' ? null : write(reason) });
}
