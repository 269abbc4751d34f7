import { type Actor, refOf } from '../people/actor.js';
import { monthOf } from '../service-level/calendar.js';
import type { Instant, ServicePolicy } from '../service-level/policy.js';
import { write } from '../text/written.js';
import type { ImprovementEvent, ReviewEvent } from './events.js';
import { checkText } from './field-text.js';
import { hasSubstance } from './rationale.js';
import type { ImprovementRejection } from './rejection.js';
import { type DecidedStatus, type ImprovementRequest, statusOf } from './request.js';
import { forumBounds } from './request-bounds.js';
import type { Review } from './review.js';

export type ReviewCommand =
  | {
      readonly type: 'draft_decision';
      /** The request as it stands, so that the same decision is not made twice. */
      readonly request: ImprovementRequest;
      readonly status: DecidedStatus;
      readonly rationale: string;
    }
  | { readonly type: 'withdraw_draft'; readonly requestId: string }
  /** Said by the team to itself. */
  | { readonly type: 'remark'; readonly requestId: string; readonly text: string }
  | {
      readonly type: 'publish';
      /** The drafted requests as they stand. */
      readonly requests: readonly ImprovementRequest[];
    };

export type ReviewOutcome =
  | {
      readonly ok: true;
      readonly events: readonly ReviewEvent[];
      /** What publishing means for each request, by its id: appended in the same transaction. */
      readonly decided: ReadonlyMap<string, ImprovementEvent>;
    }
  | { readonly ok: false; readonly rejection: ImprovementRejection };

interface ReviewContext {
  readonly actor: Actor;
  readonly now: Instant;
  readonly policy: ServicePolicy;
}

/** What was asked for stands already. */
const nothing: ReviewOutcome = { ok: true, events: [], decided: new Map() };

/** How a review changes: decisions are drafted one by one, and become public all at once. */
export function decideReview(review: Review, command: ReviewCommand, context: ReviewContext): ReviewOutcome {
  const { actor, now, policy } = context;
  if (actor.kind !== 'staff') return refuse({ code: 'staff_only' });
  if (review.state === 'published') return refuse({ code: 'review_published' });
  const stamp = { at: now, by: refOf(actor) };
  const { month } = review;
  switch (command.type) {
    case 'draft_decision': {
      const { request, status, rationale } = command;
      if (!hasSubstance(rationale)) return refuse({ code: 'rationale_without_substance' });
      const drafted = review.drafts.get(request.id);
      if (drafted?.status === status && drafted.rationale.written === rationale.trim()) return nothing;
      if (!isDecidable(request)) return refuse({ code: 'request_not_decidable' });
      const last = request.decisions.at(-1);
      if (statusOf(request) === status && last?.rationale.written === rationale.trim()) {
        return refuse({ code: 'same_decision_again' });
      }
      const decision = { requestId: request.id, status, rationale: write(rationale) };
      return accept({ type: 'review.decision_drafted', month, ...decision, ...stamp });
    }
    case 'withdraw_draft':
      return review.drafts.has(command.requestId)
        ? accept({ type: 'review.draft_withdrawn', month, requestId: command.requestId, ...stamp })
        : nothing;
    case 'remark': {
      const { requestId, text } = command;
      const issues = checkText('text', text, forumBounds.comment);
      if (issues.length > 0) return refuse({ code: 'fields_invalid', issues });
      return accept({ type: 'review.remarked', month, requestId, text: write(text), ...stamp });
    }
    case 'publish': {
      if (review.drafts.size === 0) return refuse({ code: 'nothing_drafted' });
      const decidable = new Set(command.requests.filter(isDecidable).map(({ id }) => id));
      if ([...review.drafts.keys()].some((id) => !decidable.has(id))) {
        return refuse({ code: 'request_not_decidable' });
      }
      // A month is reviewed once it has begun; the review of a month to come would say nothing of it.
      if (monthOf(now, policy.timeZone) < month) return refuse({ code: 'review_not_yet' });
      const decisions = [...review.drafts.values()];
      const decided = new Map(
        decisions.map(({ requestId, status, rationale }): [string, ImprovementEvent] => [
          requestId,
          { type: 'improvement.decided', month, status, rationale, ...stamp },
        ]),
      );
      return { ok: true, events: [{ type: 'review.published', month, decisions, ...stamp }], decided };
    }
  }
}

/** What was merged is decided where it goes on; what is hidden asks for nothing. */
function isDecidable({ mergedInto, hidden }: ImprovementRequest): boolean {
  return mergedInto === null && !hidden;
}

function accept(event: ReviewEvent): ReviewOutcome {
  return { ok: true, events: [event], decided: new Map() };
}

function refuse(rejection: ImprovementRejection): ReviewOutcome {
  return { ok: false, rejection };
}
