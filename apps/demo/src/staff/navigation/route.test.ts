import { expect, test } from 'vitest';
import { addressOf, routeOf } from './route.js';

test.each([
  { name: 'queue', search: '?service=technical' },
  { name: 'ticket', ticketId: 'a/b c' },
] as const)('an address leads back to its place: %j', (route) => {
  expect(routeOf(new URL(addressOf(route), 'https://teo.test'))).toEqual(route);
});

test('an unknown address leads to the queue', () => {
  expect(routeOf(new URL('https://teo.test/staff/elsewhere'))).toEqual({ name: 'queue', search: '' });
});
