import { Faq, Files, Live, Tickets } from '@teo-support/sdk';
import { forgetOld } from '../drafts/forget-old.js';
import { forgetUnmarkedUploads } from '../drafts/forget-uploads.js';
import type { FullLanguage } from '../locales/language.js';
import type { Session } from './session.js';

/** What the widget uses of the API. */
export interface WidgetClient {
  readonly tickets: Tickets;
  readonly files: Files;
  readonly faq: Faq;
  readonly live: Live;
}

/** What sending and following work with: the session, with every word and the client. */
export interface FullSession extends Session, FullLanguage {
  readonly words: FullLanguage['words'];
  readonly domain: FullLanguage['domain'];
  readonly client: WidgetClient;
}

/** The session that was opened, with what came later. */
export function completeSession(session: Session, language: FullLanguage): FullSession {
  forgetOld(Date.now());
  // What does not go now goes the next time.
  forgetUnmarkedUploads().catch(() => {});
  const { transport } = session.connection;
  const client = {
    tickets: new Tickets(transport),
    files: new Files(transport),
    faq: new Faq(transport),
    live: new Live(transport),
  };
  return { ...session, ...language, client };
}
