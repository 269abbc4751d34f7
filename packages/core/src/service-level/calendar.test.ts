import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCalendarDays, offsetAt } from './calendar.js';
import { publishedPolicy } from './policy.js';
import { targetOf } from './target.js';

const paris = 'Europe/Paris';
const hourMs = 3_600_000;

function later(from: string, days: number, timeZone = paris): string {
  return new Date(addCalendarDays(Date.parse(from), days, timeZone)).toISOString();
}

test('a low ticket that is created on 30 April 2026 is due on 15 May, at the same time of day', () => {
  const dueAt = targetOf(Date.parse('2026-04-30T14:20:00+02:00'), 'low', publishedPolicy);
  expect(new Date(dueAt).toISOString()).toBe('2026-05-15T12:20:00.000Z');
});

describe('across the spring change of 29 March 2026', () => {
  test('the time of day stays, so the hours are one fewer', () => {
    expect(later('2026-03-27T10:00:00+01:00', 3)).toBe('2026-03-30T08:00:00.000Z');
  });

  test('the last minute before the gap and the first after it are themselves', () => {
    expect(later('2026-03-26T01:59:00+01:00', 3)).toBe('2026-03-29T00:59:00.000Z');
    expect(later('2026-03-26T03:00:00+01:00', 3)).toBe('2026-03-29T01:00:00.000Z');
  });

  test('a time of day that is skipped moves forward by the hour that was skipped: 02:30 becomes 03:30', () => {
    expect(later('2026-03-26T02:30:00+01:00', 3)).toBe('2026-03-29T01:30:00.000Z');
  });

  test('before and after it, on the same side, a day has 24 hours', () => {
    expect(later('2026-03-27T23:30:00+01:00', 1)).toBe('2026-03-28T22:30:00.000Z');
    expect(later('2026-03-29T23:30:00+02:00', 1)).toBe('2026-03-30T21:30:00.000Z');
  });
});

describe('across the autumn change of 25 October 2026', () => {
  test('the time of day stays, so the hours are one more', () => {
    expect(later('2026-10-23T10:00:00+02:00', 3)).toBe('2026-10-26T09:00:00.000Z');
  });

  test('of a time of day that comes twice the later is meant', () => {
    expect(later('2026-10-22T02:30:00+02:00', 3)).toBe('2026-10-25T01:30:00.000Z');
    expect(later('2026-10-22T02:00:00+02:00', 3)).toBe('2026-10-25T01:00:00.000Z');
  });

  test('the last minute before it and the first after it come once', () => {
    expect(later('2026-10-22T01:59:00+02:00', 3)).toBe('2026-10-24T23:59:00.000Z');
    expect(later('2026-10-22T03:00:00+02:00', 3)).toBe('2026-10-25T02:00:00.000Z');
  });

  test('from either of the two, the same time of day follows', () => {
    expect(later('2026-10-25T02:30:00+02:00', 1)).toBe('2026-10-26T01:30:00.000Z');
    expect(later('2026-10-25T02:30:00+01:00', 1)).toBe('2026-10-26T01:30:00.000Z');
  });
});

describe('in zones on the other side of Greenwich and of the year', () => {
  test('New York, 8 March and 1 November 2026', () => {
    expect(later('2026-03-05T02:30:00-05:00', 3, 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(later('2026-10-29T01:30:00-04:00', 3, 'America/New_York')).toBe('2026-11-01T06:30:00.000Z');
  });

  test('Auckland, 5 April and 27 September 2026', () => {
    expect(later('2026-04-02T02:30:00+13:00', 3, 'Pacific/Auckland')).toBe('2026-04-04T14:30:00.000Z');
    expect(later('2026-09-24T02:30:00+12:00', 3, 'Pacific/Auckland')).toBe('2026-09-26T14:30:00.000Z');
  });
});

test('over the end of a year and the end of a February', () => {
  expect(later('2026-12-22T23:30:00+01:00', 15)).toBe('2027-01-06T22:30:00.000Z');
  expect(later('2028-02-27T09:00:00+01:00', 3)).toBe('2028-03-01T08:00:00.000Z');
});

test('milliseconds are kept', () => {
  expect(later('2026-06-01T08:00:00.123Z', 5)).toBe('2026-06-06T08:00:00.123Z');
});

test('how far a zone is ahead of UTC', () => {
  expect(offsetAt(Date.parse('2026-03-29T00:59:59.999Z'), paris)).toBe(hourMs);
  expect(offsetAt(Date.parse('2026-03-29T01:00:00.000Z'), paris)).toBe(2 * hourMs);
  expect(offsetAt(Date.parse('2026-10-25T00:59:59.999Z'), paris)).toBe(2 * hourMs);
  expect(offsetAt(Date.parse('2026-10-25T01:00:00.000Z'), paris)).toBe(hourMs);
  expect(offsetAt(Date.parse('2026-06-01T00:00:00.000Z'), 'America/New_York')).toBe(-4 * hourMs);
  expect(offsetAt(Date.parse('2026-06-01T00:00:00.000Z'), 'UTC')).toBe(0);
});

describe('the offset of an hour is remembered, and is that of each of its instants', () => {
  /** Read off a date anew each time. */
  function offsetOf(instant: number, timeZone: string): number {
    const written = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    const local = Date.parse(`${written.format(instant).replace(' ', 'T')}Z`);
    return local - Math.floor(instant / 1000) * 1000;
  }

  // Half an hour of daylight saving, and a change in the middle of an hour, at 00:44:30 UTC.
  const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Monrovia'];
  const changes = [
    '2026-03-29T01:00:00Z',
    '2026-10-25T01:00:00Z',
    '2026-04-04T15:00:00Z',
    '1972-01-07T00:44:30Z',
  ];

  test.each(zones)('in %s', (timeZone) => {
    const near = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * hourMs, max: 2 * hourMs }))
      .map(([change, by]) => Date.parse(change) + by);
    const anywhere = fc.integer({ min: Date.parse('1970-01-01'), max: Date.parse('2100-01-01') });
    fc.assert(
      fc.property(fc.oneof(near, anywhere), (instant) => {
        expect(offsetAt(instant, timeZone)).toBe(offsetOf(instant, timeZone));
      }),
      { numRuns: 2000 },
    );
  });
});
