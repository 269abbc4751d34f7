import type { TeoModule } from '@teo-support/core';
import type { Locale } from '@teo-support/core/messages';
import type { RequesterClient } from '@teo-support/sdk';
import { completeLanguage } from '../locales/language.js';
import { loadLanguage } from '../locales/load-language.js';
import type { FaqSession } from './faq-session.js';
import './index.js';

export { FaqArticle, type Verdicts } from './article-view.js';
export { FaqSearch } from './faq-search.js';
export type { FaqSession } from './faq-session.js';
export { FaqSearchView } from './search-view.js';

export interface FaqOnPage {
  /** A client for the person who is signed in. */
  readonly client: Pick<RequesterClient, 'faq' | 'files'>;
  readonly locale: Locale;
  /** The module of téo that the page is about, if it is about one. */
  readonly module?: (() => TeoModule | undefined) | undefined;
  /** The address of an article on this site. */
  readonly hrefOf: (articleId: string) => string;
}

/**
 * The FAQ of the widget as a page of its own: what `<teo-support-faq-search>` and `<teo-support-faq-article>` work with.
 *
 * @example
 * const session = await faqOnPage({ client, locale: 'fr', hrefOf: (id) => `/faq/${id}` });
 * const search = new FaqSearch(session, { pauseMs: 150, limit: 12 });
 */
export async function faqOnPage({ client, locale, module, hrefOf }: FaqOnPage): Promise<FaqSession> {
  const { words, domain, faq } = await completeLanguage(await loadLanguage(locale));
  return { locale, client, words, domain, faq, module: module ?? (() => undefined), hrefOf };
}
