import type { FilingCatalogue, Locale, RequesterCatalogue } from '@teo-support/core/messages';
import type { FaqWords, FollowingWords, ForumWords, SendingWords, Words } from './words.js';

/** What the first view and a form say in one language: the widget's words and the domain's. */
export interface Language {
  readonly locale: Locale;
  readonly words: Words;
  readonly domain: FilingCatalogue;
}

/** Everything that is said in one language. */
export interface FullLanguage extends Language {
  readonly words: Words & SendingWords;
  readonly domain: RequesterCatalogue;
  readonly following: FollowingWords;
  readonly faq: FaqWords;
}

/** Loads what is said later. */
export async function completeLanguage({ locale, words, domain }: Language): Promise<FullLanguage> {
  const more = locale === 'en' ? await import('./later-en.js') : await import('./later-fr.js');
  return {
    locale,
    words: { ...words, ...more.words, form: { ...words.form, ...more.words.form } },
    domain: { ...domain, ...more.domain },
    following: more.following,
    faq: more.faq,
  };
}

/** Loads the words of the improvement forum. */
export async function loadForumWords(locale: Locale): Promise<ForumWords> {
  return locale === 'en'
    ? (await import('./en-improvements.js')).enImprovements
    : (await import('./fr-improvements.js')).frImprovements;
}
