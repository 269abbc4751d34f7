import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayName } from './file-name.js';

test.each([
  ['../../etc/passwd.png', 'passwd.png'],
  ['C:\\temp\\capture.png', 'capture.png'],
  ['a\u202Egnp.exe.png', 'agnp.exe.png'],
  ['a\u0000b\n.png', 'ab.png'],
  ['capture.PNG', 'capture.PNG'],
  ['facture.html', 'facture.html.png'],
  ['facture.png.exe', 'facture.png.exe.png'],
  ['facture.png. .', 'facture.png'],
  ['capture', 'capture.png'],
  ['.htaccess', 'htaccess.png'],
  ['..', 'picture.png'],
  ['', 'picture.png'],
  ['moiti\uD83D\uDE00\uD83D.png', 'moiti\u{1F600}.png'],
  [`${'é'.repeat(200)}.png`, `${'é'.repeat(116)}.png`],
  [`${'\u{1F600}'.repeat(200)}.png`, `${'\u{1F600}'.repeat(116)}.png`],
])('the name %j of a picture is shown as %j', (given, shown) => {
  expect(displayName(given, 'image/png')).toBe(shown);
});

test.each([
  ['notes.md', 'text/plain', 'notes.md.txt'],
  ['virus.hta', 'text/plain', 'virus.hta.txt'],
  ['erreurs.log', 'text/plain', 'erreurs.log'],
  ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
])('%j of type %s is shown as %j', (given, mediaType, shown) => {
  expect(displayName(given, mediaType)).toBe(shown);
});

test('whatever a name is, what is shown can stand in a header and ends as what the file is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const shown = displayName(given, 'application/pdf');
      expect(encodeURIComponent(shown)).not.toBe('');
      expect(shown).toMatch(/^[^\\/\p{Cc}\p{Cf}]+\.pdf$/iu);
      expect([...shown].length).toBeLessThanOrEqual(120);
    }),
  );
});
