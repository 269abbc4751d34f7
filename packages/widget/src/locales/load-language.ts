import type { Language } from './language.js';

/** Loads what is said first in one language; the other is never loaded. */
export function loadLanguage(locale: Language['locale']): Promise<Language> {
  return locale === 'en' ? import('./load-en.js') : import('./load-fr.js');
}
