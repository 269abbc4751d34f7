import { frenchStem } from './french-stem.js';
import { foldForSearch } from './search-text.js';

/** One word of a text as it is searched for. */
export interface SearchWord {
  /** As it is written, folded: what a beginning is compared with. */
  readonly form: string;
  /** What its other forms have in common with it. A code is its own stem. */
  readonly stem: string;
}

/** The words that are elided before a vowel: « l’émargement », « qu’il », « jusqu’à », « lorsqu’on ». */
const elided = /^(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)$/;

/** Words that nearly every text has: they tell nothing apart. */
const common: ReadonlySet<string> = new Set(
  (
    'a ai ait au aux avec avait avez avons ce cela ces cet cette ceci ca comme comment dans de des donc du elle elles en ' +
    'encore est et etait etre eu il ils je la le les leur leurs lui ma mais me mes moi mon ne nos notre nous on ont ou ' +
    'par pas plus pour pourquoi qu que quel quelle quels quelles qui quand sa sans se ses si son sont sur ta te tes toi ton tu un ' +
    'une vos votre vous y l d j m n s t c the of to is in and or not an it for'
  ).split(' '),
);

/** Whether a word, folded, tells nothing apart. */
export function isCommonWord(form: string): boolean {
  return common.has(form);
}

/**
 * Letters and digits. The plain ones stand first: nearly all of a folded text are, and they are told much faster. That
 * the second kind has them, too, costs nothing: whatever follows may be missing, so nothing is ever tried both ways.
 */
const letters = String.raw`(?:[a-z0-9]|[\p{L}\p{N}])+`;
/** A run of letters and digits; signs within it belong to it (2024-118, ERR-EMARG-500, v2.1, jusqu'à). */
const run = new RegExp(String.raw`${letters}(?:['’\-_./]${letters})*`, 'gu');

/**
 * The words of a text, in their order: what the index is made of, and what is searched for. One normalisation for both
 * (case, accents, ligatures, elisions, plurals and word forms), so that no input is a syntax and whatever is written
 * is found. Codes stay whole, and are also found by their parts.
 */
export function frenchWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  for (const found of foldForSearch(text).match(run) ?? []) {
    for (const word of wordsOfRun(found)) words.push(word);
  }
  return words;
}

/**
 * What runs were read as: nearly all of a text are words that others have, too, and to find the stem of one costs many
 * times what it costs to look it up. All are forgotten where they have become many.
 */
const known = new Map<string, readonly SearchWord[]>();
const mostKnown = 10_000;

function wordsOfRun(found: string): readonly SearchWord[] {
  const before = known.get(found);
  if (before !== undefined) return before;
  const words = readRun(found);
  if (known.size >= mostKnown) known.clear();
  known.set(found, words);
  return words;
}

const joined = /['\-_./]/;

function readRun(found: string): readonly SearchWord[] {
  if (!joined.test(found)) return [{ form: found, stem: frenchStem(found) }];
  const parts = found.split(/['\-_./]/);
  const words = parts
    .filter((part, index) => !(elided.test(part) && found.charAt(placeAfter(parts, index)) === "'"))
    .map((form) => ({ form, stem: frenchStem(form) }));
  // A code is what has a digit in it: joined words without one are but their words (après-midi, formateur/formatrice).
  const isCode = parts.length > 1 && /\p{N}/u.test(found) && !found.includes("'");
  return isCode ? [{ form: found, stem: found }, ...words] : words;
}

/** The place of the sign that follows a part. */
function placeAfter(parts: readonly string[], index: number): number {
  return parts.slice(0, index + 1).join(' ').length;
}

/** What is searched for: every word has to be found, the last one perhaps by its beginning, as it is still being typed. */
export interface SearchQuery {
  readonly words: readonly SearchWord[];
  /** Whether the last word may go on: nothing follows it yet. */
  readonly unfinished: boolean;
}

/** As many words as are looked for; more would only cost. */
const most = 12;

/**
 * What to look for. Words that nearly every text has are left out, unless there is no other; a code is looked for whole.
 */
export function readSearch(query: string): SearchQuery {
  const folded = foldForSearch(query);
  const runs = [...folded.matchAll(run)].map(([found]) => wordsOfRun(found));
  // A whole code stands before its parts, and says all that they say.
  const all = runs.flatMap((words) => (words[0] !== undefined && isWhole(words) ? [words[0]] : words));
  const telling = all.filter(({ form }) => !common.has(form));
  const words = (telling.length > 0 ? telling : all).slice(0, most);
  const last = words.at(-1);
  return {
    words: unique(words),
    unfinished: last !== undefined && last === all.at(-1) && /[\p{L}\p{N}]$/u.test(query),
  };
}

function isWhole([first, second]: readonly SearchWord[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.form.length > second.form.length &&
    /[-_./]/.test(first.form)
  );
}

function unique(words: readonly SearchWord[]): SearchWord[] {
  // The last of several stays: it is the one that may still be typed.
  return words.filter(({ form }, index) => !words.slice(index + 1).some((later) => later.form === form));
}
