import { expect, test } from 'vitest';
import { timeSpan } from './dates.js';
import { dayDate } from './days.js';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [25 * minute, 'calendar_days', 'fr', '25 minutes'],
  [26 * hour, 'calendar_days', 'fr', '1 jour 2 heures'],
  [48 * hour + 3 * minute, 'calendar_days', 'en', '2 days'],
  [26 * hour + 5 * minute, 'working_days', 'en', '26 hours 5 minutes'],
] as const)('%i ms of %s in %s is %s', (ms, calendar, locale, words) => {
  expect(timeSpan(ms, calendar, locale).replaceAll('\u00a0', ' ')).toBe(words);
});

test('a local date is that day wherever the page is read', () => {
  expect(dayDate('2026-05-12', 'fr')).toBe('12 mai 2026');
  expect(dayDate('2026-05-12', 'en')).toBe('12 May 2026');
});
