import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passwordIssue, shortestPassword } from './password.js';

const ines = { email: 'ines.caron@teo.example.fr', name: 'Inès Caron' };
const codeOf = (password: string) => passwordIssue(password, ines)?.code ?? null;

describe('a new password', () => {
  test.each([
    ['un mot de passe', null],
    ['correct horse battery staple', null],
    ['Inès prend le train de 7 h 12', null],
    ['onze signes', 'too_short'],
    ['', 'too_short'],
    // A letter and its accent typed apart are one letter.
    ['é'.normalize('NFD').repeat(11), 'too_short'],
    ['ines.caron@teo.example.fr', 'too_guessable'],
    ['Inès Caron 2026', 'too_guessable'],
    ['caron-ines-1', 'too_guessable'],
    ['INES.CARON!!', 'too_guessable'],
  ])('%j: %s', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  test('names the bound that it misses', () => {
    expect(passwordIssue('court', ines)).toMatchObject({ path: ['password'], limit: shortestPassword });
  });

  test('is accepted however strange its characters, if there are enough of them and they tell nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 40, maxLength: 60 }), (password) => {
        const code = codeOf(password);
        // NFKC may join what was typed apart.
        if ([...password.normalize('NFKC')].length >= shortestPassword) expect(code).not.toBe('too_short');
      }),
    );
  });

  test('whatever is shorter is refused', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: shortestPassword - 1 }), (password) => {
        expect(codeOf(password)).toBe('too_short');
      }),
    );
  });
});
