import type { Instant } from './policy.js';

/** A month of the calendar, as in `2026-11`. */
export type Month = `${number}-${string}`;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

const hourMs = 3_600_000;
/** The furthest instants that a date can have, less what is added to them here. */
const furthest = 8_640_000_000_000_000 - hourMs;
/** Hours are forgotten beyond so many: targets and alarms fall into the same few thousand. */
const mostHours = 20_000;

/** By time zone and hour since 1970: the offset of that hour, or `null` where it changes within. */
const offsets = new Map<string, Map<number, number | null>>();

/** Milliseconds by which local time in `timeZone` is ahead of UTC at `instant`. */
export function offsetAt(instant: Instant, timeZone: string): number {
  if (!(Math.abs(instant) < furthest)) return readOffset(instant, timeZone);
  // Reading it off a formatted date is what all arithmetic here would cost, and it is the same for an hour.
  const hour = Math.floor(instant / hourMs);
  return offsetOfHour(hour, timeZone) ?? readOffset(instant, timeZone);
}

function offsetOfHour(hour: number, timeZone: string): number | null {
  let known = offsets.get(timeZone);
  if (known === undefined || known.size >= mostHours) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  const offset = known.get(hour);
  if (offset !== undefined) return offset;
  const begins = readOffset(hour * hourMs, timeZone);
  const found = readOffset((hour + 1) * hourMs, timeZone) === begins ? begins : null;
  known.set(hour, found);
  return found;
}

function readOffset(instant: Instant, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const part of formatterFor(timeZone).formatToParts(instant)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wholeSeconds = Math.floor(instant / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds;
}

export const dayMs = 86_400_000;

/**
 * The same time of day in `timeZone`, `days` days later, also across a change of daylight saving.
 * A time of day that the spring change skips moves forward by the hour that was skipped; of one that the autumn
 * change repeats, the later is meant.
 */
export function addCalendarDays(instant: Instant, days: number, timeZone: string): Instant {
  return instantAt(instant + offsetAt(instant, timeZone) + days * dayMs, timeZone);
}

/** The instant at which clocks in `timeZone` show a local time, given as if it were UTC. See `addCalendarDays`. */
export function instantAt(local: number, timeZone: string): Instant {
  // The offsets on both sides of `local`, far enough from it for any zone. They differ only near a change.
  const before = offsetAt(local - dayMs, timeZone);
  const after = offsetAt(local + dayMs, timeZone);
  const settled = local - after;
  // Where the offset after the change does not hold yet (also in the gap of a spring change) the one before does.
  return offsetAt(settled, timeZone) === after ? settled : local - before;
}

/** The local date in `timeZone` as UTC fields, so that months and days can be read off it. */
function localDate(instant: Instant, timeZone: string): Date {
  return new Date(instant + offsetAt(instant, timeZone));
}

/** The month of the calendar that an instant falls into, as in `2026-11`. */
export function monthOf(instant: Instant, timeZone: string): Month {
  const local = localDate(instant, timeZone);
  return `${local.getUTCFullYear()}-${String(local.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** The local date in `timeZone` of an instant, as in `2026-11-24`. */
export function dayOf(instant: Instant, timeZone: string): string {
  return localDate(instant, timeZone).toISOString().slice(0, 10);
}

/**
 * The same time of day in `timeZone`, `months` months later; on the last day of a month that is too short for the
 * same day (a month after 31 January is 28 or 29 February).
 */
export function addCalendarMonths(instant: Instant, months: number, timeZone: string): Instant {
  const local = localDate(instant, timeZone);
  const day = local.getUTCDate();
  const lastDay = new Date(
    Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months + 1, 0),
  ).getUTCDate();
  const target = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, Math.min(day, lastDay));
  const begun = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), day);
  return addCalendarDays(instant, Math.round((target - begun) / dayMs), timeZone);
}
