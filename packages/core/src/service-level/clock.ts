import type { Priority } from '../priority/priority.js';
import type { Instant, ServicePolicy } from './policy.js';
import { countedBetween, delayOf, instantOn, type Pause, type TargetName } from './target.js';

/** When something that is expected of the team was done, and under which priority. */
export interface Met {
  readonly at: Instant;
  /** The one that held then: a priority that changes later does not make a good answer late. */
  readonly priority: Priority;
}

/** What the clock needs to know of a ticket. Everything else about it is irrelevant to its targets. */
export interface Timed {
  readonly filedAt: Instant;
  readonly priority: Priority;
  /** The stretches during which the ticket waited for its requester, oldest first. */
  readonly pauses: readonly Pause[];
  /** When the work ended, or `null` while it goes on. */
  readonly endedAt: Instant | null;
  /** When someone of the team first wrote to the requester, or `null` before. */
  readonly firstAnswered: Met | null;
  /** When someone of the team first gave it to a service or a person, or `null` before. */
  readonly assigned: Met | null;
}

/** One of the team's first duties towards a ticket, and whether it was done in time. */
export interface Milestone {
  readonly dueAt: Instant;
  /** When it was done, or `null` if it was not (yet). */
  readonly metAt: Instant | null;
  /** Whether it was done too late; not yet done, whether its target passed before now or before the end. */
  readonly missed: boolean;
}

/**
 * The service-level clock of a ticket, derived from its history each time and stored nowhere.
 * - `running`: the team is expected to act before `dueAt`.
 * - `paused`: waiting for the requester; `dueAt` moves on with the time until the answer comes, unless it had passed.
 * - `stopped`: resolved, closed, cancelled or merged; `dueAt` is what the target was.
 */
export interface ServiceClock {
  readonly state: 'running' | 'paused' | 'stopped';
  readonly dueAt: Instant;
  readonly targetDays: number;
  /** Time paused so far that the calendar of the policy counts, in milliseconds. */
  readonly pausedMs: number;
  /** Whether the target passed: before now while it runs, before the end once it is stopped. */
  readonly missed: boolean;
  readonly firstAnswer: Milestone;
  readonly assignment: Milestone;
}

/** « Délai cible », counted from creation; the clock stops while the ticket waits for its requester. */
export function serviceClock(timed: Timed, policy: ServicePolicy, now: Instant): ServiceClock {
  const until = timed.endedAt ?? now;
  const { filedAt, pauses } = timed;
  const paused = pauses.some((pause) => pause.to === null);
  let pausedMs = 0;
  for (const { from, to } of pauses) pausedMs += countedBetween(from, Math.min(to ?? until, until), policy);
  const days = policy.targetDays[timed.priority];
  const dueAt = instantOn({ filedAt, pauses, delay: { days }, policy }, 1, until);
  return {
    state: timed.endedAt !== null ? 'stopped' : paused ? 'paused' : 'running',
    dueAt,
    targetDays: days,
    pausedMs,
    missed: until > dueAt,
    firstAnswer: milestone('first_answer', timed, timed.firstAnswered, policy, until),
    assignment: milestone('assignment', timed, timed.assigned, policy, until),
  };
}

function milestone(
  target: TargetName,
  { filedAt, priority, pauses }: Timed,
  met: Met | null,
  policy: ServicePolicy,
  end: Instant,
): Milestone {
  const until = met?.at ?? end;
  const delay = delayOf(target, met?.priority ?? priority, policy);
  const dueAt = instantOn({ filedAt, pauses, delay, policy }, 1, until);
  return { dueAt, metAt: met?.at ?? null, missed: until > dueAt };
}
