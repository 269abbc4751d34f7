import { write } from '../../text/written.js';
import type { AnswerTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import { checkWords } from './words.js';

/** « Première réponse rapide à chaque demande » */
export function answer(command: AnswerTicket): StepOutcome {
  const issues = checkWords('text', command.text);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened({
    type: 'ticket.answered',
    text: write(command.text),
    files: command.files,
    awaitsRequester: command.awaitsRequester,
  });
}
