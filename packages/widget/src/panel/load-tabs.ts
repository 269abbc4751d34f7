import { Reader } from '../faq/index.js';
import { Following } from '../following/index.js';
import type { FullSession } from './full-session.js';
import type { PanelPlace } from './panel-place.js';
import type { TabParts } from './tab-parts.js';
import { told } from './told.js';

type LoadTab<P> = (session: FullSession, panel: PanelPlace) => P | Promise<P>;

/** Makes what the tabs show; the forum is loaded by who opens it. */
export const loadTab: { readonly [T in keyof TabParts]: LoadTab<TabParts[T]> } = {
  faq: (session, panel) => new Reader(session, panel),
  forum: async (session, panel) => {
    const { openForum } = await told(import('../improvements/index.js'));
    return told(openForum(session, panel));
  },
  mine: (session, panel) => new Following(session, panel),
};
