import { dateOf, momentOn, parisDay, workingDayUpTo } from '../working-day.js';

/** Reviews are published on this day of their month, or on the working day before it. */
const publicationDay = 26;

/** The month that lies so many months before that of a day: `2026-11`. */
export function monthBefore(today: number, monthsAgo: number): `${number}-${string}` {
  const [year = 0, month = 1] = dateOf(today).split('-').map(Number);
  const counted = year * 12 + month - 1 - monthsAgo;
  return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
}

/** A working day of an earlier month, up to a day of it. */
export function dayOfMonth(today: number, monthsAgo: number, day: number): number {
  const date = `${monthBefore(today, monthsAgo)}-${String(day).padStart(2, '0')}`;
  return workingDayUpTo(Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000));
}

/** When the review of an earlier month was published. */
export function publishedAt(now: number, monthsAgo: number): number {
  return momentOn(dayOfMonth(parisDay(now), monthsAgo, publicationDay), 0, 0, 0.9);
}

/** A share between 0.05 and 0.85 that differs from one thing to the next, so that no two keep the same hours. */
export function shareOf(key: string, place: number): number {
  let mixed = place * 6151 + 29;
  for (const letter of key) mixed = (mixed * 33 + letter.charCodeAt(0)) % 65_519;
  return 0.05 + ((mixed * 211) % 997) / 1247;
}

/** A moment of the working day that lies so many days after `from`, and before `until`. */
export function momentAfterDays(from: number, days: number, share: number, until: number): number {
  const moment = momentOn(workingDayUpTo(parisDay(from) + days), from, 0, share);
  // What would lie ahead was done in the time that has passed since, in the same order.
  return moment < until ? moment : from + Math.floor((until - from) * (0.1 + 0.8 * share));
}
