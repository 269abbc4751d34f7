import type { Locale } from '@teo-support/core/messages';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A length of time as a person says it: in days, under two days in hours, under two hours in minutes.
 * Rounded down, so that a promise never sounds longer than it is.
 */
export function durationWords(ms: number, locale: Locale): string {
  const length = Math.abs(ms);
  if (length >= 2 * day) return unit(Math.floor(length / day), 'day', locale);
  if (length >= 2 * hour) return unit(Math.floor(length / hour), 'hour', locale);
  return unit(Math.max(1, Math.floor(length / minute)), 'minute', locale);
}

function unit(count: number, name: 'day' | 'hour' | 'minute', locale: Locale): string {
  const unitDisplay = name === 'day' ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(count);
}
