import { type Block, checkContent, gapKey, type Inline, parseBody, shownFiles } from '@teo-support/core';
import { historySchema } from '@teo-support/core/contract';
import { describe, expect, test } from 'vitest';
import { demoHistory } from '../index.js';
import { articlePictures } from './pictures.js';

const now = Date.parse('2026-11-24T11:00:00Z');
const { faq } = historySchema.parse(demoHistory(now));
const ids = new Set(faq.articles.map(({ article }) => article.id));

/** The words of a body as they are shown, without what is typed as it stands. */
function proseOf(blocks: readonly Block[]): string[] {
  const textOf = (inlines: readonly Inline[]): string =>
    inlines
      .map((inline) =>
        'children' in inline ? textOf(inline.children) : inline.kind === 'code' ? '…' : inline.text,
      )
      .join('');
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.map(textOf)
      : [block.kind === 'image' ? block.alt : textOf(block.children)],
  );
}

describe('the FAQ of the demo', () => {
  test('has some hundred and twenty articles, each of its own name', () => {
    expect(faq.articles.length).toBeGreaterThanOrEqual(120);
    expect(ids.size).toBe(faq.articles.length);
  });

  test.each(faq.articles.map(({ article }) => [article.id, article] as const))(
    '%s is as the rules ask, and as French is written',
    (id, { id: _id, ...content }) => {
      expect(
        checkContent(
          id,
          content,
          (other) => ids.has(other),
          (file) => file in articlePictures,
        ),
      ).toEqual([]);
      expect(content.fr.variants.length).toBeGreaterThanOrEqual(2);
      expect(content.en).not.toBeNull();
      expect(content.ticketTypes.length).toBeGreaterThan(0);
      const prose = [content.fr.title, ...content.fr.variants, ...proseOf(parseBody(content.fr.body))];
      for (const line of prose) {
        expect(line).not.toMatch(/ [:;?!»]|« |'|\.\.\./);
        expect(line).not.toMatch(/\*\*|\]\(/);
      }
    },
  );

  test('shows each of its pictures in one article, in both languages', () => {
    const shownIn = (language: 'fr' | 'en') =>
      faq.articles.flatMap(({ article }) => shownFiles(parseBody(article[language]?.body ?? ''))).sort();
    expect(shownIn('fr')).toEqual(Object.keys(articlePictures).sort());
    expect(shownIn('en')).toEqual(shownIn('fr'));
  });

  test('was searched by all organizations: most of it is solved, some of it not there, some in vain', () => {
    const outcomes = (outcome: string) => faq.searches.filter((one) => one.outcome === outcome);
    expect(outcomes('solved').length).toBeGreaterThan(100);
    expect(new Set(outcomes('not_there').map(({ q }) => gapKey(q))).size).toBeGreaterThanOrEqual(6);
    // What was missed in other words is one gap, missed more than once.
    expect(new Set(outcomes('not_there').map(({ q }) => gapKey(q))).size).toBeLessThan(
      outcomes('not_there').length,
    );
    expect(faq.searches.filter(({ shown }) => shown.length === 0).length).toBeGreaterThan(0);
    for (const { at, shown } of faq.searches) {
      expect(Date.parse(at)).toBeLessThan(now);
      for (const id of shown) expect(ids).toContain(id);
    }
  });

  test('grew over the year, each article read over by another person before it was published', () => {
    for (const { author, reviewer, draftedAt, publishedAt } of faq.articles) {
      expect(author).not.toBe(reviewer);
      expect(Date.parse(draftedAt)).toBeLessThan(Date.parse(publishedAt));
      expect(Date.parse(publishedAt)).toBeLessThan(now);
    }
  });
});
