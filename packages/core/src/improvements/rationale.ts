import { foldForSearch } from '../text/search-text.js';

/** The least that can motivate a choice: a short sentence, in characters and in different words of its own. */
const leastLength = 25;
const leastWords = 4;

/**
 * Whether a rationale says something. « Nous […] motivons toujours nos choix »: blank, « ok », « non retenu » or a
 * row of dots motivate nothing, nor does a word repeated until it is long enough.
 */
export function hasSubstance(rationale: string): boolean {
  const folded = foldForSearch(rationale);
  const words = new Set(folded.match(/\p{L}{2,}/gu) ?? []);
  // As written, too: folding makes some letters two, and the database counts those that are stored.
  const characters = [...rationale.trim()].length;
  return Math.min(folded.length, characters) >= leastLength && words.size >= leastWords;
}
