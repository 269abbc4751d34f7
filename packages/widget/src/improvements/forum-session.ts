import type { TeoModule } from '@teo-support/core';
import type { Me } from '@teo-support/core/contract';
import type { Locale } from '@teo-support/core/messages';
import type { Improvements } from '@teo-support/sdk';
import type { FullLanguage } from '../locales/language.js';
import type { ForumWords } from '../locales/words.js';
import type { ForumPlace } from './forum-place.js';
import type { Supports } from './supports.js';

/** What the elements of the forum work with, in the panel and on a page of its own. */
export interface ForumSession {
  readonly locale: Locale;
  readonly client: { readonly improvements: Improvements };
  readonly words: FullLanguage['words'];
  readonly domain: FullLanguage['domain'];
  readonly forum: ForumWords;
  readonly me: Pick<Me, 'id'>;
  /** The module of the page that the person is on, as it is now. */
  readonly module: () => TeoModule | undefined;
  /** Votes and follows of the person, the same wherever a request is shown. */
  readonly supports: Supports;
  /** The address of a place, where places have addresses; `null` where they are opened in place only. */
  readonly hrefOf: ((place: ForumPlace) => string) | null;
}

/** The name of a module as people read it. */
export function moduleName({ domain }: Pick<ForumSession, 'domain'>, module: TeoModule): string {
  return domain.ticketTypes.malfunction.fields.module.options[module];
}
