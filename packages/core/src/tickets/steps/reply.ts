import { write } from '../../text/written.js';
import type { ReplyToTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import { checkWords } from './words.js';

/** The requester answers. If the team was waiting for it, the clock goes on. */
export function reply(command: ReplyToTicket): StepOutcome {
  const issues = checkWords('text', command.text);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened({ type: 'ticket.replied', text: write(command.text), files: command.files });
}
