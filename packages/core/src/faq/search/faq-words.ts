import { frenchWords, type SearchWord } from '../../text/french-text.js';
import { foldForSearch } from '../../text/search-text.js';
import { withIrregularStem } from './irregular-forms.js';

/** Where a word stands in a text as it is written, in UTF-16 code units: what a highlight covers. */
export interface PlacedWord {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const part = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text with their places. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(part)].map(({ 0: written, index }) => ({
    written,
    start: index,
    end: index + written.length,
  }));
}

/** A written word as it is looked up. */
export function faqWord(written: string): SearchWord | undefined {
  const [word] = frenchWords(written);
  return word === undefined ? undefined : withIrregularStem(word);
}

/** Words joined by a hyphen are also written as one: e-mail, Factur-X. */
const joined = /\p{L}+(?:-\p{L}+)+/gu;

/** The words by which an article is found. */
export function indexedWords(text: string): SearchWord[] {
  const compounds = [...foldForSearch(text).matchAll(joined)].flatMap(([found]) =>
    frenchWords(found.replaceAll('-', '')),
  );
  return [...frenchWords(text), ...compounds].map(withIrregularStem);
}
