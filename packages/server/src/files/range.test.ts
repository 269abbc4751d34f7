import { expect, test } from 'vitest';
import { partOf } from './range.js';

const etag = '"abc"';
const ask = (range: string | undefined, ifRange?: string, bytes = 100) =>
  partOf({ range, ifRange, etag, bytes });

test.each([
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=10-19', { first: 10, last: 19 }],
  ['bytes=90-', { first: 90, last: 99 }],
  ['bytes=90-200', { first: 90, last: 99 }],
  ['bytes=-5', { first: 95, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['Bytes=99-99', { first: 99, last: 99 }],
])('%s is a part', (range, part) => {
  expect(ask(range)).toEqual(part);
});

test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', 'bytes=99999999999999999999-'])(
  '%s is beyond the end',
  (range) => {
    expect(ask(range)).toBe('unsatisfiable');
  },
);

test.each([
  undefined,
  '',
  'bytes=',
  'bytes=-',
  'bytes=5-1',
  'bytes=0-1,5-6',
  'lines=0-1',
  'bytes=a-b',
  '0-1',
])('%j asks for all of it', (range) => {
  expect(ask(range)).toBeNull();
});

test('of an empty file there is no part', () => {
  expect(ask('bytes=0-', undefined, 0)).toBe('unsatisfiable');
  expect(ask('bytes=-1', undefined, 0)).toBe('unsatisfiable');
});

test('a part of another edition is not given, but all of this one', () => {
  expect(ask('bytes=0-1', etag)).toEqual({ first: 0, last: 1 });
  expect(ask('bytes=0-1', '"def"')).toBeNull();
  expect(ask('bytes=0-1', 'W/"abc"')).toBeNull();
  expect(ask('bytes=0-1', 'Tue, 24 Nov 2026 09:00:00 GMT')).toBeNull();
});
