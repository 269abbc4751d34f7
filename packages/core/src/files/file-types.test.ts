import { expect, test } from 'vitest';
import { fileTypeOf, fileTypes, isPicture } from './file-types.js';

test('no two types have a media type or an ending in common', () => {
  const mediaTypes = fileTypes.map(({ mediaType }) => mediaType);
  const endings = fileTypes.flatMap((type): readonly string[] => type.endings);
  expect(new Set(mediaTypes).size).toBe(mediaTypes.length);
  expect(new Set(endings).size).toBe(endings.length);
});

test.each([
  'image/svg+xml',
  'text/html',
  'application/xhtml+xml',
  'application/vnd.ms-word.document.macroEnabled.12',
  'application/octet-stream',
])('%s cannot be sent', (mediaType) => {
  expect(fileTypeOf(mediaType)).toBeNull();
});

test('only pictures that are written anew are shown as they are', () => {
  const shown = fileTypes.filter(isPicture).map(({ mediaType }) => mediaType);
  expect(shown).toEqual(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
});
