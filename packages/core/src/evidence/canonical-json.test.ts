import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.js';

test.each<[string, Json, string]>([
  [
    'keys are sorted by code unit, at every depth',
    { b: 1, a: { d: 1, c: 2 }, B: 0 },
    '{"B":0,"a":{"c":2,"d":1},"b":1}',
  ],
  ['lists keep their order', [3, 1, { b: null, a: true }], '[3,1,{"a":true,"b":null}]'],
  ['texts are escaped as JSON does', 'é"\n', '"é\\"\\n"'],
  ['plain values stand alone', null, 'null'],
  ['nothing is something', { a: [], b: {}, c: '' }, '{"a":[],"b":{},"c":""}'],
])('%s', (_sentence, value, text) => {
  expect(canonicalJson(value)).toBe(text);
  expect(JSON.parse(text)).toEqual(value);
});

test('keys that look like numbers are sorted as texts', () => {
  expect(canonicalJson({ 10: 'b', 9: 'c', 1: 'a' })).toBe('{"1":"a","10":"b","9":"c"}');
});

test('the order of writing makes no difference', () => {
  expect(canonicalJson({ x: 1, y: [2, { p: 3, q: 4 }] })).toBe(
    canonicalJson({ y: [2, { q: 4, p: 3 }], x: 1 }),
  );
});

/** The same value with the members of each object written the other way round. */
function turned(value: unknown): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return JSON.parse(JSON.stringify(value));
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([key, member]) => [key, turned(member)]));
}

test('whatever stands in its order already, and whatever does not, is written alike and loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: Json = JSON.parse(JSON.stringify(value));
      const text = canonicalJson(plain);
      expect(canonicalJson(turned(plain))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(plain);
    }),
  );
});
