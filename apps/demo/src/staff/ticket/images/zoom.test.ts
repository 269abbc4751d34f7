import fc from 'fast-check';
import { expect, test } from 'vitest';
import { larger, smaller, type Zoom } from './zoom.js';

test('a picture that is shown at 60 % grows to 75 %, its own size, and further', () => {
  const seen: Zoom[] = ['fit'];
  for (let at = 0; at < 8; at += 1) seen.push(larger(seen.at(-1) ?? 'fit', 0.6));
  expect(seen).toEqual(['fit', 0.75, 1, 1.5, 2, 3, 4, 4, 4]);
});

test('and shrinks by the same sizes until it fits', () => {
  const seen: Zoom[] = [4];
  for (let at = 0; at < 7; at += 1) seen.push(smaller(seen.at(-1) ?? 'fit', 0.6));
  expect(seen).toEqual([4, 3, 2, 1.5, 1, 0.75, 'fit', 'fit']);
});

test('a small picture that fits at its own size grows from there', () => {
  expect(larger('fit', 1)).toBe(1.5);
  expect(smaller(1.5, 1)).toBe('fit');
});

test('however it fits, larger is never smaller, and enough steps back end where it fits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      fc.integer({ min: 0, max: 12 }),
      (fitting, steps) => {
        const sizeOf = (zoom: Zoom) => (zoom === 'fit' ? fitting : zoom);
        let zoom: Zoom = 'fit';
        for (let step = 0; step < steps; step += 1) {
          const next = larger(zoom, fitting);
          expect(sizeOf(next)).toBeGreaterThanOrEqual(sizeOf(zoom));
          zoom = next;
        }
        for (let step = 0; step < 12; step += 1) zoom = smaller(zoom, fitting);
        expect(zoom).toBe('fit');
      },
    ),
  );
});
