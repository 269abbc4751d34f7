import type { Me } from '@teo-support/core/contract';
import { ApiError, RequesterClient, SupportError } from '@teo-support/sdk';
import { keepFor } from '../drafts/belongings.js';
import type { Settings } from '../launcher/settings.js';
import type { Language } from '../locales/language.js';
import { tokensOfOnePerson } from './token-person.js';

/** What every view of the panel works with: who is signed in, how to ask the server, and in which words. */
export interface Session extends Language {
  readonly client: RequesterClient;
  readonly me: Me;
  readonly settings: Settings;
}

/**
 * Makes the client, and asks who is signed in while the words are being loaded.
 * @param personChanged told when the host page gives a token of another person later on
 */
export async function openSession(
  settings: Settings,
  language: Promise<Language>,
  personChanged: () => void,
): Promise<Session> {
  const client = new RequesterClient({
    baseUrl: settings.baseUrl,
    getToken: tokensOfOnePerson(settings.getToken, personChanged),
    locale: settings.locale,
    ...(settings.fetch === null ? {} : { fetch: settings.fetch }),
  });
  const [loaded, me] = await Promise.all([language, client.me()]);
  keepFor(me.id);
  return { ...loaded, client, me, settings };
}

/** What went wrong, in the person's words: the server's own where it said something, else what can be done. */
export function failureWords(error: unknown, words: Language['words']): string {
  if (error instanceof ApiError)
    return error.code === 'not-signed-in' ? words.state.signedOut : error.message;
  return error instanceof SupportError ? words.state.offline : words.state.signedOut;
}
