import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorities } from '../priority/priority.js';
import { minutesPaused, naiveDue } from '../testing/naive-clock.js';
import { expectedAlarms } from './alarms.js';
import { type Met, serviceClock } from './clock.js';
import { publishedPolicy, type ServicePolicy } from './policy.js';
import { delayOf, type Pause, targetNames } from './target.js';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const patience = 60_000;

/** Working days with the public holidays of the year, and a closure between the years. */
const office: ServicePolicy = {
  ...publishedPolicy,
  version: 'office',
  calendar: {
    kind: 'working_days',
    weekdays: [1, 2, 3, 4, 5],
    opensAt: 9 * 60,
    closesAt: 18 * 60,
    daysOff: [
      ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25'],
      ...['2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25', '2027-01-01', '2027-03-29'],
      ...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
    ],
  },
  firstAnswer: { urgent: { hours: 4 }, high: { hours: 4 }, medium: { days: 1 }, low: { days: 2 } },
  assignment: { urgent: { hours: 2 }, high: { hours: 3 }, medium: { hours: 4 }, low: { days: 1 } },
};
/** The night shift works across the hour that is skipped and the one that comes twice. */
const night: ServicePolicy = {
  ...office,
  version: 'night',
  calendar: {
    kind: 'working_days',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    opensAt: 60,
    closesAt: 5 * 60 + 30,
    daysOff: ['2026-03-27', '2026-10-26'],
  },
};
/** Hours on a calendar in which every hour counts. */
const hours: ServicePolicy = { ...office, version: 'hours', calendar: { kind: 'calendar_days' } };

/** Changes of daylight saving, a spring of holidays, a closure between the years. */
const events = [
  Date.UTC(2026, 2, 29, 1),
  Date.UTC(2026, 3, 30, 8),
  Date.UTC(2026, 9, 25, 1),
  Date.UTC(2026, 11, 23, 10),
];

/** A ticket filed some days before something happens to the calendar, in whole minutes. */
const histories = fc
  .record({
    policy: fc.constantFrom(publishedPolicy, office, night, hours),
    event: fc.constantFrom(...events),
    before: fc.oneof(
      fc.integer({ min: 0, max: 8 * dayMinutes }),
      // At the very time of day of the change, three to fifteen days before it.
      fc
        .record({ days: fc.constantFrom(3, 5, 10, 15), off: fc.integer({ min: -90, max: 90 }) })
        .map(({ days, off }) => days * dayMinutes + off),
    ),
    priority: fc.constantFrom(...priorities),
    stretches: fc.array(fc.integer({ min: 0, max: 3 * dayMinutes }), { maxLength: 6 }),
    ended: fc.boolean(),
    answered: fc.option(
      fc.record({ after: fc.nat({ max: 4 * dayMinutes }), priority: fc.constantFrom(...priorities) }),
    ),
  })
  .map(({ policy, event, before, priority, stretches, ended, answered }) => {
    const filedAt = event - before * minuteMs;
    const pauses: Pause[] = [];
    let at = filedAt;
    for (const [place, length] of stretches.entries()) {
      const next = at + length * minuteMs;
      // Work and waiting take turns; what waits last may still wait.
      if (place % 2 === 1)
        pauses.push({ from: at, to: place === stretches.length - 1 && !ended ? null : next });
      at = next;
    }
    const firstAnswered: Met | null =
      answered === null
        ? null
        : { at: Math.min(at, filedAt + answered.after * minuteMs), priority: answered.priority };
    const timed = { filedAt, priority, pauses, endedAt: ended ? at : null, firstAnswered, assigned: null };
    return { policy, timed, now: at };
  });

describe('whatever happens to a ticket and to the calendar', { timeout: patience }, () => {
  test('the clock says what someone with a watch and a calendar would count, minute by minute', () => {
    fc.assert(
      fc.property(histories, ({ policy, timed, now }) => {
        const { filedAt, priority, pauses, endedAt, firstAnswered } = timed;
        const clock = serviceClock(timed, policy, now);
        const paused = minutesPaused(filedAt, now, pauses, policy);
        const waits = pauses.some(({ to }) => to === null);
        const days = policy.targetDays[priority];
        expect(clock).toMatchObject({
          state: endedAt !== null ? 'stopped' : waits ? 'paused' : 'running',
          dueAt: naiveDue(filedAt, { days }, pauses, now, policy),
          targetDays: days,
          pausedMs: paused * minuteMs,
          missed: now > clock.dueAt,
        });
        const until = firstAnswered?.at ?? now;
        const delay = delayOf('first_answer', firstAnswered?.priority ?? priority, policy);
        const dueAt = naiveDue(filedAt, delay, pauses, until, policy);
        expect(clock.firstAnswer).toEqual({ dueAt, metAt: firstAnswered?.at ?? null, missed: until > dueAt });
        const ownDelay = delayOf('assignment', priority, policy);
        const assignmentDue = naiveDue(filedAt, ownDelay, pauses, now, policy);
        expect(clock.assignment).toEqual({ dueAt: assignmentDue, metAt: null, missed: now > assignmentDue });
      }),
      { numRuns: 300 },
    );
  });

  test('once the work has ended, time no longer matters', () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ policy, timed, now }, later) => {
        const stopped = { ...timed, endedAt: now };
        expect(serviceClock(stopped, policy, now + later)).toEqual(serviceClock(stopped, policy, now));
        expect(expectedAlarms(stopped, [], policy)).toEqual([]);
      }),
    );
  });

  test('while the ticket waits it misses nothing that it had not missed', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 30 * dayMinutes }), ({ policy, timed, now }, later) => {
        const waiting = {
          ...timed,
          endedAt: null,
          pauses: [...timed.pauses.filter(({ to }) => to !== null), { from: now, to: null }],
        };
        const [first, second] = [now, now + later * minuteMs].map((at) => serviceClock(waiting, policy, at));
        // A wait that begins in the very instant of a target comes too late for it: all of its time was used.
        const usedUp = (dueAt: number | undefined) => dueAt === now && later > 0;
        expect(second?.missed).toBe(first?.missed || usedUp(first?.dueAt));
        const { firstAnswer } = first ?? {};
        expect(second?.firstAnswer.missed).toBe(
          firstAnswer?.missed || (firstAnswer?.metAt === null && usedUp(firstAnswer.dueAt)),
        );
        if (
          policy.calendar.kind === 'calendar_days' &&
          !(first?.missed ?? true) &&
          (first?.dueAt ?? 0) > now
        ) {
          expect((second?.dueAt ?? 0) - (first?.dueAt ?? 0)).toBe(later * minuteMs);
        }
      }),
    );
  });

  test('an alarm comes when the clock says so: never before, and each of them once', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 40 * dayMinutes }), ({ policy, timed, now }, later) => {
        const open = { ...timed, endedAt: null };
        const at = now + later * minuteMs;
        const clock = serviceClock(open, policy, at);
        const due = expectedAlarms(open, [], policy).filter((alarm) => alarm.at <= at);
        const missed = due.filter(({ level }) => level === 'missed').map(({ target }) => target);
        const late = {
          first_answer: clock.firstAnswer.metAt === null && clock.firstAnswer.missed,
          assignment: clock.assignment.missed,
          resolution: clock.missed,
        };
        expect(missed.sort()).toEqual(targetNames.filter((target) => late[target]).sort());
        for (const target of missed) {
          const approaching = due.find((alarm) => alarm.target === target && alarm.level === 'approaching');
          expect(approaching?.at).toBeLessThan(
            due.find((alarm) => alarm.target === target && alarm.level === 'missed')?.at ?? 0,
          );
        }
        expect(expectedAlarms(open, due, policy).filter((alarm) => alarm.at <= at)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
