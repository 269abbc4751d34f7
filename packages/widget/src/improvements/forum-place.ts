import type { ListFilter } from './list-filter.js';

/** Where a link of the forum leads: within it, to an article of the FAQ, or to the form of a ticket. */
export type ForumPlace =
  | { readonly view: 'list'; readonly filter: Partial<ListFilter> }
  | { readonly view: 'request'; readonly id: string }
  | { readonly view: 'writing' }
  | { readonly view: 'roadmap' }
  | { readonly view: 'article'; readonly id: string }
  | { readonly view: 'ticket' };
