import type { Locale } from './catalogue.js';

/** The headings of an article that is drafted from a ticket. Apart from the catalogues: the widget never drafts one. */
export const articleParts: Readonly<Record<Locale, { readonly problem: string; readonly solution: string }>> =
  {
    fr: { problem: 'Le problème', solution: 'La solution' },
    en: { problem: 'The problem', solution: 'The solution' },
  };
