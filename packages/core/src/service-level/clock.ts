import type { Priority } from '../priority/priority.js';
import { addCalendarDays } from './calendar.js';
import type { Instant, ServicePolicy } from './policy.js';
import { addWorkingTime, workingDayMs, workingTimeBetween } from './working-time.js';

/** A stretch of time during which the clock stood still. `to` is `null` while it still does. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What the clock needs to know of a ticket. Everything else about it is irrelevant to its target. */
export interface Timed {
  readonly filedAt: Instant;
  readonly priority: Priority;
  /** The stretches during which the ticket waited for its requester, oldest first. */
  readonly pauses: readonly Pause[];
  /** When the work ended, or `null` while it goes on. */
  readonly endedAt: Instant | null;
}

/**
 * The service-level clock of a ticket, derived from its history each time and stored nowhere.
 * - `running`: the team is expected to act before `dueAt`.
 * - `paused`: waiting for the requester; `dueAt` moves on with the time until the answer comes.
 * - `stopped`: resolved, closed or cancelled; `dueAt` is what the target was.
 */
export interface ServiceClock {
  readonly state: 'running' | 'paused' | 'stopped';
  readonly dueAt: Instant;
  readonly targetDays: number;
  /** Time paused so far that the calendar of the policy counts, in milliseconds. */
  readonly pausedMs: number;
  /** Whether the target passed: before now while it runs, before the end once it is stopped. */
  readonly missed: boolean;
}

/** The target of a ticket that was never paused. Also what the widget shows before sending. */
export function targetOf(filedAt: Instant, priority: Priority, policy: ServicePolicy): Instant {
  return targetAfter(filedAt, priority, policy, 0);
}

/** The target, moved on by the time paused: days from creation, on the calendar of the policy. */
function targetAfter(filedAt: Instant, priority: Priority, policy: ServicePolicy, paused: number): Instant {
  const { calendar, timeZone } = policy;
  const days = policy.targetDays[priority];
  switch (calendar.kind) {
    case 'calendar_days':
      return addCalendarDays(filedAt, days, timeZone) + paused;
    case 'working_days':
      return addWorkingTime(filedAt, days * workingDayMs(calendar) + paused, calendar, timeZone);
  }
}

/** How much of a stretch of time the calendar counts, in milliseconds. */
function counted(from: Instant, to: Instant, { calendar, timeZone }: ServicePolicy): number {
  if (to <= from) return 0;
  return calendar.kind === 'calendar_days' ? to - from : workingTimeBetween(from, to, calendar, timeZone);
}

/** « Délai cible », counted from creation; the clock stops while the ticket waits for its requester. */
export function serviceClock(timed: Timed, policy: ServicePolicy, now: Instant): ServiceClock {
  const until = timed.endedAt ?? now;
  let pausedMs = 0;
  let paused = false;
  for (const pause of timed.pauses) {
    pausedMs += counted(pause.from, Math.min(pause.to ?? until, until), policy);
    paused ||= pause.to === null;
  }
  const dueAt = targetAfter(timed.filedAt, timed.priority, policy, pausedMs);
  return {
    state: timed.endedAt !== null ? 'stopped' : paused ? 'paused' : 'running',
    dueAt,
    targetDays: policy.targetDays[timed.priority],
    pausedMs,
    missed: until > dueAt,
  };
}
