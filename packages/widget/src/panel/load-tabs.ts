import { teoModules } from '@teo-support/core';
import type { FaqSession } from '../faq/faq-session.js';
import type { FullSession } from './full-session.js';
import type { PanelPlace } from './panel-place.js';
import type { Session } from './session.js';
import type { TabParts } from './tab-parts.js';
import { told } from './told.js';

/** The FAQ: its code, and the session that it works with. */
export interface FaqParts {
  readonly parts: typeof import('../faq/index.js');
  readonly session: FullSession & FaqSession;
}

/** Loads the search of the FAQ and its articles. */
export async function loadFaq(session: FullSession): Promise<FaqParts> {
  const parts = await told(import('../faq/index.js'));
  return { parts, session: { ...session, module: moduleOf(session), hrefOf: null } };
}

type LoadTab<P> = (session: FullSession, panel: PanelPlace) => Promise<P>;

/** Loads what the tabs show. */
export const loadTab: { readonly [T in keyof TabParts]: LoadTab<TabParts[T]> } = {
  faq: async (full, panel) => {
    const { parts, session } = await loadFaq(full);
    return new parts.Reader(session, panel);
  },
  forum: async (session, panel) => {
    const { openForum } = await told(import('../improvements/index.js'));
    return told(openForum({ ...session, module: moduleOf(session), hrefOf: null }, panel));
  },
  mine: async (session, panel) => {
    const { Following } = await told(import('../following/index.js'));
    return new Following(session, panel);
  },
};

/** The module of the page that the person is on, as it is now. */
function moduleOf({ settings }: Session) {
  return () => teoModules.find((known) => known === settings.module());
}
