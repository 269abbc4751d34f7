import { publishedPolicy } from '@teo-support/core';
import type { Locale } from '@teo-support/core/messages';

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A day without a time, as people write it: « 12 octobre 2026 ». Takes a local date, `2026-10-12`. */
export function dayWords(localDate: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', dateStyle: 'long' }).format(
    new Date(`${localDate}T00:00:00Z`),
  );
}

/** Day and time in the zone in which the promise is counted, wherever the reader is: « le 24 nov. à 15:13 ». */
export function dateWords(instant: string, locale: Locale, now: number): string {
  const date = new Date(instant);
  const zone = { timeZone: publishedPolicy.timeZone } as const;
  const year = (value: Date | number) =>
    new Intl.DateTimeFormat('en', { ...zone, year: 'numeric' }).format(value);
  const day = new Intl.DateTimeFormat(tags[locale], {
    ...zone,
    day: 'numeric',
    month: 'short',
    ...(year(date) === year(now) ? {} : { year: 'numeric' }),
  }).format(date);
  const time = new Intl.DateTimeFormat(tags[locale], { ...zone, hour: '2-digit', minute: '2-digit' }).format(
    date,
  );
  return locale === 'fr' ? `le ${day} à ${time}` : `on ${day} at ${time}`;
}
