import { write } from '../../text/written.js';
import type { ReopenTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import { checkWords } from './words.js';

/** The requester says that it is not solved; the ticket is open again and its clock goes on. */
export function reopen(command: ReopenTicket): StepOutcome {
  const issues = checkWords('reason', command.reason);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened({ type: 'ticket.reopened', reason: write(command.reason) });
}
