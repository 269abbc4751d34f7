import { completeLanguage, type Language } from '../locales/language.js';
import type { FullSession } from './full-session.js';
import type { Session } from './session.js';
import { told } from './told.js';

/** The code that sending and following take and typing does not. */
export type LaterParts = typeof import('./later-parts.js');

/** What comes while the person types: that code, and the session with the words and the client that it works with. */
export interface Later {
  readonly parts: LaterParts;
  readonly session: FullSession;
}

/** Loads it once; what did not come is asked for again at the next call. */
export type LoadLater = () => Promise<Later>;

/** @param session its code and its words do not wait for it */
export function laterOf(language: Language, session: Promise<Session>): LoadLater {
  let loading: Promise<Later> | null = null;
  return () => {
    loading ??= load(language, session).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function load(language: Language, session: Promise<Session>): Promise<Later> {
  const code = told(Promise.all([import('./later-parts.js'), completeLanguage(language)]));
  const [[parts, full], opened] = await Promise.all([code, session]);
  return { parts, session: parts.completeSession(opened, full) };
}
