import { readSearch } from '../../text/french-text.js';

/**
 * Under what a question without an answer is counted: the same words in another order, form or spelling of accents are the
 * same gap. Empty when there is no word in it.
 */
export function gapKey(typed: string): string {
  const stems = new Set(readSearch(typed).words.map(({ stem }) => stem));
  return [...stems].sort().join(' ');
}
