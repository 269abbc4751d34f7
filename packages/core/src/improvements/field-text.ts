import { type FieldIssue, type FormIssueCode, issue } from '../ticket-types/field-issue.js';

/** What is wrong with a text that is needed and may be so long. */
export function checkText(name: string, text: string, most: number): FieldIssue<FormIssueCode>[] {
  const { length } = text.trim();
  if (length === 0) return [issue([name], 'required')];
  return length > most ? [issue([name], 'too_long', { max: most })] : [];
}
