import type { Locale } from '@teo-support/core/messages';
import { SupportError } from '@teo-support/sdk';
import { loadFollowingWords } from '../locales/language.js';
import type { FollowingWords } from '../locales/words.js';

/** Loads the code of the form. */
export function loadFiling(): Promise<void> {
  return told(import('../filing/ticket-form.js').then(() => undefined));
}

/** Loads the code of the list and of a ticket, and their words. */
export function loadFollowing(locale: Locale): Promise<FollowingWords> {
  const loading = Promise.all([loadFollowingWords(locale), import('../following/index.js')]);
  return told(loading.then(([words]) => words));
}

/** A part that does not come is told as what it most likely is: a connection that is down. */
function told<T>(loading: Promise<T>): Promise<T> {
  return loading.catch((error: unknown) => {
    throw new SupportError('A part of the widget could not be loaded.', { cause: error });
  });
}
