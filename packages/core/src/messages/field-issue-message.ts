import type { FieldIssue, FieldIssueCode } from '../ticket-types/field-issue.js';
import { fill } from './catalogue.js';

/** What is wrong with one field and how to mend it, in the reader's language. */
export function fieldIssueMessage<Code extends FieldIssueCode>(
  issue: FieldIssue<Code>,
  { fieldIssues }: { readonly fieldIssues: Readonly<Record<Code, string>> },
): string {
  const message = fieldIssues[issue.code];
  return issue.limit === null ? message : fill(message, { limit: issue.limit });
}
