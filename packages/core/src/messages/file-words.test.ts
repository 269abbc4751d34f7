import { expect, test } from 'vitest';
import { fileTypes } from '../files/file-types.js';
import { en } from './en.js';
import { fileTypeWords, sizeWords } from './file-words.js';
import { fr } from './fr.js';

test.each([
  [0, '0 octet', '0 bytes'],
  [700, '700 octets', '700 bytes'],
  [24 * 1024, '24 ko', '24 kB'],
  [10 * 1024 * 1024, '10 Mo', '10 MB'],
  [1.26 * 1024 * 1024, '1,3 Mo', '1.3 MB'],
])('%d bytes are told as %s, or %s', (bytes, french, english) => {
  const plain = (text: string) => text.replaceAll(/\s/gu, ' ');
  expect([sizeWords(bytes, 'fr'), sizeWords(bytes, 'en')].map(plain)).toEqual([french, english]);
});

test('every type that can be sent has words of its own', () => {
  for (const catalogue of [fr, en]) {
    const words = fileTypes.map(({ mediaType }) => fileTypeWords(catalogue, mediaType));
    expect(new Set(words).size).toBe(fileTypes.length);
  }
  expect(fileTypeWords(fr, 'application/x-tar')).toBe('application/x-tar');
});
