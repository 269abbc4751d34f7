import { expect, test } from 'vitest';
import { withLineAt } from './line-at.js';

test.each([
  ['', 0, 'X', 1],
  ['un', 0, 'un\nX', 4],
  ['un\ndeux', 1, 'un\nX\ndeux', 4],
  ['un\ndeux', 7, 'un\ndeux\nX', 9],
  ['un\n\ndeux', 3, 'un\nX\ndeux', 4],
  ['un\n', 3, 'un\nX', 4],
  ['\nun', 0, 'X\nun', 1],
])('%j at %i', (text, place, expected, caret) => {
  expect(withLineAt(text, place, 'X')).toEqual({ text: expected, caret });
});
