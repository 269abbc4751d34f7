import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownerMark, recentUpTo, stretchMark } from './search-marks.js';

const number = fc.integer({ min: 1, max: 10_000_000 });

test('what is recent are the latest ten thousand tickets and at the most half as many more', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 20_000 }), (newest, back) => {
      const { marks, from } = recentUpTo(newest);
      const other = Math.max(0, newest - back);
      expect(marks.includes(stretchMark(other))).toBe(other >= from);
      expect(newest - from).toBeLessThan(15_000);
      if (from > 0) expect(newest - from).toBeGreaterThanOrEqual(10_000);
    }),
  );
});

test('whatever is asked for as an owner is one term', () => {
  expect(ownerMark('0197-ab')).toBe('_0197-ab');
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(ownerMark(id)).toMatch(/^_[\w-]*$/);
    }),
  );
});
