import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { askedTogether } from './asked-together.js';

test('answers everybody of a turn by one query, each by their own key', async () => {
  const asked: (readonly number[])[] = [];
  const double = askedTogether(async (keys: readonly number[]) => {
    asked.push(keys);
    return keys.map((key) => key * 2);
  });
  expect(await Promise.all([double(1), double(2), double(2)])).toEqual([2, 4, 4]);
  const first = double(3);
  await nextTurn();
  expect(await Promise.all([first, double(4)])).toEqual([6, 8]);
  expect(asked).toEqual([[1, 2, 2], [3], [4]]);
});

test('asks for no more than a hundred at once', async () => {
  const asked: number[] = [];
  const same = askedTogether(async (keys: readonly number[]) => {
    asked.push(keys.length);
    return keys;
  });
  const keys = Array.from({ length: 250 }, (_, key) => key);
  expect(await Promise.all(keys.map(same))).toEqual(keys);
  expect(asked).toEqual([100, 100, 50]);
});

test('what fails, fails for those who asked, and for nobody after them', async () => {
  let works = false;
  const ask = askedTogether(async (keys: readonly string[]) => {
    if (!works) throw new Error('down');
    return keys;
  });
  const outcomes = await Promise.allSettled([ask('a'), ask('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  works = true;
  expect(await ask('c')).toBe('c');
});
