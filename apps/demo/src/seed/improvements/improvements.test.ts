import { hasSubstance } from '@teo-support/core';
import { historySchema } from '@teo-support/core/contract';
import { describe, expect, test } from 'vitest';
import { demoHistory } from '../index.js';
import { writtenRequests } from './written-requests.js';

const now = Date.parse('2026-11-24T11:00:00Z');
const { improvements, faq } = historySchema.parse(demoHistory(now));

describe('the forum of the demo', () => {
  test('has eighty requests of all modules, each of its own name, and eleven published reviews', () => {
    expect(improvements.requests).toHaveLength(80);
    expect(new Set(improvements.requests.map(({ key }) => key)).size).toBe(80);
    expect(new Set(writtenRequests.map(({ module }) => module)).size).toBe(8);
    const published = improvements.reviews.filter(({ commands }) =>
      commands.some(({ command }) => command.type === 'publish'),
    );
    expect(published).toHaveLength(11);
    expect(new Set(improvements.reviews.map(({ month }) => month)).size).toBe(12);
    for (const { month, commands } of published) {
      expect(commands.filter(({ command }) => command.type === 'draft').length, month).toBeGreaterThanOrEqual(
        5,
      );
    }
  });

  test('gives a reason of substance with each decision, never the same twice', () => {
    const rationales = writtenRequests.flatMap(({ decisions }) =>
      decisions.map(({ rationale }) => rationale),
    );
    expect(rationales.filter((rationale) => !hasSubstance(rationale))).toEqual([]);
    expect(new Set(rationales).size).toBe(rationales.length);
  });

  test('names articles that there are for what is implemented', () => {
    const ids = new Set(faq.articles.map(({ article }) => article.id));
    for (const { key, implementation, decisions } of writtenRequests) {
      const isImplemented = decisions.some(({ status }) => status === 'implemented');
      expect(implementation === undefined, key).toBe(!isImplemented);
      if (implementation !== undefined) expect(ids, key).toContain(implementation.article);
    }
  });

  test('is written as French is', () => {
    const words = JSON.stringify(improvements);
    expect(words.match(/.{0,20}\p{L}'\p{L}.{0,20}/gu) ?? []).toEqual([]);
    expect(words.match(/.{0,20}(?: [:;?!»]|« ).{0,20}/gu) ?? []).toEqual([]);
  });

  test.each([
    '2026-11-24T11:00:00Z',
    '2026-11-30T22:40:00Z',
    '2026-12-31T23:00:30Z',
    '2027-03-28T01:30:00Z',
    '2028-02-29T12:00:00Z',
  ])('lies in the past of %s, each step after the request was submitted', (instant) => {
    const told = demoHistory(Date.parse(instant)).improvements;
    for (const { key, commands } of told?.requests ?? []) {
      const times = commands.map(({ at }) => Date.parse(at));
      expect(Math.min(...times), key).toBe(times[0]);
      expect(Math.max(...times), key).toBeLessThanOrEqual(Date.parse(instant));
    }
  });
});
