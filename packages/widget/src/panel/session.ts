import type { Me } from '@teo-support/core/contract';
import { ApiError, Connection, SupportError } from '@teo-support/sdk/connection';
import { keepFor } from '../drafts/belongings.js';
import type { Settings } from '../launcher/settings.js';
import type { Language } from '../locales/language.js';
import { tokensOfOnePerson } from './token-person.js';

/** What the first view and a form work with: who is signed in, the way to the server, and the words. */
export interface Session extends Language {
  readonly connection: Connection;
  readonly me: Me;
  readonly settings: Settings;
}

/** Makes the connection, and asks who is signed in. */
export async function openSession(settings: Settings): Promise<Session> {
  const connection = new Connection({
    baseUrl: settings.baseUrl,
    getToken: tokensOfOnePerson(settings.getToken, settings.personChanged),
    locale: settings.language.locale,
    ...(settings.fetch === null ? {} : { fetch: settings.fetch }),
  });
  const me = await connection.me();
  keepFor(me.id);
  return { ...settings.language, connection, me, settings };
}

/** What went wrong, in the person's words: the server's own where it said something, else what can be done. */
export function failureWords(error: unknown, words: Language['words']): string {
  // What has no problem document comes from something before the server, in words of the SDK that no catalogue has.
  if (error instanceof ApiError && error.code !== 'unknown')
    return error.code === 'not-signed-in' ? words.state.signedOut : error.message;
  return error instanceof SupportError ? words.state.offline : words.state.signedOut;
}
