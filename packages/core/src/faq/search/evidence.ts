import type { FaqIndex } from './faq-index.js';
import type { Wanted } from './faq-query.js';
import type { Candidate } from './vocabulary.js';

/** One thing that is asked for, and what each article says of it. */
export interface Weighted extends Wanted {
  /** How much it tells one article from another. */
  readonly weight: number;
  /** By the place of the article: 0 where it is silent. */
  readonly evidence: Float64Array;
}

export function weigh(index: FaqIndex, wanted: Wanted): Weighted {
  const evidence = new Float64Array(index.places);
  for (const way of wanted.ways) {
    const [first, ...others] = way.map((candidates) => evidenceOf(index, candidates));
    if (first === undefined) continue;
    for (let place = 0; place < evidence.length; place += 1) {
      let sum = first[place] ?? 0;
      if (sum === 0) continue;
      for (const other of others) {
        const value = other[place] ?? 0;
        // Words that mean something together have to be there together.
        if (value === 0) sum = Number.NEGATIVE_INFINITY;
        sum += value;
      }
      evidence[place] = Math.max(evidence[place] ?? 0, sum / way.length);
    }
  }
  return { ...wanted, evidence, weight: index.weightOf(evidence.reduce((sum, one) => sum + one, 0)) };
}

/** What each article says of a word, by the best of what it may mean. */
function evidenceOf(index: FaqIndex, candidates: readonly Candidate[]): Float64Array {
  const evidence = new Float64Array(index.places);
  for (const { term, quality } of candidates) {
    for (const posting of index.postingsOf(term)) {
      const value = quality * posting.evidence;
      if (value > (evidence[posting.place] ?? 0)) evidence[posting.place] = value;
    }
  }
  return evidence;
}

/**
 * The places that say most of all that is asked for, in no order: those that say as much as the last of them, too.
 * @param total the weight of all that is asked for
 */
export function mostTelling(
  weighted: readonly Weighted[],
  total: number,
  count: number,
): { readonly place: number; readonly score: number }[] {
  const [first, ...others] = weighted;
  const scores = (first?.evidence ?? new Float64Array()).map(
    (value) => (value * (first?.weight ?? 0)) / total,
  );
  for (const { evidence, weight } of others) {
    for (let place = 0; place < scores.length; place += 1) {
      scores[place] = (scores[place] ?? 0) + ((evidence[place] ?? 0) * weight) / total;
    }
  }
  const least =
    scores
      .filter((score) => score > 0)
      .sort()
      .at(-count) ?? Number.MIN_VALUE;
  const found: { place: number; score: number }[] = [];
  scores.forEach((score, place) => {
    if (score >= least) found.push({ place, score });
  });
  return found;
}
