import { expect, test } from 'vitest';
import { mergedGroups, readLines, wordsIn } from './groups.js';

test('a line is its words, each once', () => {
  expect(wordsIn(' avoir, note de crédit ,, avoir')).toEqual(['avoir', 'note de crédit']);
  expect(wordsIn(' , ')).toEqual([]);
});

test('what both added is there, and what either took away is not', () => {
  const base = ['a, b', 'c, d', 'e, f'];
  const mine = ['a, b', 'c, d, x', 'e, f', 'mine, one'];
  const theirs = ['a, b', 'c, d', 'theirs, one'];
  expect(mergedGroups(base, mine, theirs)).toEqual(['a, b', 'c, d, x', 'mine, one', 'theirs, one']);
  expect(mergedGroups(base, base, theirs)).toEqual(theirs);
  expect(mergedGroups(base, mine, base)).toEqual(mine);
});

test('only lines come back from storage', () => {
  expect(readLines(['a', 'b'])).toEqual(['a', 'b']);
  expect(readLines(['a', 1])).toBeNull();
  expect(readLines('a')).toBeNull();
});
