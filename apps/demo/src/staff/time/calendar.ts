import { publishedPolicy } from '@teo-support/core';
import type { Locale } from '@teo-support/core/messages';

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };
const { timeZone } = publishedPolicy;

/** The day of an instant where the promise is counted: « 24 novembre 2027 ». */
export function dayOf(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone, dateStyle: 'long' }).format(new Date(instant));
}

/** The month of an instant where the promise is counted: `2026-11`. */
export function monthAt(instant: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit' }).formatToParts(
    instant,
  );
  const of = (type: 'year' | 'month') => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}`;
}

/** What a month is called: « novembre 2026 » for `2026-11`. */
export function monthName(month: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );
}

/**
 * The instant at which a day begins where the promise is counted, or the day after it.
 * @param day a local date: `2026-11-24`
 */
export function startOfDay(day: string, daysLater: 0 | 1 = 0): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const utc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(utc)) return null;
  const midnight = utc + daysLater * 86_400_000;
  // Paris is ahead of UTC by one hour or two, as its own clock then says.
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(midnight),
  );
  return new Date(midnight - hour * 3_600_000).toISOString();
}
