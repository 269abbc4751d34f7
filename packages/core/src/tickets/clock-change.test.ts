import { expect, test } from 'vitest';
import { facts, filedMalfunction } from '../testing/facts.js';
import { clockChange } from './clock-change.js';
import type { TicketEvent } from './events.js';
import { evolve, replay } from './evolve.js';

test.each<[string, ReturnType<typeof clockChange>, TicketEvent[], TicketEvent]>([
  ['a question stops the clock', 'stopped', [facts.assigned('customer')], facts.answered(1, true)],
  ['a question on a new ticket too', 'stopped', [], facts.answered(1, true)],
  ['a reply to it lets the clock go on', 'resumed', [facts.answered(1, true)], facts.replied(2)],
  ['a resolution stops it', 'stopped', [facts.answered(1)], facts.resolved(2)],
  ['a reopening lets it go on', 'resumed', [facts.resolved(1)], facts.reopened(2)],
  ['a resolution of what waits leaves it standing', null, [facts.answered(1, true)], facts.resolved(2)],
  ['an agreement leaves it standing', null, [facts.resolved(1)], facts.confirmed(2)],
  ['taking a ticket leaves it running', null, [], facts.answered(1)],
  ['a note changes nothing', null, [facts.answered(1, true)], facts.noted(2)],
])('%s', (_sentence, expected, history, event) => {
  const before = replay([filedMalfunction, ...history]);
  const after = evolve(before, event);
  expect(after && clockChange(before, after)).toBe(expected);
});

test('a filing starts the clock, which is no change of it', () => {
  const filed = replay([filedMalfunction]);
  expect(filed && clockChange(null, filed)).toBeNull();
});
