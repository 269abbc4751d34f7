import { expect, it } from 'vitest';
import { pictureNotes, picturesTaken } from './pictures-taken.mjs';

const picture = (/** @type {string} */ description) => ({ type: 'picture', description });
const suite = (/** @type {{ type: string, description: string }[]} */ ...annotations) => ({
  specs: [{ tests: [{ annotations }] }],
});

it('finds the pictures of all tests, in suites within suites', () => {
  const report = { suites: [{ ...suite(picture('a')), suites: [suite(picture('b'), picture('c'))] }] };
  expect(picturesTaken(report)).toEqual({ taken: ['a', 'b', 'c'], because: '' });
  expect(pictureNotes(report)).toEqual([]);
});

it('says once that they were compared with none, and why', () => {
  const none = { type: 'not compared', description: 'this is another Chromium' };
  const report = { suites: [suite(none, picture('a')), suite(none, picture('b'))] };
  const [note, ...more] = pictureNotes(report);
  expect(note).toMatch(/^2 pictures .* compared with none: this is another Chromium$/);
  expect(more).toEqual([]);
});

it('knows of nothing where there is no report', () => {
  expect(picturesTaken(undefined)).toEqual({ taken: [], because: '' });
});
