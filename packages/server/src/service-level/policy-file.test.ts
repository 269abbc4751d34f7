import { serviceClock } from '@teo-support/core';
import { describe, expect, test } from 'vitest';
import { parsePolicies } from './policy-file.js';

const plain = {
  version: '2026-01',
  targetDays: { urgent: 3, high: 5, medium: 10, low: 15 },
  firstAnswer: { urgent: { hours: 4 }, high: { hours: 8 }, medium: { days: 1 }, low: { days: 2 } },
  assignment: { urgent: { hours: 2 }, high: { hours: 4 }, medium: { hours: 9 }, low: { days: 1 } },
};
const office = {
  ...plain,
  version: '2027-01',
  calendar: {
    kind: 'working_days',
    weekdays: [1, 2, 3, 4, 5],
    opensAt: '09:00',
    closesAt: '18:00',
    closures: [{ from: '2026-12-28', to: '2026-12-31' }],
  },
};

function read(...policies: unknown[]) {
  return parsePolicies(JSON.stringify({ policies }), 'policies.json');
}

function policies(...listed: unknown[]) {
  const outcome = read(...listed);
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  return outcome.policies;
}

function problemsOf(...listed: unknown[]): readonly string[] {
  const outcome = read(...listed);
  return outcome.ok ? [] : outcome.problems;
}

/** When a ticket of Wednesday, 23 December 2026, 10:00 in Paris is due, by priority and policy. */
function dueAt(policy: unknown, priority: 'urgent' | 'high', filed = '2026-12-23T09:00:00Z'): string {
  const filedAt = Date.parse(filed);
  const timed = { filedAt, priority, pauses: [], endedAt: null, firstAnswered: null, assigned: null };
  return new Date(serviceClock(timed, policies(policy).current, filedAt).dueAt).toISOString();
}

describe('a policy file', () => {
  test('counts every day unless it says otherwise, in Paris, and has the usual windows', () => {
    expect(policies(plain).current).toEqual({
      ...plain,
      timeZone: 'Europe/Paris',
      calendar: { kind: 'calendar_days' },
      approachingAfter: 0.75,
      closesAfterDays: 7,
      reopenWindowDays: 30,
    });
  });

  test('lists what the organization has had: each is found, and the last one is current', () => {
    const listed = policies(plain, office);
    expect(listed.current.version).toBe('2027-01');
    expect(listed.of('2026-01').calendar.kind).toBe('calendar_days');
    expect(listed.known('2025-01')).toBe(false);
  });

  test('counts working hours without weekends, the holidays of France and the closures', () => {
    // Eight hours are left of 23 December, nine come on the 24th, nine on 4 January: between them lie Christmas, a
    // weekend, the closure, New Year and another weekend. The last one ends on 5 January.
    expect(dueAt(office, 'urgent')).toBe('2027-01-05T09:00:00.000Z');
    expect(dueAt(plain, 'urgent')).toBe('2026-12-26T09:00:00.000Z');
  });

  test('keeps the time of day across a change of daylight saving', () => {
    expect(dueAt(office, 'urgent', '2026-10-22T08:00:00Z')).toBe('2026-10-27T09:00:00.000Z');
    expect(dueAt(office, 'urgent', '2026-03-26T09:00:00Z')).toBe('2026-03-31T08:00:00.000Z');
  });

  test('knows the holidays of the departments that have their own', () => {
    const moselle = { ...office, calendar: { ...office.calendar, publicHolidays: { department: '57' } } };
    const calendar = policies(moselle).current.calendar;
    expect(calendar.kind === 'working_days' && calendar.daysOff).toContain('2026-04-03');
    expect(dueAt(moselle, 'urgent', '2026-04-02T07:00:00Z')).not.toBe(
      dueAt(office, 'urgent', '2026-04-02T07:00:00Z'),
    );
  });

  test('works on holidays where it says so', () => {
    const always = { ...office, calendar: { ...office.calendar, publicHolidays: false, closures: [] } };
    expect(dueAt(always, 'urgent')).toBe('2026-12-28T09:00:00.000Z');
  });
});

describe('what is wrong with a policy file', () => {
  test('is said all at once, each at its place', () => {
    const { assignment: _, ...incomplete } = plain;
    const wrong = problemsOf(
      { ...incomplete, targetDays: { urgent: 3, high: 2, medium: 10, low: 15 }, firstAnswer: { urgent: 4 } },
      { ...office, timeZone: 'Europe/Lyon', calendar: { ...office.calendar, opensAt: '9h', weekdays: [] } },
    );
    for (const place of [
      'policies[0].targetDays must not grow shorter as the priority falls',
      'policies[0].firstAnswer.urgent must be a number of hours or days',
      'policies[0].assignment',
      'policies[1].timeZone must be the IANA name of a time zone',
      'policies[1].calendar.opensAt must be a time of day such as 09:00',
      'policies[1].calendar.weekdays needs at least one weekday',
    ]) {
      expect(wrong.filter((problem) => problem.startsWith(`policies.json: ${place}`))).toHaveLength(1);
    }
  });

  test.each([
    ['is not JSON', '{', /^policies\.json is not JSON: .+\.$/],
    ['has no policies', '{"policies": []}', /needs at least one policy\.$/],
    ['is something else', '[]', /^policies\.json: the file /],
    ['has what nobody reads', '{"policies": [], "policy": 1}', /policy/],
  ])('a file that %s', (_what, text, problem) => {
    const outcome = parsePolicies(text, 'policies.json');
    expect(outcome.ok ? [] : outcome.problems).toContainEqual(expect.stringMatching(problem));
  });

  test.each<[string, unknown, string]>([
    [
      'a day that ends before it begins',
      { ...office.calendar, opensAt: '18:00', closesAt: '09:00' },
      'must open before it closes',
    ],
    [
      'a closure that ends before it begins',
      { ...office.calendar, closures: [{ from: '2026-12-31', to: '2026-12-24' }] },
      'must not end before it begins',
    ],
    [
      'a date that does not exist',
      { ...office.calendar, closures: [{ from: '2026-02-30', to: '2026-03-01' }] },
      'must be a date',
    ],
    [
      'a department without holidays of its own',
      { ...office.calendar, publicHolidays: { department: '75' } },
      'has no public holidays of its own',
    ],
  ])('%s', (_what, calendar, problem) => {
    expect(problemsOf({ ...office, calendar }).join('\n')).toContain(problem);
  });

  test('a version that comes twice, as it would be another policy under the same name', () => {
    expect(problemsOf(plain, { ...office, version: plain.version })).toEqual([
      'policies.json: policies[1].version repeats the version 2026-01: a version names one policy for good.',
    ]);
  });
});
