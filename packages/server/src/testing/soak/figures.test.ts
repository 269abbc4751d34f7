import { expect, test } from 'vitest';
import { Figures, trendOf } from './figures.js';

test('a trend is the line through its samples', () => {
  expect(trendOf([5, 5, 5, 5])).toEqual({ mean: 5, growth: 0 });
  expect(trendOf([10, 20, 30])).toEqual({ mean: 20, growth: 20 });
  // What goes up and down around the same does not grow.
  expect(Math.abs(trendOf([10, 30, 10, 30, 10]).growth)).toBeLessThan(1e-9);
  expect(trendOf([7])).toEqual({ mean: 7, growth: 0 });
});

test('figures tell operations and how they failed apart', async () => {
  const figures = new Figures();
  for (let n = 0; n < 100; n += 1) await figures.of('read', async () => n);
  const refused = figures.of('write', () => Promise.reject(Object.assign(new Error('no'), { status: 507 })));
  await expect(refused).rejects.toThrow('no');
  expect(figures.failures).toEqual({ 'write: 507': 1 });
  expect(figures.lines().map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
    expect.stringMatching(/^read 100 p50 \d/),
    expect.stringMatching(/^write 1 p50 \d/),
  ]);
});
