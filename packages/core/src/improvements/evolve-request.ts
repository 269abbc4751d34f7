import type { ImprovementEvent } from './events.js';
import type { ImprovementRequest } from './request.js';

/** The request after one more event. Pure and total; an event that does not fit changes nothing. */
export function evolveRequest(
  request: ImprovementRequest | null,
  event: ImprovementEvent,
): ImprovementRequest | null {
  switch (event.type) {
    case 'improvement.submitted': {
      if (request !== null) return request;
      const { requestId, organizationId, authorId, role, need, purpose, module, at } = event;
      const parts = { role, need, purpose, module };
      return {
        id: requestId,
        organizationId,
        authorId,
        ...parts,
        submittedAt: at,
        decisions: [],
        version: 1,
      };
    }
    case 'improvement.decided': {
      if (request === null) return null;
      const { month, status, rationale, at } = event;
      return {
        ...request,
        decisions: [...request.decisions, { month, status, rationale, at }],
        version: request.version + 1,
      };
    }
  }
}
