import type { Reader } from '../faq/reader.js';
import type { Following } from '../following/following.js';
import type { Forum } from '../improvements/forum.js';

/** What the tabs of the first view show, by tab. */
export interface TabParts {
  readonly faq: Reader;
  readonly forum: Forum;
  readonly mine: Following;
}

export type LaterTab = keyof TabParts;
