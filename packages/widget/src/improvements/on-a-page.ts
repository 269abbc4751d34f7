import type { TeoModule } from '@teo-support/core';
import type { Locale } from '@teo-support/core/messages';
import type { RequesterClient } from '@teo-support/sdk';
import { keepFor } from '../drafts/belongings.js';
import { completeLanguage, loadForumWords } from '../locales/language.js';
import { loadLanguage } from '../locales/load-language.js';
import type { ForumPlace } from './forum-place.js';
import type { ForumSession } from './forum-session.js';
import { Supports } from './supports.js';
import './elements.js';

export type { ForumPlace } from './forum-place.js';
export type { ForumSession } from './forum-session.js';
export { filterIn, type ListFilter, paramsOf, wholeForum } from './list-filter.js';
export { ImprovementList } from './list-view.js';
export { RequestList } from './request-list.js';
export { ImprovementView } from './request-view.js';
export { RoadmapView } from './roadmap.js';
export { ImprovementForm } from './writing.js';

export interface ForumOnPage {
  /** A client for the person who is signed in. */
  readonly client: Pick<RequesterClient, 'improvements' | 'me'>;
  readonly locale: Locale;
  /** The module of téo that the page is about, if it is about one. */
  readonly module?: (() => TeoModule | undefined) | undefined;
  /** The address of a place on this site. A place without one (the form of a ticket) is told by `place-chosen` alone. */
  readonly hrefOf: (place: ForumPlace) => string;
}

/**
 * The improvement forum as pages of your own: what `<teo-support-improvement-list>`, `<teo-support-improvement>`,
 * `<teo-support-improvement-form>` and `<teo-support-roadmap>` work with.
 *
 * @example
 * const session = await forumOnPage({ client, locale: 'fr', hrefOf });
 * const list = new RequestList(session);
 */
export async function forumOnPage({ client, locale, module, hrefOf }: ForumOnPage): Promise<ForumSession> {
  const [language, forum, me] = await Promise.all([
    loadLanguage(locale).then(completeLanguage),
    loadForumWords(locale),
    client.me(),
  ]);
  keepFor(me.id);
  const { improvements } = client;
  const supports = new Supports(improvements);
  return {
    locale,
    client: { improvements },
    words: language.words,
    domain: language.domain,
    forum,
    me,
    module: module ?? (() => undefined),
    supports,
    hrefOf,
  };
}
