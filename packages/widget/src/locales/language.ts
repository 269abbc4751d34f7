import type { Catalogue, Locale } from '@teo-support/core/messages';
import type { FollowingWords, Words } from './words.js';

/** Everything that is said in one language: the widget's words and the domain's. */
export interface Language {
  readonly locale: Locale;
  readonly words: Words;
  readonly domain: Catalogue;
}

/** Loads one language; the other is never loaded. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  const { words, domain } = locale === 'en' ? await import('./load-en.js') : await import('./load-fr.js');
  return { locale, words, domain };
}

/** Loads the words of following in one language. */
export async function loadFollowingWords(locale: Locale): Promise<FollowingWords> {
  return locale === 'en'
    ? (await import('./en-following.js')).enFollowing
    : (await import('./fr-following.js')).frFollowing;
}
