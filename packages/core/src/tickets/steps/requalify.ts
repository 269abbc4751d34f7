import { write } from '../../text/written.js';
import { checkEntitledAnswers } from '../../ticket-types/answers.js';
import { isOffered } from '../../ticket-types/entitlements.js';
import { declarationOf } from '../../ticket-types/index.js';
import type { RequalifyTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import type { Ticket } from '../ticket.js';
import { checkWords } from './words.js';

/** Another type, and with it another path and service. Its clock goes on as it was; the reason is told. */
export function requalify(ticket: Ticket, command: RequalifyTicket): StepOutcome {
  const declaration = declarationOf(command.ticketType);
  if (ticket.type === command.ticketType) return refused({ code: 'same_type' });
  if (!isOffered(declaration, command.entitlements)) return refused({ code: 'type_not_offered' });
  const checked = checkEntitledAnswers(declaration, command.answers, command.entitlements);
  const issues = [
    ...checkWords('reason', command.reason),
    ...(checked.ok ? [] : checked.issues.map((each) => ({ ...each, path: ['answers', ...each.path] }))),
  ];
  if (issues.length > 0 || !checked.ok) return refused({ code: 'fields_invalid', issues });
  return happened({
    type: 'ticket.requalified',
    ticketType: command.ticketType,
    service: declaration.routedTo,
    reason: write(command.reason),
    answers: checked.answers,
  });
}
