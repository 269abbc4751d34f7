import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorities } from '../priority/priority.js';
import { type Pause, serviceClock, targetOf } from './clock.js';
import { publishedPolicy, type ServicePolicy, type WorkingDays } from './policy.js';
import { addWorkingTime, workingTimeBetween } from './working-time.js';

const minuteMs = 60_000;
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
      { filedAt, priority: 'urgent', pauses: [pause], endedAt: null },
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

const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' });

/** Whether the team works in the minute that begins at an instant, by looking at a clock and a calendar. */
function isWorked(instant: number, { daysOff }: WorkingDays): boolean {
  const [date = '', time = ''] = local.format(instant).split(' ');
  const day = weekday.format(instant);
  return day !== 'Sat' && day !== 'Sun' && !daysOff.includes(date) && time >= '09:00' && time < '18:00';
}

test('the clock says what someone who looks at it every minute would count', () => {
  const starts = [
    '2026-03-26T07:00:00Z',
    '2026-04-29T15:00:00Z',
    '2026-10-22T21:00:00Z',
    '2026-12-22T12:00:00Z',
  ];
  const histories = fc.record({
    start: fc.constantFrom(...starts.map((text) => Date.parse(text))),
    offset: fc.integer({ min: 0, max: 3 * 24 * 60 }),
    priority: fc.constantFrom(...priorities.filter((priority) => priority !== 'low')),
    stretches: fc.array(fc.integer({ min: 1, max: 2 * 24 * 60 }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(histories, ({ start, offset, priority, stretches }) => {
      const filedAt = start + offset * minuteMs;
      const pauses: Pause[] = [];
      let at = filedAt;
      for (const [index, length] of stretches.entries()) {
        const next = at + length * minuteMs;
        if (index % 2 === 1) pauses.push({ from: at, to: next });
        at = next;
      }
      const clock = serviceClock({ filedAt, priority, pauses, endedAt: null }, policy, at);
      // Once all pauses are over, the target is the minute in which the last hour of the promise ends.
      let left = policy.targetDays[priority] * 9 * 60;
      let minute = filedAt;
      for (; left > 0; minute += minuteMs) {
        const waits = pauses.some(({ from, to }) => from <= minute && to !== null && minute < to);
        if (!waits && isWorked(minute, office)) left -= 1;
      }
      const reached = minute <= at || pauses.every(({ to }) => to !== null && to <= minute);
      fc.pre(reached && minute > at);
      expect(clock.dueAt).toBe(minute);
    }),
    { numRuns: 60 },
  );
});
