import { teoModules } from '@teo-support/core';
import { SupportError } from '@teo-support/sdk/connection';
import type { FaqSession } from '../faq/faq-session.js';
import { completeLanguage } from '../locales/language.js';
import type { FullSession } from './full-session.js';
import type { Session } from './session.js';

/** The code that sending and following take and typing does not. */
export type LaterParts = typeof import('../filing/sending.js');

/** What comes while the person types: that code, and the session with the words and the client that it works with. */
export interface Later {
  readonly parts: LaterParts;
  readonly session: FullSession;
}

/** Loads it once; what did not come is asked for again at the next call. */
export type LoadLater = () => Promise<Later>;

export function laterOf(session: Session): LoadLater {
  let loading: Promise<Later> | null = null;
  return () => {
    loading ??= load(session).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function load(session: Session): Promise<Later> {
  const [parts, language] = await told(
    Promise.all([import('../filing/sending.js'), completeLanguage(session)]),
  );
  return { parts, session: parts.completeSession(session, language) };
}

/** Loads the code of the list and of a ticket, and what it builds on. */
export async function loadFollowing(loadLater: LoadLater): Promise<Later> {
  const later = await loadLater();
  await told(import('../following/index.js'));
  return later;
}

/** The FAQ: its code, and the session with its words. */
export interface FaqParts {
  readonly parts: typeof import('../faq/index.js');
  readonly session: FullSession & FaqSession;
}

/** Loads the search of the FAQ and its articles, and what they build on. */
export async function loadFaq(loadLater: LoadLater): Promise<FaqParts> {
  const { session } = await loadLater();
  const parts = await told(import('../faq/index.js'));
  const module = () => teoModules.find((known) => known === session.settings.module());
  return { parts, session: { ...session, module, hrefOf: null } };
}

/** A part that does not come is told as what it most likely is: a connection that is down. */
function told<T>(loading: Promise<T>): Promise<T> {
  return loading.catch((error: unknown) => {
    throw new SupportError('A part of the widget could not be loaded.', { cause: error });
  });
}
