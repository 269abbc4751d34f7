import type { FaqIndex } from './faq-index.js';
import { type PlacedWord, placedWords } from './faq-words.js';

/** Part of a text that is to be shown as found: from `start` up to `end`, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text with what was found in it. Never HTML: whoever shows it puts the marks. */
export interface Highlighted {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** As long as an excerpt may be, in UTF-16 code units. */
const longest = 170;

/** A whole text with the words by which it was found. */
export function highlight(index: FaqIndex, text: string, terms: ReadonlySet<number>): Highlighted {
  return { text, ranges: foundIn(index, text, terms).map(({ start, end }) => ({ start, end })) };
}

/** The stretch of a text that has most of what was looked for; its beginning when it has none of it. */
export function excerpt(index: FaqIndex, text: string, terms: ReadonlySet<number>): Highlighted {
  const found = foundIn(index, text, terms);
  let begin = 0;
  let most = 0;
  for (const [place, first] of found.entries()) {
    const within = found.slice(place).filter(({ end }) => end - first.start <= longest - 30);
    const different = new Set(within.map(({ term }) => term)).size;
    if (different <= most) continue;
    most = different;
    begin = beginningBefore(text, first.start);
  }
  const end = endAfter(text, begin);
  const before = begin > 0 ? '…' : '';
  const shift = before.length - begin;
  return {
    text: `${before}${text.slice(begin, end).replaceAll('\n', ' ')}${end < text.length ? '…' : ''}`,
    ranges: found
      .filter((word) => word.start >= begin && word.end <= end)
      .map((word) => ({ start: word.start + shift, end: word.end + shift })),
  };
}

interface FoundWord extends PlacedWord {
  readonly term: number;
}

function foundIn(index: FaqIndex, text: string, terms: ReadonlySet<number>): FoundWord[] {
  return placedWords(text).flatMap((word) => {
    const term = index.termWritten(word.written);
    return term !== undefined && terms.has(term) ? [{ ...word, term }] : [];
  });
}

/** The beginning of the sentence or line, when it is near; else of the word. */
function beginningBefore(text: string, place: number): number {
  const near = text.slice(Math.max(0, place - 60), place);
  const sentence = /[\s\S]*(?:[.!?…:]\s|\n)/.exec(near)?.[0].length;
  if (sentence !== undefined) return place - near.length + sentence;
  if (place <= 60) return 0;
  const word = near.search(/\s/);
  return word < 0 ? place : place - near.length + word + 1;
}

/** The end of a word, so that the excerpt is not too long; a surrogate pair is never cut. */
function endAfter(text: string, begin: number): number {
  if (text.length - begin <= longest) return text.length;
  const cut = text.slice(begin, begin + longest);
  const word = cut.search(/\s\S*$/);
  if (word > 0) return begin + word;
  return begin + (/[\uD800-\uDBFF]$/.test(cut) ? cut.length - 1 : cut.length);
}
