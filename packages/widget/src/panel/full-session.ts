import { type TeoModule, teoModules } from '@teo-support/core';
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
  /** The module of the page that the person is on, as it is now. */
  readonly module: () => TeoModule | undefined;
  /** Articles and improvement requests are opened in place: they have no address here. */
  readonly hrefOf: null;
}

/** The session that was opened, with what came later. */
export function completeSession(session: Session, language: FullLanguage): FullSession {
  forgetOld(Date.now());
  // What does not go now goes the next time.
  forgetUnmarkedUploads().catch(() => {});
  const { connection, settings } = session;
  const { transport } = connection;
  const client = {
    tickets: new Tickets(transport),
    files: new Files(transport),
    faq: new Faq(transport),
    live: new Live(transport),
  };
  const module = () => teoModules.find((known) => known === settings.module());
  return { ...session, ...language, client, module, hrefOf: null };
}
