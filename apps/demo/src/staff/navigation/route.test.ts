import { expect, test } from 'vitest';
import { addressOf, placeOf, routeOf } from './route.js';

test.each([
  { name: 'queue', search: '?service=technical' },
  { name: 'ticket', ticketId: 'a/b c' },
  { name: 'organizations', search: '?q=pré' },
  { name: 'organization', organizationId: 'a/b c' },
  { name: 'trials' },
  { name: 'faq', search: '?state=draft' },
  { name: 'faq-article', articleId: 'a-b' },
  { name: 'faq-editor', articleId: 'a-b', search: '' },
  { name: 'faq-editor', articleId: null, search: '?gap=1f' },
  { name: 'faq-gaps', search: '?show=closed' },
  { name: 'faq-synonyms' },
  { name: 'improvements', search: '?status=planned' },
  { name: 'improvement', improvementId: 'a/b c' },
  { name: 'improvement-reviews' },
  { name: 'improvement-review', month: '2026-11', search: '?order=age' },
  { name: 'roadmap', search: '?module=calendar' },
  { name: 'api-keys' },
  { name: 'team' },
  { name: 'new-password' },
] as const)('an address leads back to its place: %j', (route) => {
  const url = new URL(addressOf(route), 'https://teo.test');
  expect(routeOf({ pathname: url.pathname, search: decodeURIComponent(url.search) })).toEqual(route);
});

test.each([
  '/staff/elsewhere',
  '/staff/tickets',
  '/staff/team/x',
  '/staff/faq-gaps/x',
  '/staff/roadmap/x',
  '/staff/',
])('an unknown address leads to the queue: %s', (path) => {
  expect(routeOf(new URL(path, 'https://teo.test'))).toEqual({ name: 'queue', search: '' });
});

test('a place is the same whatever it is narrowed down to', () => {
  expect(placeOf({ name: 'organizations', search: '?q=x' })).toBe('/staff/organizations');
  expect(placeOf({ name: 'queue', search: '?q=x' })).toBe('/staff');
});
