import { type ArticleContent, type Doubt, doubtsOf, type KnownWords } from '@teo-support/core';
import type { FaqMasks } from '@teo-support/sdk';
import type { WrittenContent } from '../editor/article-form.js';

/** What of a text is still to be settled, as the rules say that the server will apply. */
export function doubtsIn(content: WrittenContent & ArticleContent, { known }: FaqMasks): Doubt[] {
  return doubtsOf(content, known satisfies KnownWords | null);
}

/** The words that a mark hides, if they are still known. */
export function originalOf({ masks }: FaqMasks, { cause, text }: Doubt): string | null {
  if (cause === 'found') return text;
  return masks.find(({ mark }) => mark === text)?.original ?? null;
}
