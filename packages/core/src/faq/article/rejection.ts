import type { FieldIssue } from '../../ticket-types/field-issue.js';

/** Why a command on an article of the FAQ was refused. Every code has words in both languages. */
export type ArticleRejection =
  | { readonly code: 'fields_invalid'; readonly issues: readonly FieldIssue[] }
  | { readonly code: 'staff_only' }
  | { readonly code: 'article_missing' }
  | { readonly code: 'no_draft' }
  /** What was masked is not settled yet. */
  | { readonly code: 'mask_unsettled' }
  /** Something that may tell of somebody stands in it. */
  | { readonly code: 'maskable_found' }
  | { readonly code: 'not_submitted' }
  /** Only what was resolved leads to an article. */
  | { readonly code: 'ticket_not_resolved' }
  | { readonly code: 'review_by_another' }
  | { readonly code: 'comment_missing' }
  | { readonly code: 'review_missing' }
  | { readonly code: 'article_not_published' };
