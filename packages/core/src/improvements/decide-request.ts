import { type Actor, refOf } from '../people/actor.js';
import type { Instant } from '../service-level/policy.js';
import { write } from '../text/written.js';
import type { ImprovementEvent } from './events.js';
import { checkText } from './field-text.js';
import { type MergeCommand, merge, unmerge } from './merge.js';
import { type ModerateCommand, moderate } from './moderate.js';
import type { ImprovementOutcome } from './outcome.js';
import type { ImprovementRejection } from './rejection.js';
import { type ImprovementRequest, statusOf } from './request.js';
import { forumBounds } from './request-bounds.js';
import { type SubmitImprovement, submit } from './submit.js';

export type ImprovementCommand =
  | SubmitImprovement
  /** By a téomaster. */
  | { readonly type: 'comment'; readonly commentId: string; readonly text: string }
  /** By the team, in its name. */
  | { readonly type: 'answer'; readonly commentId: string; readonly text: string }
  | MergeCommand
  | ModerateCommand
  | { readonly type: 'record_implementation'; readonly release: string; readonly article: string | null };

export interface ImprovementContext {
  readonly actor: Actor;
  readonly now: Instant;
  /** Whether an article of the FAQ can be read. */
  readonly isPublished: (articleId: string) => boolean;
}

/** How a request changes, apart from decisions, which a review makes, and from who wants it (`decideSupport`). */
export function decideRequest(
  request: ImprovementRequest | null,
  command: ImprovementCommand,
  context: ImprovementContext,
): ImprovementOutcome {
  const { actor, now } = context;
  const ofTeomaster = command.type === 'submit' || command.type === 'comment';
  if (ofTeomaster && actor.kind !== 'teomaster') return refuse({ code: 'teomaster_only' });
  if (!ofTeomaster && actor.kind !== 'staff') return refuse({ code: 'staff_only' });
  if (command.type === 'submit') {
    if (actor.kind !== 'teomaster') return refuse({ code: 'teomaster_only' });
    if (request !== null) return refuse({ code: 'request_exists' });
    const submitted = submit(command, actor, now);
    return 'code' in submitted ? refuse(submitted) : accept(submitted);
  }
  if (request === null) return refuse({ code: 'request_missing' });
  const stamp = { at: now, by: refOf(actor) };
  switch (command.type) {
    case 'comment':
    case 'answer': {
      const { commentId } = command;
      if (request.comments.has(commentId)) return accept();
      const gone = unavailable(request);
      if (gone !== null) return refuse(gone);
      const issues = checkText('text', command.text, forumBounds.comment);
      if (issues.length > 0) return refuse({ code: 'fields_invalid', issues });
      return accept({ type: 'improvement.commented', commentId, text: write(command.text), ...stamp });
    }
    case 'merge':
      return merge(request, command.into, stamp);
    case 'unmerge':
      return unmerge(request, command.from, stamp);
    case 'hide':
    case 'restore':
      return moderate(request, command, stamp);
    case 'record_implementation': {
      const { article } = command;
      const release = command.release.trim();
      if (statusOf(request) !== 'implemented') return refuse({ code: 'not_implemented' });
      const issues = checkText('release', release, forumBounds.release);
      if (issues.length > 0) return refuse({ code: 'fields_invalid', issues });
      if (article !== null && !context.isPublished(article)) return refuse({ code: 'article_not_published' });
      const known = request.implementation;
      if (known?.release === release && known.article === article) return accept();
      return accept({ type: 'improvement.implementation_recorded', release, article, ...stamp });
    }
  }
}

/** Why nobody writes or votes here any more; null while they may. */
export function unavailable({
  mergedInto,
  hidden,
}: Pick<ImprovementRequest, 'mergedInto' | 'hidden'>): ImprovementRejection | null {
  if (hidden) return { code: 'request_hidden' };
  return mergedInto === null ? null : { code: 'request_merged' };
}

function accept(...events: readonly ImprovementEvent[]): ImprovementOutcome {
  return { ok: true, events, onOther: [] };
}

function refuse(rejection: ImprovementRejection): ImprovementOutcome {
  return { ok: false, rejection };
}
