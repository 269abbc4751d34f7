import type { Month } from '../service-level/calendar.js';
import type { Instant } from '../service-level/policy.js';
import type { DraftedDecision, ReviewEvent } from './events.js';

/** The review of one month: « Nous analysons les demandes une fois par mois ». */
export type Review = {
  readonly month: Month;
  readonly version: number;
} & (
  | { readonly state: 'draft'; readonly drafts: ReadonlyMap<string, DraftedDecision> }
  | {
      readonly state: 'published';
      readonly publishedAt: Instant;
      readonly decisions: readonly DraftedDecision[];
    }
);

/** A month of which nobody has drafted anything yet. */
export function blankReview(month: Month): Review {
  return { month, version: 0, state: 'draft', drafts: new Map() };
}

/** The review after one more event. Pure and total; nothing changes a published one. */
export function evolveReview(review: Review, event: ReviewEvent): Review {
  if (review.state === 'published') return review;
  const version = review.version + 1;
  switch (event.type) {
    case 'review.decision_drafted': {
      const { requestId, status, rationale } = event;
      const drafts = new Map(review.drafts).set(requestId, { requestId, status, rationale });
      return { ...review, version, drafts };
    }
    case 'review.remarked':
      return { ...review, version };
    case 'review.draft_withdrawn': {
      const drafts = new Map(review.drafts);
      drafts.delete(event.requestId);
      return { ...review, version, drafts };
    }
    case 'review.published':
      return {
        month: review.month,
        version,
        state: 'published',
        publishedAt: event.at,
        decisions: event.decisions,
      };
  }
}
