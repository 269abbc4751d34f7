import type { Locale } from '@teo-support/core/messages';
import { tags } from '../locales/days.js';

/** As in « 12 mai 2026 », where the team counts its days. */
export function dateOf(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(
    new Date(instant),
  );
}

/** As in « novembre 2026 », of a month of the calendar (`2026-11`). */
export function monthOf(month: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
