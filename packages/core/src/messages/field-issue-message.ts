import type { FieldIssue } from '../ticket-types/field-issue.js';
import { type Catalogue, fill } from './catalogue.js';

/** What is wrong with one field and how to mend it, in the reader's language. */
export function fieldIssueMessage(issue: FieldIssue, catalogue: Catalogue): string {
  const message = catalogue.fieldIssues[issue.code];
  return issue.limit === null ? message : fill(message, { limit: issue.limit });
}
