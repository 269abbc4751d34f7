import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch } from './search-text.js';

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

test('whatever is written, one plain space stands between two words, and none around them', () => {
  const written = fc.string({
    unit: fc.constantFrom('a', 'é', '’', ' ', '\u00a0', '\u202f', '\t', '\n', '\r'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(written, (text) => {
      const folded = foldForSearch(text);
      const words = folded.split(/\s+/).filter((word) => word !== '');
      expect(folded).toBe(words.join(' '));
    }),
  );
});
