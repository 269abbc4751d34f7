import { type FieldIssue, issue } from '../../ticket-types/field-issue.js';

/** The longest message, note or resolution, in UTF-16 code units. */
export const maxMessageLength = 20_000;

/** What is wrong with words that must be there: nothing, or one issue at `name`. */
export function checkWords(name: string, text: string, max: number = maxMessageLength): FieldIssue[] {
  const length = text.trim().length;
  if (length === 0) return [issue([name], 'required')];
  return length > max ? [issue([name], 'too_long', { max })] : [];
}
