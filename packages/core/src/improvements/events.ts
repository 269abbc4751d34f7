import type { ActorRef } from '../people/actor.js';
import type { OrganizationId, TeomasterId } from '../people/ids.js';
import type { Month } from '../service-level/calendar.js';
import type { Instant } from '../service-level/policy.js';
import type { Written } from '../text/written.js';
import type { TeoModule } from '../ticket-types/teo-modules.js';
import type { DecidedStatus, Implementation } from './request.js';

interface Stamp {
  readonly at: Instant;
  readonly by: ActorRef;
}

/** Facts that happened to an improvement request. */
export type ImprovementEvent = Stamp &
  (
    | {
        readonly type: 'improvement.submitted';
        readonly requestId: string;
        readonly organizationId: OrganizationId;
        readonly authorId: TeomasterId;
        readonly role: Written;
        readonly need: Written;
        readonly purpose: Written;
        readonly module: TeoModule;
      }
    | {
        readonly type: 'improvement.decided';
        readonly month: Month;
        readonly status: DecidedStatus;
        readonly rationale: Written;
      }
    | { readonly type: 'improvement.commented'; readonly commentId: string; readonly text: Written }
    | { readonly type: 'improvement.merged'; readonly into: string }
    | { readonly type: 'improvement.unmerged'; readonly from: string }
    | { readonly type: 'improvement.took_in'; readonly requestId: string }
    | { readonly type: 'improvement.let_go'; readonly requestId: string }
    | {
        readonly type: 'improvement.hidden' | 'improvement.restored';
        /** The comment that is meant; the request itself where it is null. */
        readonly commentId: string | null;
        readonly reason: Written;
      }
    | ({ readonly type: 'improvement.implementation_recorded' } & Implementation)
  );

/** Facts between one person and one request, apart from its history: thousands of them may happen to it at once. */
export type SupportEvent = Stamp & { readonly requestId: string; readonly teomasterId: TeomasterId } & (
    | { readonly type: 'support.voted'; readonly organizationId: OrganizationId }
    | { readonly type: 'support.vote_withdrawn' }
    | { readonly type: 'support.followed' }
    | { readonly type: 'support.unfollowed' }
    | { readonly type: 'support.fit_told'; readonly fits: boolean; readonly remark: Written }
  );

/** One decision in a review, drafted or published. */
export interface DraftedDecision {
  readonly requestId: string;
  readonly status: DecidedStatus;
  readonly rationale: Written;
}

/** Facts that happened to the review of a month. */
export type ReviewEvent = Stamp &
  (
    | ({ readonly type: 'review.decision_drafted'; readonly month: Month } & DraftedDecision)
    | { readonly type: 'review.draft_withdrawn'; readonly month: Month; readonly requestId: string }
    | {
        readonly type: 'review.remarked';
        readonly month: Month;
        readonly requestId: string;
        readonly text: Written;
      }
    | {
        readonly type: 'review.published';
        readonly month: Month;
        readonly decisions: readonly DraftedDecision[];
      }
  );
