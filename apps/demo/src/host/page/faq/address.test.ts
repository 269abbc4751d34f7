import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, placeAt } from './address.js';

const at = (address: string) => placeAt(new URL(address, 'https://teo.example.fr'));

test('an article has an address of its own, without the search that led to it', () => {
  expect(addressOf({ articleId: 'relancer-convention', q: 'convention' }, null)).toBe(
    '/teo/faq/relancer-convention',
  );
  expect(at('/teo/faq/relancer-convention')).toEqual({ articleId: 'relancer-convention', q: '' });
});

test('a search is in its address, with the language that was asked for', () => {
  expect(addressOf({ articleId: null, q: 'où ?' }, 'en')).toBe('/teo/faq?q=o%C3%B9+%3F&lang=en');
  expect(addressOf({ articleId: null, q: '' }, null)).toBe('/teo/faq');
  expect(at('/teo/faq')).toEqual({ articleId: null, q: '' });
});

test('every place is found again by its address', () => {
  const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
  const q = fc.string({ unit: 'grapheme', minLength: 1 });
  const place = fc.oneof(
    id.map((articleId) => ({ articleId, q: '' })),
    q.map((words) => ({ articleId: null, q: words })),
  );
  fc.assert(
    fc.property(place, (one) => {
      expect(at(addressOf(one, null))).toEqual(one);
    }),
  );
});

test('what is not valid percent-encoding is an id that no article has', () => {
  expect(at('/teo/faq/%E0').articleId).toBe('%E0');
});
