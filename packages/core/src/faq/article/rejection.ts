import type { FieldIssue } from '../../ticket-types/field-issue.js';

/** Why a command on an article of the FAQ was refused. Every code has words in both languages. */
export type ArticleRejection =
  | { readonly code: 'fields_invalid'; readonly issues: readonly FieldIssue[] }
  | { readonly code: 'staff_only' }
  | { readonly code: 'article_missing' }
  | { readonly code: 'no_draft' }
  | { readonly code: 'review_by_another' }
  | { readonly code: 'comment_missing' }
  | { readonly code: 'review_missing' }
  | { readonly code: 'article_not_published' };
