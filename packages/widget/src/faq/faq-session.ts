import type { TeoModule } from '@teo-support/core';
import type { FilingCatalogue, Locale } from '@teo-support/core/messages';
import type { Faq, Files } from '@teo-support/sdk';
import type { FaqWords, Words } from '../locales/words.js';

/** What the elements of the FAQ work with, in the panel and on a page of its own. */
export interface FaqSession {
  readonly locale: Locale;
  readonly client: { readonly faq: Faq; readonly files: Pick<Files, 'download'> };
  readonly words: Words;
  readonly faq: FaqWords;
  readonly domain: Pick<FilingCatalogue, 'ticketTypes'>;
  /** The module of the page that the person is on, as it is now. */
  readonly module: () => TeoModule | undefined;
  /** The address of an article, where it has one of its own; `null` where articles are opened in place only. */
  readonly hrefOf: ((articleId: string) => string) | null;
}

/** The name of a module as people read it. */
export function moduleName({ domain }: FaqSession, module: TeoModule): string {
  return domain.ticketTypes.malfunction.fields.module.options[module];
}
