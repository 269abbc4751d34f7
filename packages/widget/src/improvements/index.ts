/** The improvement forum, in one piece, with the words and the part of the client that it alone needs. */
import { Improvements } from '@teo-support/sdk/improvements';
import { loadForumWords } from '../locales/language.js';
import type { FullSession } from '../panel/full-session.js';
import type { PanelPlace } from '../panel/panel-place.js';
import { Forum } from './forum.js';
import { Supports } from './supports.js';
import './elements.js';

/** The forum in the panel. */
export async function openForum(session: FullSession, panel: PanelPlace): Promise<Forum> {
  const forum = await loadForumWords(session.locale);
  const improvements = new Improvements(session.connection.transport);
  const supports = new Supports(improvements);
  return new Forum({ ...session, forum, client: { improvements }, supports }, panel);
}
