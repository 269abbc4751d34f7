import { isCommonWord, readSearch, type SearchWord } from '../../text/french-text.js';
import { withIrregularStem } from './irregular-forms.js';
import type { Synonyms } from './synonyms.js';
import type { Candidate, Vocabulary } from './vocabulary.js';

/** One thing that is asked for: a typed word, or several that mean something together. */
export interface Wanted {
  /** Each way to say it; of a way, every word has to be there. Empty when no article knows it. */
  readonly ways: readonly (readonly (readonly Candidate[])[])[];
}

/** Words with which people ask, whatever they ask about. They find what has them, but are not missed elsewhere. */
const asking: ReadonlySet<string> = new Set(
  (
    'aide aider arrive arriver besoin bonjour chose dois doit est-ce existe faire fait faites faudrait faut fonctionne ' +
    'impossible marche mettre mets moyen peut peux possible pouvoir probleme quoi savoir souci svp trouve trouver veut veux voir voudrais ' +
    'a abord apres avant deja jamais meme rien toujours tout tous toute toutes trop non oui eu ete do how can what'
  ).split(' '),
);

export interface FaqQuery {
  readonly wanted: readonly Wanted[];
  /** Whether any of the words tells articles apart: what has but « and » in common answers nothing. */
  readonly tells: boolean;
}

/** A synonym finds as surely as a word that was almost typed right. */
const synonymQuality = 0.85;

/** Makes of what was typed what is looked for. Nothing that is typed is a syntax; of nothing, nothing is looked for. */
export function readFaqQuery(typed: string, vocabulary: Vocabulary, synonyms: Synonyms): FaqQuery {
  const { words: all, unfinished } = readSearch(typed);
  const words = all.filter(({ form }) => !asking.has(form)).map(withIrregularStem);
  const last = all.at(-1)?.form;
  const open = (word: SearchWord) => unfinished && word.form === last;
  const wanted: Wanted[] = [];
  for (let place = 0; place < words.length; ) {
    const other = synonyms.at(words, place);
    const run = words.slice(place, place + (other?.length ?? 1));
    const own = run.map((word) => vocabulary.candidates(word, open(word)));
    const others = (other?.ways ?? []).map((way) =>
      way.map((word) =>
        vocabulary
          .candidates(word, false)
          .filter(({ quality }) => quality === 1)
          .map(({ term }) => ({ term, quality: synonymQuality })),
      ),
    );
    const ways = [own, ...others].filter((way) => way.every((candidates) => candidates.length > 0));
    const apart = run.length === 1 && ways.length === 0 ? asTwo(run[0], vocabulary) : null;
    wanted.push({ ways: apart === null ? ways : [apart] });
    place += run.length;
  }
  return { wanted, tells: words.some(({ form }) => !isCommonWord(form)) };
}

/** Two words that were typed as one: « qrcode ». */
function asTwo(word: SearchWord | undefined, vocabulary: Vocabulary): Candidate[][] | null {
  if (word === undefined || !/^[a-z]+$/.test(word.form)) return null;
  for (let at = word.form.length - 2; at >= 2; at -= 1) {
    const halves = [word.form.slice(0, at), word.form.slice(at)].map((form) => readSearch(form).words[0]);
    const found = halves.map((half) => (half === undefined ? undefined : vocabulary.termOf(half)));
    const [first, second] = found;
    if (first !== undefined && second !== undefined) {
      return [[{ term: first, quality: 0.9 }], [{ term: second, quality: 0.9 }]];
    }
  }
  return null;
}
