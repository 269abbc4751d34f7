import type { StaffId } from '../../people/ids.js';
import type { Instant } from '../../service-level/policy.js';
import type { TicketType } from '../../ticket-types/index.js';
import type { TeoModule } from '../../ticket-types/teo-modules.js';

export const faqLanguages = ['fr', 'en'] as const;
export type FaqLanguage = (typeof faqLanguages)[number];

/** An article in one language. */
export interface ArticleText {
  readonly title: string;
  /** The same question as people ask it. */
  readonly variants: readonly string[];
  readonly keywords: readonly string[];
  /** In the subset of Markdown that `parseBody` reads. */
  readonly body: string;
}

export interface ArticleContent {
  readonly fr: ArticleText;
  /** Null where it is not translated: then the French text stands in for it. */
  readonly en: ArticleText | null;
  readonly modules: readonly TeoModule[];
  /** The types of tickets that it may spare. */
  readonly ticketTypes: readonly TicketType[];
  /** Ids of other articles. */
  readonly related: readonly string[];
  /** Words that look as if they told of somebody, and were found not to, as they are written. For the team alone. */
  readonly harmless: readonly string[];
}

/** Why an article was begun. For the team alone: readers see nothing of where it comes from. */
export type ArticleOrigin =
  | { readonly kind: 'ticket'; readonly ticketId: string }
  /** What people did not find, by the id of the gap: its publication closes it. */
  | { readonly kind: 'gap'; readonly gap: string };

export const reviewVerdicts = ['approved', 'changes_requested'] as const;

export interface ArticleReview {
  readonly verdict: (typeof reviewVerdicts)[number];
  readonly comment: string;
  readonly by: StaffId;
  readonly at: Instant;
}

/** What is being written, beside what is published. */
export interface ArticleDraft {
  readonly content: ArticleContent;
  /** Everyone who wrote on it since the last edition: none of them reviews it. */
  readonly authors: readonly StaffId[];
  /** When its writer sent this very text for review; null while it is being written. */
  readonly submittedAt: Instant | null;
  /** Of this very text; a change takes it away. */
  readonly review: ArticleReview | null;
  readonly changedAt: Instant;
}

/** What téomasters read. */
export interface ArticleEdition {
  /** Counted from 1. */
  readonly edition: number;
  readonly content: ArticleContent;
  readonly authors: readonly StaffId[];
  readonly reviewer: StaffId;
  readonly publishedAt: Instant;
  /** When it is to be read again to see whether it still holds. */
  readonly reviewDue: Instant;
}

export interface ArticleWithdrawal {
  readonly reason: string;
  /** The article that answers instead. */
  readonly replacedBy: string | null;
  readonly at: Instant;
}

/** An article of the FAQ. Its id stands in every link to it: it never changes, and is never given to another. */
export interface Article {
  readonly id: string;
  readonly origin: ArticleOrigin | null;
  readonly draft: ArticleDraft | null;
  readonly published: ArticleEdition | null;
  readonly withdrawn: ArticleWithdrawal | null;
  readonly editions: number;
  readonly changedAt: Instant;
  /** The number of events so far. */
  readonly version: number;
}

export const articleStates = ['draft', 'published', 'withdrawn'] as const;
export type ArticleState = (typeof articleStates)[number];

/** Where an article stands for those who read it. */
export function stateOf({ published, withdrawn }: Article): ArticleState {
  if (published !== null) return 'published';
  return withdrawn === null ? 'draft' : 'withdrawn';
}

export const draftStages = ['none', 'writing', 'to_review', ...reviewVerdicts] as const;
export type DraftStage = (typeof draftStages)[number];

/** Where what is being written stands. */
export function stageOf({ draft }: Article): DraftStage {
  if (draft === null) return 'none';
  return draft.review?.verdict ?? (draft.submittedAt === null ? 'writing' : 'to_review');
}

/** The text in a language, or the French one where there is no other. */
export function textIn(content: ArticleContent, language: FaqLanguage): ArticleText {
  return language === 'en' ? (content.en ?? content.fr) : content.fr;
}

/** The title by which the team knows it: of what is published, or else of what is being written. */
export function titleOf({ published, draft }: Article): string {
  return published?.content.fr.title ?? draft?.content.fr.title ?? '';
}
