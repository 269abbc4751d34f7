import { expect, test } from 'vitest';
import { fr } from '../fr.js';

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [0, 1, 2].map((count) => String(value(count, 'x')));
  return Object.values(Object(value)).flatMap(textsOf);
}

test('no line of French can begin with its punctuation, or end with an opening quote', () => {
  const words = textsOf({ ...fr, domain: {} });
  expect(words.filter((text) => / [:;?!»]/.test(text) || /« /.test(text))).toEqual([]);
});
