import { write } from '../../text/written.js';
import type { ReprioritiseTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import type { Ticket } from '../ticket.js';
import { checkWords } from './words.js';

/** Another priority, and with it another target, counted from creation as before. The reason is told. */
export function reprioritise(ticket: Ticket, command: ReprioritiseTicket): StepOutcome {
  const issues = checkWords('reason', command.reason);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  if (ticket.priority === command.priority) return refused({ code: 'same_priority' });
  return happened({
    type: 'ticket.reprioritised',
    priority: command.priority,
    reason: write(command.reason),
  });
}
