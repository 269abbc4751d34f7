import type { Priority } from '../priority/priority.js';
import { addCalendarDays } from './calendar.js';
import type { Delay, Instant, ServicePolicy } from './policy.js';
import { addWorkingTime, workingDayMs, workingTimeBetween } from './working-time.js';

/** What the team commits to for each ticket: the first answer, the assignment to a service, the resolution. */
export const targetNames = ['first_answer', 'assignment', 'resolution'] as const;
export type TargetName = (typeof targetNames)[number];

/** The part of a policy that a target of the resolution follows from, which is what a page is told of it. */
export type ResolutionPolicy = Pick<ServicePolicy, 'calendar' | 'timeZone' | 'targetDays'>;

/** How long the team gives itself, by target and priority. */
export function delayOf(target: TargetName, priority: Priority, policy: ServicePolicy): Delay {
  switch (target) {
    case 'first_answer':
      return policy.firstAnswer[priority];
    case 'assignment':
      return policy.assignment[priority];
    case 'resolution':
      return { days: policy.targetDays[priority] };
  }
}

/** The target of a ticket that was never paused. Also what the widget shows before sending. */
export function targetOf(filedAt: Instant, priority: Priority, policy: ResolutionPolicy): Instant {
  return instantAfter({ filedAt, delay: { days: policy.targetDays[priority] }, policy }, 1, 0);
}

/** A stretch of time during which the clock stood still. `to` is `null` while it still does. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What a target is counted on: when its ticket was filed, what was paused, and how long the team gives itself. */
export interface Course {
  readonly filedAt: Instant;
  /** In order. */
  readonly pauses: readonly Pause[];
  readonly delay: Delay;
  readonly policy: Pick<ServicePolicy, 'calendar' | 'timeZone'>;
}

/**
 * The instant by which a share of a delay (from 0 to 1) has passed, on the calendar of the policy and without what was
 * paused until some instant. A pause that begins when the instant has come no longer moves it: what has passed, passed.
 */
export function instantOn(course: Course, share: number, until: Instant): Instant {
  let pausedMs = 0;
  let instant = instantAfter(course, share, pausedMs);
  for (const { from, to } of course.pauses) {
    if (from >= instant) break;
    pausedMs += countedBetween(from, Math.min(to ?? until, until), course.policy);
    instant = instantAfter(course, share, pausedMs);
  }
  return instant;
}

/** How much of a stretch of time the calendar counts, in milliseconds. */
export function countedBetween(
  from: Instant,
  to: Instant,
  { calendar, timeZone }: Pick<ServicePolicy, 'calendar' | 'timeZone'>,
): number {
  if (to <= from) return 0;
  return calendar.kind === 'calendar_days' ? to - from : workingTimeBetween(from, to, calendar, timeZone);
}

const hourMs = 3_600_000;

function instantAfter(
  { filedAt, delay, policy }: Omit<Course, 'pauses'>,
  share: number,
  pausedMs: number,
): Instant {
  const { calendar, timeZone } = policy;
  switch (calendar.kind) {
    case 'calendar_days': {
      const whole =
        'days' in delay ? addCalendarDays(filedAt, delay.days, timeZone) - filedAt : delay.hours * hourMs;
      return filedAt + Math.round(whole * share) + pausedMs;
    }
    case 'working_days': {
      const whole = 'days' in delay ? delay.days * workingDayMs(calendar) : delay.hours * hourMs;
      return addWorkingTime(filedAt, Math.round(whole * share) + pausedMs, calendar, timeZone);
    }
  }
}
