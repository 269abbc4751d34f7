import type { ArticleContent, ArticleText } from '../article/article.js';

/** What is made of words in doubt, wherever they stand in an article. */
export type Settlement =
  /** Nobody reads what stood there. */
  | { readonly kind: 'masked' }
  /** A word that fits whoever reads it. */
  | { readonly kind: 'replaced'; readonly by: string }
  /** The words as they were written: they tell of nobody. */
  | { readonly kind: 'harmless'; readonly original: string };

/** What readers see where something stays masked. */
export const stillMasked = '[…]';

/**
 * Settles a mark, or words that were found, in all texts of an article.
 * @param inDoubt the mark or the words, as they stand there
 */
export function settle(content: ArticleContent, inDoubt: string, settlement: Settlement): ArticleContent {
  const words = wordsFor(settlement);
  const say = (text: string) => text.replaceAll(inDoubt, () => words);
  const text = ({ title, variants, keywords, body }: ArticleText): ArticleText => ({
    title: say(title),
    variants: variants.map(say),
    keywords: keywords.map(say),
    body: say(body),
  });
  const cleared = settlement.kind === 'harmless' ? [settlement.original] : [];
  return {
    ...content,
    fr: text(content.fr),
    en: content.en === null ? null : text(content.en),
    harmless: [...new Set([...content.harmless, ...cleared])],
  };
}

function wordsFor(settlement: Settlement): string {
  switch (settlement.kind) {
    case 'masked':
      return stillMasked;
    case 'replaced':
      return settlement.by;
    case 'harmless':
      return settlement.original;
  }
}
