import { describe, expect, test } from 'vitest';
import { serviceClock } from './clock.js';
import { publishedPolicy, type ServicePolicy, type WorkingDays } from './policy.js';
import { targetOf } from './target.js';
import { addWorkingTime, workingTimeBetween } from './working-time.js';

const timeZone = 'Europe/Paris';

/** The team's hours, with the public holidays of 2026 and the days between the years. */
const office: WorkingDays = {
  kind: 'working_days',
  weekdays: [1, 2, 3, 4, 5],
  opensAt: 9 * 60,
  closesAt: 18 * 60,
  daysOff: [
    ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25'],
    ...['2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
    ...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
  ],
};
const unmet = { firstAnswered: null, assigned: null };
const policy: ServicePolicy = { ...publishedPolicy, version: 'office', calendar: office };

describe('working days', () => {
  test.each([
    ['a low ticket of 30 April', '2026-04-30T08:00:00Z', 'low', '2026-05-27T08:00:00Z'],
    ['an urgent one filed on a Friday evening', '2026-06-05T20:00:00Z', 'urgent', '2026-06-10T16:00:00Z'],
    ['an urgent one across the change of October', '2026-10-23T08:00:00Z', 'urgent', '2026-10-28T09:00:00Z'],
    ['a high one before the days between the years', '2026-12-22T09:00:00Z', 'high', '2027-01-05T09:00:00Z'],
  ] as const)('%s is due when the team has worked that many days', (_what, filed, priority, due) => {
    expect(new Date(targetOf(Date.parse(filed), priority, policy)).toISOString()).toBe(
      new Date(due).toISOString(),
    );
  });

  test('a pause over a weekend takes nothing from the target', () => {
    const filedAt = Date.parse('2026-06-05T08:00:00Z');
    const pause = { from: Date.parse('2026-06-05T16:30:00Z'), to: Date.parse('2026-06-08T06:30:00Z') };
    const clock = serviceClock(
      { ...unmet, filedAt, priority: 'urgent', pauses: [pause], endedAt: null },
      policy,
      pause.to,
    );
    expect(clock.dueAt).toBe(targetOf(filedAt, 'urgent', policy));
    expect(clock.pausedMs).toBe(0);
  });

  test('a calendar without a working day gives a target that is never reached, and comes back', () => {
    const never = { ...office, weekdays: [] };
    const filedAt = Date.parse('2026-06-05T08:00:00Z');
    expect(addWorkingTime(filedAt, 1, never, timeZone)).toBeGreaterThan(filedAt + 3600 * 86_400_000);
    expect(workingTimeBetween(filedAt, filedAt + 1e9, never, timeZone)).toBe(0);
  });
});
