import { type Actor, refOf } from '../people/actor.js';
import type { Instant } from '../service-level/policy.js';
import { write } from '../text/written.js';
import { issue } from '../ticket-types/field-issue.js';
import { unavailable } from './decide-request.js';
import type { SupportEvent } from './events.js';
import type { ImprovementRejection } from './rejection.js';
import type { ImprovementRequest, ImprovementStatus } from './request.js';
import { forumBounds } from './request-bounds.js';
import type { Support } from './support.js';

export type SupportCommand =
  | { readonly type: 'vote' | 'withdraw_vote' | 'follow' | 'unfollow' }
  | { readonly type: 'say_whether_it_fits'; readonly fits: boolean; readonly remark: string };

/** What has to be known of a request to vote for it: none of its words, and none of its other voters. */
export type Supported = Pick<ImprovementRequest, 'id' | 'authorId' | 'mergedInto' | 'hidden'> & {
  readonly status: ImprovementStatus;
};

export type SupportOutcome =
  /** No events: what was asked for stands already, so that asking again is harmless. */
  | { readonly ok: true; readonly events: readonly SupportEvent[] }
  | { readonly ok: false; readonly rejection: ImprovementRejection };

/**
 * How one person's support of a request changes. Who voted for a request that was merged into this one has voted for this
 * one, too, and takes back both at once.
 */
export function decideSupport(
  request: Supported,
  support: Support,
  command: SupportCommand,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): SupportOutcome {
  if (actor.kind !== 'teomaster') return refuse({ code: 'teomaster_only' });
  const gone = unavailable(request);
  if (gone !== null) return refuse(gone);
  const stamp = { teomasterId: actor.id, at: now, by: refOf(actor) };
  const requestId = request.id;
  switch (command.type) {
    case 'vote':
      if (support.voted.length > 0) return accept([]);
      if (request.status === 'implemented') return refuse({ code: 'voting_over' });
      return accept([{ type: 'support.voted', requestId, organizationId: actor.organizationId, ...stamp }]);
    case 'withdraw_vote':
      return accept(support.voted.map((id) => ({ type: 'support.vote_withdrawn', requestId: id, ...stamp })));
    case 'follow':
      return accept(support.followed.length > 0 ? [] : [{ type: 'support.followed', requestId, ...stamp }]);
    case 'unfollow':
      return accept(support.followed.map((id) => ({ type: 'support.unfollowed', requestId: id, ...stamp })));
    case 'say_whether_it_fits': {
      const { fits } = command;
      const remark = command.remark.trim();
      if (request.status !== 'implemented') return refuse({ code: 'not_implemented' });
      if (!isConcerned(request, support, actor.id)) return refuse({ code: 'not_concerned' });
      if (remark.length > forumBounds.remark) {
        const issues = [issue(['remark'], 'too_long', { max: forumBounds.remark })];
        return refuse({ code: 'fields_invalid', issues });
      }
      const { told } = support;
      if (told?.fits === fits && (told.remark ?? '') === remark) return accept([]);
      return accept([{ type: 'support.fit_told', requestId, fits, remark: write(remark), ...stamp }]);
    }
  }
}

/** Whether it was for this person, too, that it was made. */
export function isConcerned(
  { authorId }: Pick<Supported, 'authorId'>,
  { voted, followed }: Pick<Support, 'voted' | 'followed'>,
  teomasterId: string,
): boolean {
  return authorId === teomasterId || voted.length > 0 || followed.length > 0;
}

function accept(events: readonly SupportEvent[]): SupportOutcome {
  return { ok: true, events };
}

function refuse(rejection: ImprovementRejection): SupportOutcome {
  return { ok: false, rejection };
}
