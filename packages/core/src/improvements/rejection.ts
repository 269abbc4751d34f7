import type { FieldIssue } from '../ticket-types/field-issue.js';

/** Why a command on a request or a review was refused. Every code has words in both catalogues. */
export type ImprovementRejection =
  | { readonly code: 'fields_invalid'; readonly issues: readonly FieldIssue[] }
  | { readonly code: 'staff_only' }
  | { readonly code: 'teomaster_only' }
  | { readonly code: 'request_exists' }
  | { readonly code: 'request_missing' }
  | { readonly code: 'request_merged' }
  | { readonly code: 'request_hidden' }
  | { readonly code: 'request_has_merged' }
  | { readonly code: 'request_not_merged' }
  | { readonly code: 'same_request' }
  | { readonly code: 'other_request_unavailable' }
  | { readonly code: 'no_such_comment' }
  | { readonly code: 'voting_over' }
  | { readonly code: 'not_implemented' }
  | { readonly code: 'not_concerned' }
  | { readonly code: 'article_not_published' }
  | { readonly code: 'rationale_without_substance' }
  | { readonly code: 'same_decision_again' }
  | { readonly code: 'request_not_decidable' }
  | { readonly code: 'review_published' }
  | { readonly code: 'review_not_yet' }
  | { readonly code: 'nothing_drafted' };
