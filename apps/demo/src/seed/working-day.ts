import { offsetAt, publishedPolicy } from '@teo-support/core';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The team works from nine to a quarter to six, Monday to Friday, by the clocks of Paris. */
const opensMs = 9 * hourMs;
const closesMs = 17.75 * hourMs;

/** What the clocks of Paris show, as milliseconds since their own 1 January 1970, and the day that is. */
function parisTime(instant: number): number {
  return instant + offsetAt(instant, publishedPolicy.timeZone);
}

export function parisDay(instant: number): number {
  return Math.floor(parisTime(instant) / dayMs);
}

/** The instant at which the clocks of Paris show `local`. Working hours are far from the hour that changes. */
function instantOf(local: number): number {
  return local - offsetAt(local - offsetAt(local, publishedPolicy.timeZone), publishedPolicy.timeZone);
}

/** 1 January 1970 was a Thursday. 0 is Monday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day itself, or the Friday before it on a weekend. */
export function workingDayUpTo(day: number): number {
  return day - Math.max(0, weekdayOf(day) - 4);
}

/** The local date of a day: `2026-05-01`. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function workingDayFrom(day: number): number {
  const weekday = weekdayOf(day);
  return weekday > 4 ? day + 7 - weekday : day;
}

/**
 * A moment of working day `day` that comes after `last` and leaves room for `following` others on the same day;
 * of the next working day where that one is over. `share` (0 to 1) says where in the room it lies.
 */
export function momentOn(day: number, last: number, following: number, share: number): number {
  const earliest = parisTime(last) + 4 * minuteMs;
  const opening = Math.max(day * dayMs + opensMs, earliest);
  const room = day * dayMs + closesMs - opening;
  if (room < (following + 1) * 3 * minuteMs) {
    return momentOn(workingDayFrom(day + 1), last, following, share);
  }
  return instantOf(wholeSecond(opening + (room / (following + 1)) * share));
}

/** `days` days before `now` and `hours` hours later by the clocks of Paris, or when work next begins after that. */
export function momentAfter(now: number, days: number, hours: number, share: number): number {
  const local = parisTime(now) - days * dayMs + hours * hourMs;
  const day = Math.floor(local / dayMs);
  const open = workingDayFrom(local - day * dayMs > closesMs ? day + 1 : day);
  const opening = open * dayMs + opensMs;
  return instantOf(wholeSecond(local >= opening ? local : opening + share * 20 * minuteMs));
}

function wholeSecond(local: number): number {
  return Math.floor(local / 1000) * 1000;
}
