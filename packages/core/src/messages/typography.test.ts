import { expect, test } from 'vitest';
import { fr } from './fr.js';
import { frRejections } from './rejections/fr.js';

test('no line of French can begin with its punctuation, or end with an opening quote', () => {
  const words = JSON.stringify([fr, frRejections]);
  expect(words).not.toMatch(/ [:;?!»]/);
  expect(words).not.toMatch(/« /);
});
