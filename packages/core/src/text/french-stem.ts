/**
 * The stem of a French word: what its plural, its feminine and the usual forms of its verb have in common. In the
 * spirit of the light stemmers that were published for French (Savoy, 2006): few rules, so that words that mean
 * different things stay apart; a stem need not be a word. Both the index and what is searched go through it, so a rule
 * that is wrong of a word is wrong on both sides, and finds it all the same.
 *
 * @param word folded: lower case, no accents, no ligatures
 */
export function frenchStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  if (stems.size >= mostStems) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** Most of what people write are the same few thousand words. */
const mostStems = 20_000;
const stems = new Map<string, string>();

function stemOf(word: string): string {
  if (word.length < minimum || !/^[a-z]+$/.test(word)) return word;
  return tidied(withoutEnding(withoutPlural(word)));
}

/** Shorter words are left as they are: too little would remain of them. */
const minimum = 4;
/** The least that has to remain when an ending is taken away. */
const least = 3;

function withoutPlural(word: string): string {
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length - 3 >= least) return `${word.slice(0, -3)}al`;
  if (/(eu|ou)x$/.test(word)) return word.slice(0, -1);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** What is taken away and what takes its place; the first that fits, and leaves enough, is the one. */
const endings: readonly (readonly [ending: string, replacement: string])[] = [
  ['ification', 'ifi'],
  ['ations', ''],
  ['ation', ''],
  ['atrice', 'ateur'],
  ['trice', 'teur'],
  ['issement', 'i'],
  ['issent', 'i'],
  ['issant', 'i'],
  ['issez', 'i'],
  ['ement', ''],
  ['eraient', ''],
  ['eront', ''],
  ['erait', ''],
  ['erez', ''],
  ['aient', ''],
  ['euse', 'eu'],
  ['iere', 'i'],
  ['ier', 'i'],
  ['ee', ''],
  ['er', ''],
  ['ez', ''],
  ['ir', 'i'],
  ['if', 'iv'],
  ['e', ''],
];

function withoutEnding(word: string): string {
  for (const [ending, replacement] of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < least) continue;
    return word.slice(0, -ending.length) + replacement;
  }
  // « ils bloquent », but not « le client »: the stem of a verb is longer.
  return /[^m]ent$/.test(word) && word.length - 3 > least ? word.slice(0, -3) : word;
}

/** One spelling for what a verb writes in several: convoquer and convocation, payer and paiement, actuel and actuelle. */
function tidied(stem: string): string {
  return stem
    .replace(/qu$/, 'c')
    .replace(/gu$/, 'g')
    .replace(/y$/, 'i')
    .replace(/(l|n|t)\1$/, '$1');
}
