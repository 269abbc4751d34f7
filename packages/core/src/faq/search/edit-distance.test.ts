import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance } from './edit-distance.js';

test.each([
  ['facture', 'facture', 0],
  ['factre', 'facture', 1],
  ['facturre', 'facture', 1],
  ['fakture', 'facture', 1],
  ['fcature', 'facture', 1],
  ['factrue', 'facture', 1],
  ['fatcrue', 'facture', 2],
  ['avoir', 'devis', 3],
])('%s is so far from %s', (typed, known, expected) => {
  expect(distance(typed, known, 2).whole).toBe(expected);
});

test('a beginning is near though the whole is far', () => {
  expect(distance('emarjem', 'emargement', 2)).toEqual({ whole: 3, beginning: 1 });
});

/** The definition, without any of the shortcuts. */
function plain(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const row = table[i];
      if (row !== undefined) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap);
    }
  }
  return at(a.length, b.length);
}

test('agrees with the plain definition as far as it looks', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (a, b, most) => {
      expect(distance(a, b, most).whole).toBe(Math.min(plain(a, b), most + 1));
    }),
    { numRuns: 2000 },
  );
});
