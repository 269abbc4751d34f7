import type { Locale } from '@teo-support/core/messages';

/** All dates are told in the zone in which the team counts its days. */
const timeZone = 'Europe/Paris';

/** The team works in Europe: English dates are written as they are there, the day first. */
const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

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
