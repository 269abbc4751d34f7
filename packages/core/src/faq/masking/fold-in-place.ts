import { foldForSearch } from '../../text/search-text.js';

/** A text folded as for search, of which each place is known in the text as it was. */
export interface FoldedText {
  readonly text: string;
  /** The place in the text as it was, in UTF-16 code units, of a place in this one. */
  placeOf(folded: number): number;
}

/** Folds letter by letter, so that what is found can be shown where it stands. */
export function foldInPlace(text: string): FoldedText {
  const places: number[] = [];
  let folded = '';
  let place = 0;
  for (const letter of text) {
    const plain = /\s/.test(letter) ? ' ' : foldForSearch(letter);
    for (let unit = 0; unit < plain.length; unit += 1) places.push(place);
    folded += plain;
    place += letter.length;
  }
  return { text: folded, placeOf: (at) => places[at] ?? text.length };
}
