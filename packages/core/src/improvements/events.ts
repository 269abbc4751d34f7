import type { ActorRef } from '../people/actor.js';
import type { OrganizationId, TeomasterId } from '../people/ids.js';
import type { Month } from '../service-level/calendar.js';
import type { Instant } from '../service-level/policy.js';
import type { Written } from '../text/written.js';
import type { TeoModule } from '../ticket-types/teo-modules.js';
import type { DecidedStatus } from './request.js';

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
        readonly type: 'review.published';
        readonly month: Month;
        readonly decisions: readonly DraftedDecision[];
      }
  );
