import { describe, expect, test } from 'vitest';
import { facts } from '../testing/facts.js';
import { saltMaker, sha256 } from '../testing/sha256.js';
import { isWritten, write } from '../text/written.js';
import { canonicalJson } from './canonical-json.js';
import { digestOf, digestsIn, seal, unseal } from './seal.js';

function sealed(event: object) {
  return seal(event, sha256, saltMaker());
}

function textsOf(event: object): Map<string, string> {
  return new Map(sealed(event).texts.map(({ path, text }) => [path, text]));
}

const odd = {
  type: 'sample',
  'a/b': write('slash'),
  'a~b': [{ '~1': write('tilde') }],
  a: { b: write('plain') },
  '': write('empty key'),
  count: 3,
  flag: false,
  nothing: null,
};

describe('seal', () => {
  test('no word that a person wrote stays in the payload', () => {
    const { payload, texts } = sealed(facts.tested('confirmed'));
    expect(texts.map(({ text }) => text)).toEqual(['Recette', 'Erreur 500', 'Valider']);
    for (const { text } of texts) expect(canonicalJson(payload)).not.toContain(text);
  });

  test('everything else stays as it is', () => {
    expect(sealed(facts.confirmed()).payload).toEqual(facts.confirmed());
    expect(sealed(odd).payload).toMatchObject({ type: 'sample', count: 3, flag: false, nothing: null });
  });

  test('each text has its path as a JSON pointer and a salt of its own', () => {
    const { texts } = sealed(odd);
    expect(texts.map(({ path }) => path)).toEqual(['/', '/a/b', '/a~1b', '/a~0b/0/~01']);
    expect(new Set(texts.map(({ salt }) => salt)).size).toBe(4);
  });

  test('the same words twice have two digests', () => {
    const { payload } = sealed({ a: write('oui'), b: write('oui') });
    expect(new Set(digestsIn(payload).values()).size).toBe(2);
  });

  test('words that were erased have no digest and no text', () => {
    const { payload, texts } = sealed({ a: { written: null } });
    expect(texts).toEqual([]);
    expect(digestsIn(payload).size).toBe(0);
    expect(unseal(payload, new Map())).toEqual({ a: { written: null } });
  });

  test('what JSON cannot hold becomes nothing', () => {
    expect(sealed({ a: undefined }).payload).toEqual({ a: null });
  });
});

describe('unseal', () => {
  test.each([
    ['an event', facts.tested('not_a_bug')],
    ['odd keys', odd],
    [
      'a key that every object inherits',
      JSON.parse('{"__proto__": {"written": "x"}, "toString": {"written": "y"}}'),
    ],
  ])('puts the words of %s back', (_what, event) => {
    expect(unseal(sealed(event).payload, textsOf(event))).toEqual(event);
  });

  test('words that are gone are erased, the others stand', () => {
    const texts = textsOf(odd);
    texts.delete('/a/b');
    expect(unseal(sealed(odd).payload, texts)).toEqual({ ...odd, a: { b: { written: null } } });
  });
});

test('digestsIn finds every digest at the path of its text', () => {
  const { payload, texts } = sealed(odd);
  const digests = digestsIn(payload);
  expect([...digests.keys()].sort()).toEqual(texts.map(({ path }) => path).sort());
  for (const { path, salt, text } of texts) expect(digests.get(path)).toBe(digestOf(text, salt, sha256));
  expect(digestsIn('a text alone').size).toBe(0);
});

test('a digest binds both the words and the salt, and where one ends and the other begins', () => {
  const digest = digestOf('le texte', 'salt', sha256);
  expect(digestOf('le texte.', 'salt', sha256)).not.toBe(digest);
  expect(digestOf('le texte', 'salt.', sha256)).not.toBe(digest);
  expect(digestOf('le prix: 12', 'salt', sha256)).not.toBe(digestOf(' 12', 'salt:le prix', sha256));
  expect(digestOf('b:c', 'a', sha256)).not.toBe(digestOf('c', 'a:b', sha256));
});

test('words are told apart from what only looks like them', () => {
  expect(isWritten(write(' x '))).toBe(true);
  expect(isWritten({ written: null })).toBe(true);
  for (const value of [null, 'x', {}, { written: 1 }, { written: 'x', more: 1 }, [write('x')]]) {
    expect(isWritten(value)).toBe(false);
  }
});
