import type { Weighted } from './evidence.js';
import type { FaqIndex, IndexedArticle, Question } from './faq-index.js';

/** Which wanted things each term stands for, and how surely. */
export type Terms = ReadonlyMap<number, readonly { readonly wanted: number; readonly quality: number }[]>;

export function termsOf(weighted: readonly Weighted[]): Terms {
  const terms = new Map<number, { wanted: number; quality: number }[]>();
  weighted.forEach(({ ways }, wanted) => {
    for (const way of ways) {
      for (const { term, quality } of way.flat()) {
        const known = terms.get(term) ?? [];
        known.push({ wanted, quality: quality / Math.sqrt(way.length) });
        terms.set(term, known);
      }
    }
  });
  return terms;
}

/** How much of what was typed is in a question, and of the question in what was typed; from 0 to 1. */
export function likeness(
  index: FaqIndex,
  question: Question,
  weighted: readonly Weighted[],
  terms: Terms,
  total: number,
): number {
  const best = weighted.map(() => 0);
  let asked = 0;
  let met = 0;
  for (const term of question) {
    const weight = index.weightOf(index.spreadOf(term));
    asked += weight;
    let quality = 0;
    for (const known of terms.get(term) ?? []) {
      quality = Math.max(quality, known.quality);
      best[known.wanted] = Math.max(best[known.wanted] ?? 0, known.quality);
    }
    met += weight * quality;
  }
  const typed = weighted.reduce((sum, { weight }, place) => sum + weight * (best[place] ?? 0), 0) / total;
  return asked === 0 ? 0 : typed * (0.6 + 0.4 * (met / asked));
}

/** How much of what was typed is what the article is about. */
export function confidenceOf(
  article: IndexedArticle,
  weighted: readonly Weighted[],
  total: number,
  question: number,
): number {
  let about = 0;
  for (const { ways, weight } of weighted) {
    let best = 0;
    for (const way of ways) {
      const met = way.map((candidates) =>
        Math.max(0, ...candidates.map(({ term, quality }) => (article.subject.has(term) ? quality : 0))),
      );
      best = Math.max(best, met.includes(0) ? 0 : met.reduce((sum, one) => sum + one, 0) / met.length);
    }
    about += weight * best;
  }
  return 0.7 * (about / total) + 0.3 * question;
}
