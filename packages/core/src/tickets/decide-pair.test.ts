import { describe, expect, test } from 'vitest';
import { organizationId, ticketId } from '../people/ids.js';
import { brest, context, day, hour, lyon, sofia, start } from '../testing/domain.js';
import { event, facts, filed } from '../testing/facts.js';
import type { PairCommand } from './commands.js';
import { decidePair } from './decide-pair.js';
import type { TicketEvent } from './events.js';
import { replay } from './evolve.js';
import { endedAt, type Ticket } from './ticket.js';

const now = start + hour;
const first = ticketId('tk_1');
const second = ticketId('tk_2');

function ticketOf(id: typeof first, organization: typeof lyon, ...events: readonly TicketEvent[]): Ticket {
  const ticket = replay([filed('malfunction', { ticketId: id, organizationId: organization }), ...events]);
  if (ticket === null) throw new Error('The history makes no ticket');
  return ticket;
}

const ours = (...events: readonly TicketEvent[]) => ticketOf(first, lyon, ...events);
const theirs = (...events: readonly TicketEvent[]) => ticketOf(second, lyon, ...events);
const abroad = (...events: readonly TicketEvent[]) => ticketOf(second, brest, ...events);

function outcome(ticket: Ticket, type: PairCommand['type'], other: Ticket, actor = sofia) {
  const decision = decidePair(ticket, { type, other }, context({ actor, now }));
  return decision.ok ? [decision.events, decision.otherEvents] : decision.rejection.code;
}

describe('merge and unmerge', () => {
  test('both ends tell of it', () => {
    expect(outcome(ours(), 'merge', theirs())).toEqual([
      [event({ type: 'ticket.merged', into: second }, sofia, now)],
      [event({ type: 'ticket.duplicate_added', duplicate: first }, sofia, now)],
    ]);
    expect(outcome(ours(facts.merged(1)), 'unmerge', theirs(facts.duplicateAdded(1, first)))).toEqual([
      [event({ type: 'ticket.unmerged', from: second }, sofia, now)],
      [event({ type: 'ticket.duplicate_removed', duplicate: first }, sofia, now)],
    ]);
  });

  test.each<[string, Ticket, Ticket, string]>([
    ['of two organizations', ours(), abroad(), 'other_organization'],
    ['with itself', ours(), ours(), 'same_ticket'],
    ['into one that is resolved', ours(), theirs(facts.resolved(1)), 'other_unavailable'],
    [
      'into one that was merged itself',
      ours(),
      theirs(facts.merged(1, ticketId('tk_3'))),
      'other_unavailable',
    ],
    [
      'of one that others repeat',
      ours(facts.duplicateAdded(1, ticketId('tk_3'))),
      theirs(),
      'has_duplicates',
    ],
    ['of one that is resolved', ours(facts.resolved(1)), theirs(), 'wrong_status'],
    ['twice', ours(facts.merged(1)), theirs(), 'ticket_merged'],
  ])('never %s', (_what, ticket, other, code) => {
    expect(outcome(ticket, 'merge', other)).toBe(code);
  });

  test('is taken back from where it was merged into', () => {
    expect(outcome(ours(facts.merged(1, ticketId('tk_3'))), 'unmerge', theirs())).toBe('not_merged');
  });

  test('the clock of what is merged has stopped, and goes on as if it had never been once that is undone', () => {
    expect(endedAt(ours(facts.merged(hour)))).toBe(start + hour);
    const undone = ours(facts.merged(hour), facts.unmerged(5 * hour));
    expect(endedAt(undone)).toBeNull();
    expect(undone.pauses).toEqual([]);
  });
});

describe('carry and release', () => {
  const confirmed = abroad(facts.tested('confirmed', 1));

  test('a confirmed malfunction of another organization carries it; only the team learns which', () => {
    expect(outcome(ours(), 'carry', confirmed)).toEqual([
      [event({ type: 'ticket.carried', carrier: second }, sofia, now)],
      [event({ type: 'carried_ticket.added', carried: first }, sofia, now)],
    ]);
    expect(outcome(ours(facts.carried(1)), 'release', confirmed)).toEqual([
      [event({ type: 'ticket.released' }, sofia, now)],
      [event({ type: 'carried_ticket.removed', carried: first }, sofia, now)],
    ]);
  });

  test.each<[string, Ticket, Ticket, string]>([
    ['untested', ours(), abroad(), 'carrier_not_confirmed'],
    ['not reproduced', ours(), abroad(facts.tested('not_reproduced', 1)), 'carrier_not_confirmed'],
    [
      'confirmed and something else since',
      ours(),
      abroad(facts.tested('confirmed', 1), facts.requalified('usage_question', 2)),
      'carrier_not_confirmed',
    ],
    ['resolved', ours(), abroad(facts.tested('confirmed', 1), facts.resolved(2)), 'other_unavailable'],
    [
      'carried itself, as carriers make no chain',
      ours(),
      abroad(facts.tested('confirmed', 1), facts.carried(2, ticketId('tk_3'))),
      'other_unavailable',
    ],
    [
      'the same ticket',
      ours(facts.tested('confirmed', 1)),
      ours(facts.tested('confirmed', 1)),
      'same_ticket',
    ],
  ])('no ticket is carried by one that is %s', (_what, ticket, other, code) => {
    expect(outcome(ticket, 'carry', other)).toBe(code);
  });

  test('a ticket has one carrier, and none while it carries others', () => {
    expect(outcome(ours(facts.carried(1, ticketId('tk_3'))), 'carry', confirmed)).toBe('ticket_carried');
    expect(outcome(ours(facts.carriedAdded(1, ticketId('tk_3'))), 'carry', confirmed)).toBe('ticket_carried');
  });

  test('it is released by the malfunction that carries it', () => {
    expect(outcome(ours(facts.carried(1, ticketId('tk_3'))), 'release', confirmed)).toBe('not_carried');
  });
});

describe('link and unlink', () => {
  test('both ends tell of it, to the team', () => {
    expect(outcome(ours(), 'link', abroad())).toEqual([
      [event({ type: 'link.added', other: second }, sofia, now)],
      [event({ type: 'link.added', other: first }, sofia, now)],
    ]);
    expect(outcome(ours(facts.linked(1)), 'unlink', abroad(facts.linked(1, first)))).toEqual([
      [event({ type: 'link.removed', other: second }, sofia, now)],
      [event({ type: 'link.removed', other: first }, sofia, now)],
    ]);
  });

  test('once, and taken back once', () => {
    expect(outcome(ours(facts.linked(1)), 'link', abroad())).toBe('already_linked');
    expect(outcome(ours(facts.linked(1, ticketId('tk_3'))), 'unlink', abroad())).toBe('not_linked');
    expect(outcome(ours(), 'link', ours())).toBe('same_ticket');
  });
});

test('neither history runs backwards, though they are of different times', () => {
  const decision = decidePair(
    ours(facts.noted(2 * day)),
    { type: 'link', other: ticketOf(second, organizationId('org_nantes')) },
    context({ now }),
  );
  expect(decision.ok && [decision.events[0]?.at, decision.otherEvents[0]?.at]).toEqual([
    start + 2 * day,
    now,
  ]);
});
