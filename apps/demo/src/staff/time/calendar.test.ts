import { expect, test } from 'vitest';
import { dayOf, monthAt, monthName, startOfDay } from './calendar.js';

test('days and months are those of Paris', () => {
  expect(dayOf('2026-11-23T23:30:00Z', 'fr')).toBe('24 novembre 2026');
  expect(monthAt(Date.parse('2026-10-31T23:30:00Z'))).toBe('2026-11');
  expect(monthAt(Date.parse('2026-10-31T22:30:00Z'))).toBe('2026-10');
  expect(monthName('2026-11', 'fr')).toBe('novembre 2026');
  expect(monthName('2026-08', 'en')).toBe('August 2026');
});

test.each([
  ['2026-01-10', 0, '2026-01-09T23:00:00.000Z'],
  ['2026-07-10', 0, '2026-07-09T22:00:00.000Z'],
  ['2026-07-10', 1, '2026-07-10T22:00:00.000Z'],
  // The day on which summer time ends begins in summer time.
  ['2026-10-25', 0, '2026-10-24T22:00:00.000Z'],
  ['2026-10-25', 1, '2026-10-25T23:00:00.000Z'],
] as const)('the day %s, %i later, begins at %s', (day, later, instant) => {
  expect(startOfDay(day, later)).toBe(instant);
});

test.each(['', 'hier', '2026-13-01', '2026-1-1'])('what is no day begins never: %s', (day) => {
  expect(startOfDay(day)).toBeNull();
});
