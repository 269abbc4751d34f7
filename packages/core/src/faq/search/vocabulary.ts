import type { SearchWord } from '../../text/french-text.js';
import { distance } from './edit-distance.js';

/** A word of the articles that a typed word may mean, and how surely: 1 is the word itself or another form of it. */
export interface Candidate {
  readonly term: number;
  readonly quality: number;
}

interface Known {
  readonly form: string;
  readonly term: number;
}

/** How surely a word is meant that was typed otherwise. */
const sureness = { completed: 0.85, abbreviated: 0.75, oneTypo: 0.8, twoTypos: 0.6, typoInBeginning: 0.55 };
/** A beginning of fewer letters could be anything. */
const leastBeginning = 2;
/** French shortens words to their beginning (convoc, dispo, compta); fewer letters say too little. */
const leastAbbreviation = 4;

/**
 * The words that the articles have, by their stems. What is typed is looked up in it: as it is, as the beginning of a
 * word, or with as many typing errors as its length allows.
 */
export class Vocabulary {
  readonly #termByStem = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #letters: number[] = [];
  readonly #termsByLength: number[][] = [];
  readonly #forms = new Set<string>();
  readonly #formsByBeginning = new Map<string, Known[]>();

  /** The term of a word; a new one when no article had it. */
  add({ form, stem }: SearchWord): number {
    let term = this.#termByStem.get(stem);
    if (term === undefined) {
      term = this.#stems.length;
      this.#termByStem.set(stem, term);
      this.#stems.push(stem);
      this.#letters.push(lettersOf(stem));
      const ofLength = this.#termsByLength[stem.length];
      if (ofLength === undefined) this.#termsByLength[stem.length] = [term];
      else ofLength.push(term);
    }
    if (!this.#forms.has(form)) {
      this.#forms.add(form);
      const beginning = form.slice(0, leastBeginning);
      const known = this.#formsByBeginning.get(beginning);
      if (known === undefined) this.#formsByBeginning.set(beginning, [{ form, term }]);
      else known.push({ form, term });
    }
    return term;
  }

  termOf(word: SearchWord): number | undefined {
    return this.#termByStem.get(word.stem);
  }

  /**
   * What a typed word may mean, likeliest reading only: itself, or else a beginning, or else a typing error.
   * @param unfinished whether the word may still go on: then all that begin so are meant besides
   */
  candidates(word: SearchWord, unfinished: boolean): Candidate[] {
    const itself = this.termOf(word);
    const exact = itself === undefined ? [] : [{ term: itself, quality: 1 }];
    if (unfinished) {
      const completed = this.#beginningWith(word.form, sureness.completed);
      if (exact.length > 0 || completed.length > 0) return best([...exact, ...completed]);
    }
    if (exact.length > 0) return exact;
    const { form } = word;
    const short = form.endsWith('s') ? form.slice(0, -1) : form;
    const abbreviated =
      short.length >= leastAbbreviation ? this.#beginningWith(short, sureness.abbreviated) : [];
    return best([...abbreviated, ...this.#mistyped(word, unfinished)]);
  }

  #beginningWith(beginning: string, sure: number): Candidate[] {
    if (beginning.length < leastBeginning) return [];
    const known = this.#formsByBeginning.get(beginning.slice(0, leastBeginning)) ?? [];
    return known.flatMap(({ form, term }) =>
      form.startsWith(beginning)
        ? [{ term, quality: sure + (1 - sure) * (beginning.length / form.length) }]
        : [],
    );
  }

  #mistyped({ form, stem }: SearchWord, unfinished: boolean): Candidate[] {
    const most = errorsIn(form);
    if (most === 0) return [];
    const letters = lettersOf(stem);
    const found: Candidate[] = [];
    const longest = unfinished ? this.#termsByLength.length - 1 : stem.length + most;
    for (let length = Math.max(3, stem.length - most); length <= longest; length += 1) {
      for (const term of this.#termsByLength[length] ?? []) {
        const missing = bits(letters & ~(this.#letters[term] ?? 0));
        if (missing > most) continue;
        const known = this.#stems[term] ?? '';
        // People hardly ever mistype the first letter, and words that differ there mean other things.
        if (known.charCodeAt(0) !== stem.charCodeAt(0) && !(known.charCodeAt(1) === stem.charCodeAt(0)))
          continue;
        const { whole, beginning } = distance(stem, known, most);
        if (whole <= most) {
          found.push({ term, quality: whole <= 1 ? sureness.oneTypo : sureness.twoTypos });
        } else if (unfinished && beginning <= 1 && stem.length >= 5) {
          found.push({ term, quality: sureness.typoInBeginning });
        }
      }
    }
    const nearest = Math.max(0, ...found.map(({ quality }) => quality));
    return found.filter(({ quality }) => quality === nearest);
  }
}

/** How many typing errors a word may have: none when it is so short, or a code, that it would become another. */
function errorsIn(form: string): 0 | 1 | 2 {
  if (form.length < 5 || /\p{N}/u.test(form)) return 0;
  return form.length < 8 ? 1 : 2;
}

/** The letters of a word as bits: two words that differ in few letters differ in few of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place += 1) letters |= 1 << (word.charCodeAt(place) % 31);
  return letters;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Each term once, with the best that is known of it. */
function best(candidates: readonly Candidate[]): Candidate[] {
  const qualities = new Map<number, number>();
  for (const { term, quality } of candidates) {
    if (quality > (qualities.get(term) ?? 0)) qualities.set(term, quality);
  }
  return [...qualities].map(([term, quality]) => ({ term, quality }));
}
