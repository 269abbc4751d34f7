import type { Actor } from '../../people/actor.js';
import { write } from '../../text/written.js';
import type { AnswerConsultation, ConsultService } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import type { Ticket } from '../ticket.js';
import { checkWords } from './words.js';

/** « Les différents services interviennent dans le process »: asks one that does not have the ticket. */
export function consult(ticket: Ticket, command: ConsultService): StepOutcome {
  const issues = checkWords('question', command.question);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  if (ticket.service === command.service) return refused({ code: 'own_service' });
  if (ticket.consultations.some((asked) => asked.service === command.service && !asked.answered))
    return refused({ code: 'already_consulted' });
  return happened({
    type: 'consultation.asked',
    service: command.service,
    question: write(command.question),
  });
}

/** « Nous croisons régulièrement nos regards »: someone of the service that was asked gives its view. */
export function answerConsultation(ticket: Ticket, command: AnswerConsultation, actor: Actor): StepOutcome {
  const issues = checkWords('answer', command.answer);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  const asked = ticket.consultations.find(({ number }) => number === command.consultation);
  if (asked === undefined || asked.answered) return refused({ code: 'no_open_consultation' });
  if (actor.kind !== 'staff' || !actor.services.includes(asked.service))
    return refused({ code: 'not_in_service' });
  return happened(
    { type: 'consultation.answered', consultation: asked.number, answer: write(command.answer) },
    { type: 'ticket.views_crossed', service: asked.service },
  );
}
