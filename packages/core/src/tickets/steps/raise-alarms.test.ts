import { expect, test } from 'vitest';
import { publishedPolicy } from '../../service-level/policy.js';
import { day, hour, sofia, start, time } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import type { TicketEvent } from '../events.js';
import { replay } from '../evolve.js';
import { nextByTime } from '../next-by-time.js';

const raise = { type: 'raise_alarms' } as const;
const alarm = (
  level: 'approaching' | 'missed',
  target: 'first_answer' | 'assignment' | 'resolution',
  due: number,
  at: number,
) => event({ type: `target.${level}`, target, priority: 'urgent', dueAt: start + due }, time, start + at);

test('nothing before its time, and by nobody but the time', () => {
  given(filedMalfunction)
    .when(raise, { now: start + 18 * hour - 1 })
    .refusedWith('not_due');
  given(filedMalfunction)
    .when(raise, { now: start + 9 * day, actor: sofia })
    .refusedWith('system_only');
});

test('what came near is said for each target, with the instant at which it is due', () => {
  given(filedMalfunction)
    .when(raise, { now: start + 18 * hour })
    .leadsTo(
      alarm('approaching', 'first_answer', day, 18 * hour),
      alarm('approaching', 'assignment', day, 18 * hour),
    );
});

test('after a time of rest all that came meanwhile is said, in its order, and only once', () => {
  const now = 4 * day;
  const all = [
    alarm('approaching', 'first_answer', day, now),
    alarm('approaching', 'assignment', day, now),
    alarm('missed', 'first_answer', day, now),
    alarm('missed', 'assignment', day, now),
    alarm('approaching', 'resolution', 3 * day, now),
    alarm('missed', 'resolution', 3 * day, now),
  ];
  given(filedMalfunction)
    .when(raise, { now: start + now })
    .leadsTo(...all);
  given(filedMalfunction, ...all)
    .when(raise, { now: start + 9 * day })
    .refusedWith('not_due');
});

test('nothing is said of what is done, merged or withdrawn', () => {
  const now = start + 9 * day;
  given(filedMalfunction, facts.resolved(1)).when(raise, { now }).refusedWith('wrong_status');
  given(filedMalfunction, facts.cancelled(1)).when(raise, { now }).refusedWith('wrong_status');
  given(filedMalfunction, facts.merged(1)).when(raise, { now }).refusedWith('ticket_merged');
});

test.each<[string, readonly TicketEvent[], number | null]>([
  ['a new ticket is woken when its first answer comes near', [], 18 * hour],
  [
    'one that was answered and assigned, when its resolution does',
    [facts.answered(1), facts.assigned('customer', null, 2)],
    2.25 * day,
  ],
  ['one that waits is not woken', [facts.assigned('customer', null, 1), facts.answered(2, true)], null],
  [
    'one that waited is woken so much later',
    [facts.assigned('customer', null, 1), facts.answered(2, true), facts.replied(day + 2)],
    3.25 * day,
  ],
  ['a resolved one is woken to be closed', [facts.resolved(1)], 7 * day + 1],
  ['a closed one no more', [facts.resolved(1), facts.confirmed(2)], null],
  ['nor a merged one', [facts.merged(1)], null],
])('%s', (_sentence, history, after) => {
  const ticket = replay([filedMalfunction, ...history]);
  const next = ticket === null ? null : nextByTime(ticket, publishedPolicy);
  expect(next?.at ?? null).toBe(after === null ? null : start + after);
});
