import type { ArticleContent } from '../article/article.js';
import { withoutFileIds } from '../body/image.js';
import { findMaskable } from './find-maskable.js';
import type { KnownWords } from './known-words.js';
import { kindOfMark, type MaskKind, marksIn } from './mask.js';

/** One thing that keeps an article from being read by others. */
export interface Doubt {
  /** `mark`: masked, and nobody has settled it. `found`: stands in the text, and may tell of somebody. */
  readonly cause: 'mark' | 'found';
  readonly kind: MaskKind;
  /** The mark or the words, as they stand in the text. */
  readonly text: string;
  /** How often it stands there, in all texts together. */
  readonly count: number;
}

/**
 * What of an article is still in doubt, each once, in the order of the texts. A mark always is; words only in an article
 * that comes from what somebody wrote.
 *
 * @param known what names somebody around the ticket that it comes from; null for an article of other origin
 */
export function doubtsOf(content: ArticleContent, known: KnownWords | null): Doubt[] {
  const harmless = new Set(content.harmless);
  const doubts = new Map<string, Doubt>();
  const meet = (cause: Doubt['cause'], kind: MaskKind, text: string) => {
    const before = doubts.get(`${cause} ${text}`);
    doubts.set(`${cause} ${text}`, { cause, kind, text, count: (before?.count ?? 0) + 1 });
  };
  for (const text of textsOf(content)) {
    for (const mark of marksIn(text)) {
      const kind = kindOfMark(mark);
      if (kind !== null) meet('mark', kind, mark);
    }
    if (known === null) continue;
    for (const { kind, text: words } of findMaskable(text, known, harmless)) {
      meet('found', kind, words);
    }
  }
  return [...doubts.values()];
}

/** Everything of an article that others will read. */
function textsOf({ fr, en }: ArticleContent): string[] {
  return [fr, ...(en === null ? [] : [en])].flatMap(({ title, variants, keywords, body }) => [
    title,
    ...variants,
    ...keywords,
    withoutFileIds(body),
  ]);
}
