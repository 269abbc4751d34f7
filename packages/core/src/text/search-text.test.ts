import { expect, test } from 'vitest';
import { foldForSearch, searchWords } from './search-text.js';

test.each([
  ['case', 'TÉO Edit', 'teo edit'],
  ['accents', 'Échéancier réglé à Noël, ça', 'echeancier regle a noel, ca'],
  ['accents that stand apart from their letter', 'e\u0301che\u0301ance', 'echeance'],
  ['ligatures', 'Œuvre, cœur, ex æquo, Straße, ﬁche', 'oeuvre, coeur, ex aequo, strasse, fiche'],
  ['apostrophes', 'l’acompte, l‘acompte, l`acompte', "l'acompte, l'acompte, l'acompte"],
  ['white space', ' une \n\n\tfacture\u00a0!\u202f', 'une facture !'],
])('%s makes no difference', (_what, text, folded) => {
  expect(foldForSearch(text)).toBe(folded);
});

test('what is folded stays as it is when it is folded again', () => {
  for (const text of ['Œuvre d’été', 'STRASSE ẞ', 'İstanbul', '½ ﬁ']) {
    expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
  }
});

test.each([
  ['each word once, folded', 'Facture FACTURE échéance', ['facture', 'echeance']],
  ['an apostrophe parts two words', 'l’acompte', ['l', 'acompte']],
  ['a middle dot parts two words', 'formateur·rice', ['formateur', 'rice']],
  ['references and versions stay whole', 'TEO-1042 v2.1 site_web', ['teo-1042', 'v2.1', 'site_web']],
  ['a sign at the end of a word is none of it', 'fin. -début- a--b', ['fin', 'debut', 'a', 'b']],
  ['no sign is a syntax', '"a" OR b* (c) NEAR/2 ^d:e', ['a', 'or', 'b', 'c', 'near', '2', 'd', 'e']],
  ['nothing to look for', ' … « » 🙂 ', []],
])('%s', (_sentence, query, words) => {
  expect(searchWords(query)).toEqual(words);
});
