import type { Locale } from '@teo-support/core/messages';
import { tags } from './days.js';

/** All dates are told in the zone in which the team counts its days. */
const timeZone = 'Europe/Paris';

/** As in « mardi 1 décembre 2026 à 14:32 ». */
export function longDate(instant: number | string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** As in « 1 déc., 14:32 ». */
export function shortDate(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * As in « 2 jours 4 heures », or « 25 minutes »: the two greatest units are enough. Where the calendar counts working
 * hours, a day would be misread as a whole one: hours stay hours.
 */
export function timeSpan(ms: number, calendar: 'calendar_days' | 'working_days', locale: Locale): string {
  const days = calendar === 'calendar_days' ? Math.floor(ms / dayMs) : 0;
  const hours = Math.floor((ms - days * dayMs) / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  const parts = [
    ...(days > 0 ? [{ value: days, unit: 'day' }] : []),
    ...(hours > 0 ? [{ value: hours, unit: 'hour' }] : []),
    ...(days === 0 && minutes > 0 ? [{ value: minutes, unit: 'minute' }] : []),
  ];
  return parts
    .map(({ value, unit }) =>
      new Intl.NumberFormat(tags[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    )
    .join(' ');
}
