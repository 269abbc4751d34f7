import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** All words of the host page, as functions tell them, in one string. */
async function wordsIn(lang: 'fr' | 'en'): Promise<string> {
  vi.stubGlobal('document', { documentElement: { lang } });
  const modules = await Promise.all([
    import('./words.js'),
    import('./attendance/words.js'),
    import('./directory/words.js'),
    import('./faq/words.js'),
    import('./planning/words.js'),
    import('./schedule/words.js'),
    import('./trainings/words.js'),
  ]);
  return modules.map(({ words }) => spoken(words)).join('\n');
}

function spoken(words: object): string {
  return Object.values(words)
    .map((word) => (typeof word === 'object' ? spoken(word) : String(word)))
    .join('\n');
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

test('no line of French can begin with its punctuation, or end with an opening quote', async () => {
  const words = await wordsIn('fr');
  expect(words).toContain('Feuille d’émargement');
  expect(words.match(/.{0,20}[\p{L})%’] [:;?!»].{0,10}|« .{0,20}/gu) ?? []).toEqual([]);
  expect(words.match(/.{0,20}\p{L}'\p{L}.{0,20}/gu) ?? []).toEqual([]);
});

test('English is English', async () => {
  const words = await wordsIn('en');
  expect(words).toContain('Attendance sheet');
  expect(words.match(/.*\b(?:le|la|les|une|des|du)\b.*/g) ?? []).toEqual([]);
});
