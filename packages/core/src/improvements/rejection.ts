import type { FieldIssue } from '../ticket-types/field-issue.js';

/** Why a command on a request or a review was refused. Every code has words in both catalogues. */
export type ImprovementRejection =
  | { readonly code: 'fields_invalid'; readonly issues: readonly FieldIssue[] }
  | { readonly code: 'staff_only' }
  | { readonly code: 'teomaster_only' }
  | { readonly code: 'request_exists' }
  | { readonly code: 'rationale_without_substance' }
  | { readonly code: 'same_decision_again' }
  | { readonly code: 'review_published' }
  | { readonly code: 'review_not_yet' }
  | { readonly code: 'nothing_drafted' };
