import type { FileLimits } from '@teo-support/core/contract';
import { expect, test } from 'vitest';
import { limits } from './testing/limits.js';
import { refusalOf, type UploadRefusal } from './upload-refusal.js';

const mebibyte = 1024 * 1024;
const none: FileLimits = {
  ...limits,
  kinds: limits.kinds.map((kind) => (kind.kind === 'video' ? { ...kind, mostBytes: 0 } : kind)),
};

test.each<[string, string, number, UploadRefusal | null]>([
  ['capture.PNG', 'image/png', 10, null],
  ['capture', 'image/png', 10, null],
  ['export.json', 'application/json', 10, null],
  ['journal.2026-11', '', 10, null],
  ['notes.md', 'text/markdown', 10, null],
  ['schéma.svg', 'image/svg+xml', 10, { kind: 'type' }],
  ['archive.zip', 'application/zip', 10, { kind: 'type' }],
  ['outil.exe', 'application/x-msdownload', 10, { kind: 'type' }],
  ['inconnu', '', 11 * mebibyte, { kind: 'type' }],
  ['vide.csv', 'text/csv', 0, { kind: 'empty' }],
  ['guide.pdf', 'application/pdf', 25 * mebibyte, null],
  ['guide.pdf', 'application/pdf', 25 * mebibyte + 1, { kind: 'size', mostBytes: 25 * mebibyte }],
])('%s of type %j with %d bytes', (name, type, size, expected) => {
  expect(refusalOf({ name, type, size }, limits)).toEqual(expected);
});

test('a kind that is not taken at all is refused as such, however small', () => {
  expect(refusalOf({ name: 'écran.webm', type: 'video/webm', size: 1 }, none)).toEqual({ kind: 'type' });
});
