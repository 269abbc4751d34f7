import { organizationId, type TeomasterActor, teomasterId } from '@teo-support/core';
import type { Me } from '@teo-support/core/contract';
import { ApiError, SupportClient, SupportError } from '@teo-support/sdk';
import type { Settings } from '../launcher/settings.js';
import type { Language } from '../locales/language.js';

/** What every view of the panel works with: who is signed in, how to ask the server, and in which words. */
export interface Session extends Language {
  readonly client: SupportClient;
  readonly me: Me;
  readonly settings: Settings;
}

/** Makes the client, and asks who is signed in while the words are being loaded. */
export async function openSession(settings: Settings, language: Promise<Language>): Promise<Session> {
  const client = new SupportClient({
    baseUrl: settings.baseUrl,
    getToken: settings.getToken,
    locale: settings.locale,
    ...(settings.fetch === null ? {} : { fetch: settings.fetch }),
  });
  const [loaded, me] = await Promise.all([language, client.me()]);
  return { ...loaded, client, me, settings };
}

/** The signed-in person as the rules of core know them. */
export function actorOf(session: Session): TeomasterActor {
  const { id, organization } = session.me;
  return { kind: 'teomaster', id: teomasterId(id), organizationId: organizationId(organization.id) };
}

/** What went wrong, in the person's words: the server's own where it said something, else what can be done. */
export function failureWords(error: unknown, words: Language['words']): string {
  if (error instanceof ApiError)
    return error.code === 'not-signed-in' ? words.state.signedOut : error.message;
  return error instanceof SupportError ? words.state.offline : words.state.signedOut;
}
