import type { ActorRef } from '../people/actor.js';
import type { Instant } from '../service-level/policy.js';
import { write } from '../text/written.js';
import { checkText } from './field-text.js';
import type { ImprovementOutcome } from './outcome.js';
import type { ImprovementRequest } from './request.js';
import { forumBounds } from './request-bounds.js';

export interface ModerateCommand {
  readonly type: 'hide' | 'restore';
  /** The comment that is meant; the request itself where it is null. */
  readonly commentId: string | null;
  /** Told to whoever wrote it, and kept. */
  readonly reason: string;
}

/** Hides what has no place in the forum, or restores it; who did it and why stays in the history. */
export function moderate(
  request: ImprovementRequest,
  { type, commentId, reason }: ModerateCommand,
  stamp: { readonly at: Instant; readonly by: ActorRef },
): ImprovementOutcome {
  const meant = commentId === null ? request : request.comments.get(commentId);
  if (meant === undefined) return { ok: false, rejection: { code: 'no_such_comment' } };
  if (meant.hidden === (type === 'hide')) return { ok: true, events: [], onOther: [] };
  const issues = checkText('reason', reason, forumBounds.reason);
  if (issues.length > 0) return { ok: false, rejection: { code: 'fields_invalid', issues } };
  // What others asked for would go out of sight with it.
  if (commentId === null && type === 'hide' && request.merged.length > 0) {
    return { ok: false, rejection: { code: 'request_has_merged' } };
  }
  const event = { commentId, reason: write(reason), ...stamp };
  return {
    ok: true,
    events: [
      type === 'hide' ? { type: 'improvement.hidden', ...event } : { type: 'improvement.restored', ...event },
    ],
    onOther: [],
  };
}
