import type { Locale } from '@teo-support/core/messages';
import { en } from './en.js';
import { fr, type Words } from './fr.js';

export type { Words };

export const catalogues: Readonly<Record<Locale, Words>> = { fr, en };

const key = 'teo-staff:locale';

/** French, unless this person chose otherwise in this browser. */
export function chosenLocale(storage: Storage): Locale {
  return storage.getItem(key) === 'en' ? 'en' : 'fr';
}

export function rememberLocale(storage: Storage, locale: Locale): void {
  storage.setItem(key, locale);
}
