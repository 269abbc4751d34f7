import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priorities } from '../priority/priority.js';
import { type Pause, serviceClock } from './clock.js';
import { publishedPolicy } from './policy.js';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const paris = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** « 2026-03-29 02:30 », in Paris. */
function wallClock(instant: number): string {
  return paris.format(instant);
}

/** The same wall clock some days later, by looking: the last minute that shows it, or an hour on where none does. */
function sameTimeLater(instant: number, days: number): number {
  const asIfUtc = Date.parse(`${wallClock(instant).replace(' ', 'T')}:00Z`) + days * dayMinutes * minuteMs;
  const wanted = new Date(asIfUtc).toISOString().slice(0, 16).replace('T', ' ');
  const candidates = [asIfUtc - 60 * minuteMs, asIfUtc - 120 * minuteMs];
  const found = candidates.find((candidate) => wallClock(candidate) === wanted);
  return found ?? asIfUtc - 60 * minuteMs;
}

const changes = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1), Date.UTC(2026, 11, 31, 23)];

/** A ticket filed within a few weeks before something happens to the calendar, in whole minutes. */
const histories = fc
  .record({
    change: fc.constantFrom(...changes),
    before: fc.oneof(
      fc.integer({ min: 0, max: 20 * dayMinutes }),
      // At the very time of day of the change, three to fifteen days before it.
      fc
        .record({ days: fc.constantFrom(3, 5, 10, 15), off: fc.integer({ min: -90, max: 90 }) })
        .map(({ days, off }) => days * dayMinutes + off),
    ),
    priority: fc.constantFrom(...priorities),
    stretches: fc.array(fc.integer({ min: 0, max: 4 * dayMinutes }), { maxLength: 8 }),
    ended: fc.boolean(),
  })
  .map(({ change, before, priority, stretches, ended }) => {
    const filedAt = change - before * minuteMs;
    const pauses: Pause[] = [];
    let at = filedAt;
    for (const [place, length] of stretches.entries()) {
      const next = at + length * minuteMs;
      // Work and waiting take turns; what waits last may still wait.
      if (place % 2 === 1) {
        pauses.push({ from: at, to: place === stretches.length - 1 && !ended ? null : next });
      }
      at = next;
    }
    return { timed: { filedAt, priority, pauses, endedAt: ended ? at : null }, now: at };
  });

test('the clock says what someone with a watch and a calendar would count, minute by minute', () => {
  fc.assert(
    fc.property(histories, ({ timed, now }) => {
      let paused = 0;
      for (let minute = timed.filedAt; minute < now; minute += minuteMs) {
        if (timed.pauses.some(({ from, to }) => from <= minute && (to === null || minute < to))) paused += 1;
      }
      const days = publishedPolicy.targetDays[timed.priority];
      const dueAt = sameTimeLater(timed.filedAt, days) + paused * minuteMs;
      const waits = timed.pauses.some(({ to }) => to === null);
      expect(serviceClock(timed, publishedPolicy, now)).toEqual({
        state: timed.endedAt !== null ? 'stopped' : waits ? 'paused' : 'running',
        dueAt,
        targetDays: days,
        pausedMs: paused * minuteMs,
        missed: now > dueAt,
      });
    }),
    { numRuns: 300 },
  );
});

test('once the work has ended, time no longer matters', () => {
  fc.assert(
    fc.property(histories, fc.nat(), ({ timed, now }, later) => {
      const stopped = { ...timed, endedAt: now };
      expect(serviceClock(stopped, publishedPolicy, now + later)).toEqual(
        serviceClock(stopped, publishedPolicy, now),
      );
    }),
  );
});

test('while the ticket waits, its target moves on exactly with the time', () => {
  fc.assert(
    fc.property(histories, fc.nat({ max: 30 * dayMinutes * minuteMs }), ({ timed, now }, later) => {
      const waiting = {
        ...timed,
        endedAt: null,
        pauses: [...timed.pauses.filter(({ to }) => to !== null), { from: now, to: null }],
      };
      const [first, second] = [now, now + later].map((at) => serviceClock(waiting, publishedPolicy, at));
      expect((second?.dueAt ?? 0) - (first?.dueAt ?? 0)).toBe(later);
      expect(second?.missed).toBe(first?.missed);
    }),
  );
});
