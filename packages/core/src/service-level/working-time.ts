import { dayMs, instantAt, offsetAt } from './calendar.js';
import type { Instant, WorkingDays } from './policy.js';

const minuteMs = 60_000;

/** The hours of a working day, in milliseconds. */
export function workingDayMs(calendar: WorkingDays): number {
  return (calendar.closesAt - calendar.opensAt) * minuteMs;
}

/** How much of the time from one instant to another the team works, in milliseconds. */
export function workingTimeBetween(
  from: Instant,
  to: Instant,
  calendar: WorkingDays,
  timeZone: string,
): number {
  let worked = 0;
  for (let day = localDay(from, timeZone); ; day += dayMs) {
    const hours = hoursOf(day, calendar, timeZone);
    if (hours.opens >= to) return worked;
    if (hours.isWorked) worked += Math.max(0, Math.min(hours.closes, to) - Math.max(hours.opens, from));
  }
}

/**
 * The instant by which the team has worked so long since another. A calendar on which nobody ever works gives an
 * instant ten years on: a target that is never reached, rather than a search without end.
 */
export function addWorkingTime(
  from: Instant,
  duration: number,
  calendar: WorkingDays,
  timeZone: string,
): Instant {
  let left = duration;
  const firstDay = localDay(from, timeZone);
  const lastDay = firstDay + 3660 * dayMs;
  for (let day = firstDay; day < lastDay; day += dayMs) {
    const hours = hoursOf(day, calendar, timeZone);
    if (!hours.isWorked) continue;
    const begins = Math.max(hours.opens, from);
    const available = Math.max(0, hours.closes - begins);
    if (left <= available) return begins + left;
    left -= available;
  }
  return lastDay;
}

/** Midnight of the local date that an instant falls on, written as if it were UTC. */
function localDay(instant: Instant, timeZone: string): number {
  return Math.floor((instant + offsetAt(instant, timeZone)) / dayMs) * dayMs;
}

interface Hours {
  readonly isWorked: boolean;
  readonly opens: Instant;
  readonly closes: Instant;
}

function hoursOf(day: number, calendar: WorkingDays, timeZone: string): Hours {
  const date = new Date(day);
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  return {
    isWorked:
      calendar.weekdays.includes(weekday) && !calendar.daysOff.includes(date.toISOString().slice(0, 10)),
    opens: instantAt(day + calendar.opensAt * minuteMs, timeZone),
    closes: instantAt(day + calendar.closesAt * minuteMs, timeZone),
  };
}
