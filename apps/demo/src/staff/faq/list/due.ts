import { publishedPolicy } from '@teo-support/core';
import type { Locale } from '@teo-support/core/messages';

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Whether an article is to be read again by now. */
export function isDue(reviewDue: string, now: number): boolean {
  return Date.parse(reviewDue) <= now;
}

/** The day of an instant where the promise is counted: « 24 novembre 2027 ». */
export function dueDay(instant: string, locale: Locale): string {
  const { timeZone } = publishedPolicy;
  return new Intl.DateTimeFormat(tags[locale], { timeZone, dateStyle: 'long' }).format(new Date(instant));
}
