import { addCalendarDays, type Priority, publishedPolicy } from '@teo-support/core';
import { momentAfter, momentOn, parisDay, workingDayUpTo } from './working-day.js';

/** Before now: so many days, at some time of that working day; or so many hours and minutes, whatever the hour. */
export type Ago = { readonly days: number } | { readonly hours?: number; readonly minutes?: number };

/** When a step of a story was: before now; so that the target comes in so many hours; or when the policy closes. */
export type When = Ago | { readonly dueIn: number } | 'when_time_closes';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/**
 * One moment for each step of a story, in milliseconds since 1970: each after the one before, and none after `now`.
 *
 * @param key of the story, which scatters its moments over the hours of the day
 * @param priority as filed, from which the target is counted
 */
export function momentsOf(key: string, whens: readonly When[], priority: Priority, now: number): number[] {
  const today = parisDay(now);
  const moments: number[] = [];
  let last = 0;
  for (const [index, when] of whens.entries()) {
    const share = shareOf(key, index);
    if (when === 'when_time_closes') {
      const { closesAfterDays, timeZone } = publishedPolicy;
      last = addCalendarDays(last, closesAfterDays, timeZone) + Math.ceil(share * 5) * minuteMs;
    } else if ('dueIn' in when) {
      last = momentAfter(now, publishedPolicy.targetDays[priority], when.dueIn, share);
    } else if ('days' in when) {
      const day = Math.max(workingDayUpTo(today - when.days), parisDay(last));
      const following = whens
        .slice(index + 1)
        .filter((next) => isDay(next) && workingDayUpTo(today - next.days) <= day).length;
      last = momentOn(day, last, following, share);
    } else {
      last = Math.max(
        last + minuteMs,
        now - (when.hours ?? 0) * hourMs - (when.minutes ?? 0) * minuteMs - Math.floor(share * 59) * 1000,
      );
    }
    moments.push(last);
  }
  let next = now;
  for (const [fromEnd, moment] of moments.reverse().entries()) {
    next = Math.min(moment, next - minuteMs);
    moments[fromEnd] = next;
  }
  return moments.reverse();
}

function isDay(when: When): when is { readonly days: number } {
  return typeof when === 'object' && 'days' in when;
}

/** A share between 0.05 and 0.9 that differs from step to step, so that no two stories keep the same hours. */
function shareOf(key: string, index: number): number {
  let mixed = index * 7919 + 17;
  for (const letter of key) mixed = (mixed * 31 + letter.charCodeAt(0)) % 65_521;
  return 0.05 + ((mixed * 193) % 997) / 1173;
}
