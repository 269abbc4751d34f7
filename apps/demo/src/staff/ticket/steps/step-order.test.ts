import { expect, test } from 'vitest';
import { removed, storedSteps, swapped, written } from './step-order.js';

test('a step moves, and the others keep their order', () => {
  expect(swapped(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(swapped(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  expect(swapped(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

test('there is always a step to write in', () => {
  expect(removed(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  expect(removed(['a'], 0)).toEqual(['']);
  expect(storedSteps({ steps: [] })).toEqual(['']);
  expect(storedSteps({ steps: [1, 'b', null] })).toEqual(['b']);
  expect(storedSteps(null)).toEqual(['']);
});

test('blank steps are not sent', () => {
  expect(written(['a', '  ', 'b'])).toEqual(['a', 'b']);
});
