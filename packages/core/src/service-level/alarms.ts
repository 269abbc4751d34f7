import type { Priority } from '../priority/priority.js';
import type { Timed } from './clock.js';
import type { Instant, ServicePolicy } from './policy.js';
import { delayOf, instantOn, type TargetName, targetNames } from './target.js';

export const alarmLevels = ['approaching', 'missed'] as const;
export type AlarmLevel = (typeof alarmLevels)[number];

/** That a target comes near, or has passed. Another priority is another target, with alarms of its own. */
export interface Alarm {
  readonly target: TargetName;
  readonly level: AlarmLevel;
  readonly priority: Priority;
}

/** An alarm that is to be raised, and from which instant on. */
export interface ExpectedAlarm extends Alarm {
  readonly at: Instant;
  readonly dueAt: Instant;
}

/**
 * The alarms that the time will give if nothing else happens, the next one first: those of each target that is not met,
 * without the ones that were raised. None once the work has ended. While the ticket waits for its requester its targets
 * move on with the time, so only what had come before the wait is left.
 */
export function expectedAlarms(
  timed: Timed,
  raised: readonly Alarm[],
  policy: ServicePolicy,
): ExpectedAlarm[] {
  if (timed.endedAt !== null) return [];
  const { filedAt, priority, pauses } = timed;
  const waitsSince = pauses.find((pause) => pause.to === null)?.from ?? Number.POSITIVE_INFINITY;
  const over = pauses.filter((pause) => pause.to !== null);
  return targetNames
    .filter((target) => !isMet(target, timed))
    .flatMap((target) => {
      const delay = delayOf(target, priority, policy);
      const course = { filedAt, pauses: over, delay, policy };
      const after = (share: number) => instantOn(course, share, Number.POSITIVE_INFINITY);
      const [near, dueAt] = [after(policy.approachingAfter), after(1)];
      const alarms: ExpectedAlarm[] = [];
      if (near <= waitsSince) alarms.push({ target, level: 'approaching', priority, at: near, dueAt });
      // At its very instant a target is still met.
      if (dueAt <= waitsSince) alarms.push({ target, level: 'missed', priority, at: dueAt + 1, dueAt });
      return alarms;
    })
    .filter((alarm) => !raised.some((earlier) => isSame(earlier, alarm)))
    .sort((a, b) => a.at - b.at);
}

function isMet(target: TargetName, { firstAnswered, assigned }: Timed): boolean {
  switch (target) {
    case 'first_answer':
      return firstAnswered !== null;
    case 'assignment':
      return assigned !== null;
    case 'resolution':
      return false;
  }
}

function isSame(a: Alarm, b: Alarm): boolean {
  return a.target === b.target && a.level === b.level && a.priority === b.priority;
}
