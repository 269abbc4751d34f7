import {
  type DraftDecision,
  type StaffReview,
  type SupportClient,
  VersionConflictError,
} from '@teo-support/sdk';

/** What stands in a review of one request. */
export type StandingDecision = StaffReview['drafts'][number];

export type Saving =
  | { readonly kind: 'saved' }
  /** Somebody wrote another decision on the same request, or withdrew it. */
  | { readonly kind: 'crossed'; readonly standing: StandingDecision | null };

/** What the review says of a request; null where nothing does. */
export function standingIn({ drafts }: StaffReview, improvementId: string): StandingDecision | null {
  return drafts.find(({ improvement }) => improvement.id === improvementId) ?? null;
}

/** When what stands was written; empty where nothing does. */
export function writtenAt(standing: StandingDecision | null): string {
  return standing?.at ?? '';
}

/**
 * Keeps a decision in the review of a month, unless that on the same request changed since it was begun. What changes
 * elsewhere in the review crosses nothing: it is looked at anew and tried again.
 * @param base `writtenAt` of what stood when it was begun
 */
export async function saveDecision(
  { staff }: SupportClient,
  about: { readonly month: string; readonly improvementId: string; readonly base: string },
  decision: DraftDecision,
): Promise<Saving> {
  const { reviews } = staff.improvements;
  const { month, improvementId, base } = about;
  for (;;) {
    const review = await reviews.get(month);
    const standing = standingIn(review, improvementId);
    if (writtenAt(standing) !== base) return { kind: 'crossed', standing };
    try {
      await reviews.draft(month, improvementId, decision, { ifMatch: review.version });
      return { kind: 'saved' };
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
}
