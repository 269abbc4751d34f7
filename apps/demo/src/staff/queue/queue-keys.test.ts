import { expect, test } from 'vitest';
import { nextFocus } from './queue-keys.js';

test.each([
  ['j', -1, 0],
  ['j', 0, 1],
  ['j', 4, 4],
  ['k', 3, 2],
  ['k', 0, 0],
  ['ArrowDown', 2, 3],
  ['ArrowDown', -1, null],
  ['/', 2, 'search'],
  ['x', 2, null],
] as const)('%s in row %i of five leads to %s', (key, at, to) => {
  expect(nextFocus(key, at, 5, true)).toBe(to);
});

test('letters can be switched off, arrows stay', () => {
  expect(nextFocus('j', 0, 5, false)).toBeNull();
  expect(nextFocus('/', 0, 5, false)).toBeNull();
  expect(nextFocus('ArrowDown', 0, 5, false)).toBe(1);
});
