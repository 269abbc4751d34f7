import type { Locale } from '@teo-support/core/messages';

/** The team works in Europe: English dates are written as they are there, the day first. */
export const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** As in « 12 mai 2026 », of a local date (`2026-05-12`). */
export function dayDate(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
