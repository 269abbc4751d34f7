import { RequesterClient } from '@teo-support/sdk';
import type { FullLanguage } from '../locales/language.js';
import type { Session } from './session.js';

/** What sending and following work with: the session, with every word and the whole client. */
export interface FullSession extends Session, FullLanguage {
  readonly words: FullLanguage['words'];
  readonly domain: FullLanguage['domain'];
  readonly client: RequesterClient;
}

/** The session that was opened, with what came later. */
export function completeSession(session: Session, language: FullLanguage): FullSession {
  return { ...session, ...language, client: new RequesterClient(session.connection) };
}
