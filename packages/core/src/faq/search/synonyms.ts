import { frenchWords, type SearchWord } from '../../text/french-text.js';
import { withIrregularStem } from './irregular-forms.js';

/** What people call the same thing: words or groups of words, all of one group meaning the same. Kept by staff. */
export type SynonymGroup = readonly string[];

/** Words that may stand for a part of what was typed. */
export interface OtherWords {
  /** How many of the typed words they stand for. */
  readonly length: number;
  readonly ways: readonly (readonly SearchWord[])[];
}

/** Synonyms, ready to be looked up while somebody types. */
export class Synonyms {
  readonly #groups = new Map<string, (readonly SearchWord[])[]>();
  #longest = 1;

  constructor(groups: readonly SynonymGroup[]) {
    for (const group of groups) {
      const ways = group.map((term) => tellingWords(term)).filter((words) => words.length > 0);
      for (const way of ways) {
        const key = keyOf(way);
        const others = ways.filter((other) => keyOf(other) !== key);
        this.#groups.set(key, [...(this.#groups.get(key) ?? []), ...others]);
        this.#longest = Math.max(this.#longest, way.length);
      }
    }
  }

  /** The longest run of words from a place on that has synonyms. */
  at(words: readonly SearchWord[], place: number): OtherWords | null {
    for (let length = Math.min(this.#longest, words.length - place); length > 0; length -= 1) {
      const ways = this.#groups.get(keyOf(words.slice(place, place + length)));
      if (ways !== undefined) return { length, ways };
    }
    return null;
  }
}

/** « mot de passe » is typed without its small words as often as with them. */
function tellingWords(term: string): SearchWord[] {
  const words = frenchWords(term).map(withIrregularStem);
  const telling = words.filter(({ form }) => form.length > 2);
  return telling.length > 0 ? telling : words;
}

function keyOf(words: readonly SearchWord[]): string {
  return words.map(({ stem }) => stem).join(' ');
}
