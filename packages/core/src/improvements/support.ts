import type { OrganizationId, TeomasterId } from '../people/ids.js';
import type { SupportEvent } from './events.js';

/** What one person is to a request and to those that go on in it. */
export interface Support {
  /** Ids of those that they voted for. */
  readonly voted: readonly string[];
  /** Ids of those that they follow. */
  readonly followed: readonly string[];
  /** What they said of the request itself: whether it does what they needed. */
  readonly told: { readonly fits: boolean; readonly remark: string | null } | null;
}

/** Who voted for what: by request and person, the organization of that person at the time. */
export type Ballots = ReadonlyMap<string, ReadonlyMap<TeomasterId, OrganizationId>>;

/** The ballots after one more event. */
export function evolveBallots(ballots: Ballots, event: SupportEvent): Ballots {
  if (event.type !== 'support.voted' && event.type !== 'support.vote_withdrawn') return ballots;
  const ofRequest = new Map(ballots.get(event.requestId));
  if (event.type === 'support.voted') ofRequest.set(event.teomasterId, event.organizationId);
  else ofRequest.delete(event.teomasterId);
  return new Map(ballots).set(event.requestId, ofRequest);
}

/** People who want a request, each counted once, and of how many organizations they are. */
export function countVotes(
  ballots: Ballots,
  family: readonly string[],
): { readonly votes: number; readonly organizations: number } {
  const cast = family.flatMap((id) => [...(ballots.get(id) ?? [])]);
  return {
    votes: new Set(cast.map(([person]) => person)).size,
    organizations: new Set(cast.map(([, organization]) => organization)).size,
  };
}
