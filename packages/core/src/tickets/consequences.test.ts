import { describe, expect, test } from 'vitest';
import { ticketId } from '../people/ids.js';
import { facts, filedMalfunction } from '../testing/facts.js';
import { consequences } from './consequences.js';
import type { TicketEvent } from './events.js';
import { evolve, replay } from './evolve.js';

const [duplicate, carried, carrier] = [ticketId('tk_7'), ticketId('tk_8'), ticketId('tk_9')];

/** What follows from an event for the tickets that a history holds together with this one. */
function follows(event: TicketEvent, ...history: readonly TicketEvent[]) {
  const before = replay([filedMalfunction, ...history]);
  const after = evolve(before, event);
  if (before === null || after === null) throw new Error('The history makes no ticket');
  return consequences(before, after);
}

const carrying = [facts.tested('confirmed', 1), facts.carriedAdded(2, carried)];
const released = { kind: 'part', ticketId: carried, command: 'release', otherId: 'tk_1' };

describe('a malfunction that carries another ticket', () => {
  test('answers it with its own resolution', () => {
    expect(follows(facts.resolved(3), ...carrying)).toEqual([
      { kind: 'answer', ticketId: carried, command: { type: 'resolve', resolution: 'Corrigé' } },
    ]);
    expect(follows(facts.confirmed(4), ...carrying, facts.resolved(3))).toEqual([]);
  });

  test.each<[string, TicketEvent]>([
    ['is withdrawn', facts.cancelled(3)],
    ['becomes something else', facts.requalified('usage_question', 3)],
    ['is no longer confirmed', facts.tested('not_reproduced', 3)],
  ])('lets go of it when it %s', (_what, event) => {
    expect(follows(event, ...carrying)).toEqual([released]);
  });

  test('keeps it through everything else', () => {
    for (const event of [
      facts.tested('confirmed', 3),
      facts.transferred(3),
      facts.replied(3),
      facts.noted(3),
    ])
      expect(follows(event, ...carrying)).toEqual([]);
  });
});

test('who withdraws a ticket withdraws their own: what repeated it goes on by itself', () => {
  expect(follows(facts.cancelled(3), facts.duplicateAdded(1, duplicate))).toEqual([
    { kind: 'part', ticketId: duplicate, command: 'unmerge', otherId: 'tk_1' },
  ]);
});

test('a carried ticket that is reopened goes its own way', () => {
  expect(follows(facts.reopened(4), facts.carried(1, carrier), facts.resolved(2))).toEqual([
    { kind: 'part', ticketId: 'tk_1', command: 'release', otherId: carrier },
  ]);
  expect(follows(facts.replied(4), facts.carried(1, carrier), facts.answered(2, true))).toEqual([]);
});
