import { expect, test } from 'vitest';
import { fr } from './fr.js';
import { frFaq } from './fr-faq.js';
import { frFollowing } from './fr-following.js';
import { frImprovements } from './fr-improvements.js';
import { frScreenshots } from './fr-screenshots.js';

/** Every sentence of a catalogue, those with places filled in. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words('x', 'x')), String(words(2, 3)), String(words(1, 1))];
  return Object.values(Object(words)).flatMap(sentences);
}

test.each(sentences([fr, frFollowing, frFaq, frScreenshots, frImprovements]))(
  '%s: no line can begin with its punctuation',
  (sentence) => {
    expect(sentence).not.toMatch(/ [:;?!»]/);
    expect(sentence).not.toMatch(/« /);
    expect(sentence).not.toContain("'");
  },
);
