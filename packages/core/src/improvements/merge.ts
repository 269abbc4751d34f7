import type { ActorRef } from '../people/actor.js';
import type { Instant } from '../service-level/policy.js';
import type { ImprovementOutcome } from './outcome.js';
import type { ImprovementRejection } from './rejection.js';
import type { ImprovementRequest } from './request.js';

export type MergeCommand =
  /** The other request as it stands. */
  | { readonly type: 'merge'; readonly into: ImprovementRequest }
  | { readonly type: 'unmerge'; readonly from: ImprovementRequest };

interface Stamp {
  readonly at: Instant;
  readonly by: ActorRef;
}

/**
 * Lets a request go on in another one. Its votes and words stay where they are and count for the other one meanwhile, so
 * that taking the merge back restores everything, whatever happened in between.
 */
export function merge(
  request: ImprovementRequest,
  into: ImprovementRequest,
  stamp: Stamp,
): ImprovementOutcome {
  if (request.mergedInto === into.id) return { ok: true, events: [], onOther: [] };
  if (request.id === into.id) return refuse({ code: 'same_request' });
  if (request.hidden) return refuse({ code: 'request_hidden' });
  if (request.mergedInto !== null) return refuse({ code: 'request_merged' });
  // One step deep: whoever reads a request finds all that belongs to it at once.
  if (request.merged.length > 0) return refuse({ code: 'request_has_merged' });
  if (into.mergedInto !== null || into.hidden) return refuse({ code: 'other_request_unavailable' });
  return {
    ok: true,
    events: [{ type: 'improvement.merged', into: into.id, ...stamp }],
    onOther: [{ type: 'improvement.took_in', requestId: request.id, ...stamp }],
  };
}

export function unmerge(
  request: ImprovementRequest,
  from: ImprovementRequest,
  stamp: Stamp,
): ImprovementOutcome {
  if (request.mergedInto === null || request.mergedInto !== from.id) {
    return refuse({ code: 'request_not_merged' });
  }
  return {
    ok: true,
    events: [{ type: 'improvement.unmerged', from: from.id, ...stamp }],
    onOther: [{ type: 'improvement.let_go', requestId: request.id, ...stamp }],
  };
}

function refuse(rejection: ImprovementRejection): ImprovementOutcome {
  return { ok: false, rejection };
}
