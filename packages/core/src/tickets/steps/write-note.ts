import { write } from '../../text/written.js';
import type { WriteInternalNote } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import { checkWords } from './words.js';

/** « Échanges internes pour un conseil ajusté » */
export function writeNote(command: WriteInternalNote): StepOutcome {
  const issues = checkWords('text', command.text);
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened({ type: 'internal_note.written', text: write(command.text) });
}
