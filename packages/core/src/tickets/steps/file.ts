import type { TeomasterActor } from '../../people/actor.js';
import { type Impact, priorityOf } from '../../priority/impact.js';
import { write } from '../../text/written.js';
import { checkAnswers } from '../../ticket-types/answers.js';
import { isOffered } from '../../ticket-types/entitlements.js';
import { declarationOf } from '../../ticket-types/index.js';
import type { FileTicket } from '../commands.js';
import { type DecisionContext, happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';

/** Longest value of one context item, in UTF-16 code units; the rest is cut, as nobody typed it. */
const maxContextLength = 4000;

export function file(command: FileTicket, actor: TeomasterActor, context: DecisionContext): StepOutcome {
  const declaration = declarationOf(command.ticketType);
  if (!isOffered(declaration, command.entitlements)) return refused({ code: 'type_not_offered' });
  const checked = checkAnswers(declaration, command.answers, command.uploads, command.entitlements);
  if (!checked.ok) return refused({ code: 'fields_invalid', issues: checked.issues });
  const impact: Impact = declaration.asksImpact ? command.impact : { usable: true };
  return happened({
    type: 'ticket.filed',
    ticketId: command.ticketId,
    number: command.number,
    ticketType: command.ticketType,
    organizationId: actor.organizationId,
    requesterId: actor.id,
    answers: checked.answers,
    impact,
    priority: priorityOf(impact),
    service: declaration.routedTo,
    context: declaration.attachesContext
      ? command.context.map((item) => ({
          key: item.key,
          value: write(item.value.slice(0, maxContextLength)),
        }))
      : [],
    policyVersion: context.policy.version,
  });
}
