import { write } from '../../text/written.js';
import type { ResolveTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import { checkWords } from './words.js';

/** A ticket is resolved with words, never by a click alone. */
export function resolve(command: ResolveTicket): StepOutcome {
  const issues = checkWords('resolution', command.resolution);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened({ type: 'ticket.resolved', resolution: write(command.resolution) });
}
