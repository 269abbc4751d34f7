import type { FieldIssue } from '../ticket-types/field-issue.js';
import type { Rejection } from '../tickets/rejection.js';
import { type Catalogue, fill } from './catalogue.js';

/** Why a command was refused, in the reader's language. */
export function rejectionMessage(rejection: Rejection, catalogue: Catalogue): string {
  const message = catalogue.rejections[rejection.code];
  return rejection.code === 'wrong_status'
    ? fill(message, { status: catalogue.statuses[rejection.status].toLocaleLowerCase(catalogue.locale) })
    : message;
}

/** What is wrong with one field and how to mend it, in the reader's language. */
export function fieldIssueMessage(issue: FieldIssue, catalogue: Catalogue): string {
  const message = catalogue.fieldIssues[issue.code];
  return issue.limit === null ? message : fill(message, { limit: issue.limit });
}
