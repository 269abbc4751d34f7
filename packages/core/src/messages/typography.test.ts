import { expect, test } from 'vitest';
import { fr } from './fr.js';

test('no line of French can begin with its punctuation, or end with an opening quote', () => {
  const words = JSON.stringify(fr);
  expect(words).not.toMatch(/ [:;?!»]/);
  expect(words).not.toMatch(/« /);
});
