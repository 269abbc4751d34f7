import type { ImprovementEvent } from './events.js';
import type { ImprovementRequest } from './request.js';

/** The request after one more event. Pure and total; an event that does not fit changes nothing. */
export function evolveRequest(
  request: ImprovementRequest | null,
  event: ImprovementEvent,
): ImprovementRequest | null {
  if (request === null) return event.type === 'improvement.submitted' ? begun(event) : null;
  const change = changeBy(request, event);
  return change === null ? request : { ...request, ...change, version: request.version + 1 };
}

type Submitted = Extract<ImprovementEvent, { type: 'improvement.submitted' }>;

function begun({ requestId, organizationId, authorId, role, need, purpose, module, at }: Submitted) {
  return {
    id: requestId,
    organizationId,
    authorId,
    role,
    need,
    purpose,
    module,
    submittedAt: at,
    decisions: [],
    comments: new Map(),
    mergedInto: null,
    merged: [],
    hidden: false,
    implementation: null,
    version: 1,
  };
}

function changeBy(request: ImprovementRequest, event: ImprovementEvent): Partial<ImprovementRequest> | null {
  switch (event.type) {
    case 'improvement.submitted':
      return null;
    case 'improvement.decided': {
      const { month, status, rationale, at } = event;
      return { decisions: [...request.decisions, { month, status, rationale, at }] };
    }
    case 'improvement.commented': {
      const { by, at } = event;
      return { comments: new Map(request.comments).set(event.commentId, { by, at, hidden: false }) };
    }
    case 'improvement.merged':
      return { mergedInto: event.into };
    case 'improvement.unmerged':
      return { mergedInto: null };
    case 'improvement.took_in':
      return { merged: [...request.merged, event.requestId] };
    case 'improvement.let_go':
      return { merged: request.merged.filter((id) => id !== event.requestId) };
    case 'improvement.hidden':
    case 'improvement.restored': {
      const hidden = event.type === 'improvement.hidden';
      if (event.commentId === null) return { hidden };
      const comment = request.comments.get(event.commentId);
      if (comment === undefined) return null;
      return { comments: new Map(request.comments).set(event.commentId, { ...comment, hidden }) };
    }
    case 'improvement.implementation_recorded':
      return { implementation: { release: event.release, article: event.article } };
  }
}
