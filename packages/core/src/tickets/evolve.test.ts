import { describe, expect, test } from 'vitest';
import { brest, hour, hugo, sofia, start, yann } from '../testing/domain.js';
import { event, facts, filedMalfunction } from '../testing/facts.js';
import { write } from '../text/written.js';
import type { TicketEvent } from './events.js';
import { evolve, replay } from './evolve.js';
import { endedAt, formatReference, subjectOf, type Ticket, timed } from './ticket.js';

function ticketAfter(...events: readonly TicketEvent[]): Ticket {
  const ticket = replay([filedMalfunction, ...events]);
  if (ticket === null) throw new Error('The history makes no ticket');
  return ticket;
}

const at = (hours: number) => start + hours * hour;

test('no history makes no ticket, nor does one that does not begin with a filing', () => {
  expect(replay([])).toBeNull();
  expect(replay([facts.answered(), facts.resolved()])).toBeNull();
});

test('a filing makes a new ticket of version 1', () => {
  expect(ticketAfter()).toMatchObject({
    number: 1042,
    status: 'new',
    filedAt: start,
    changedAt: start,
    lastEventAt: start,
    agentId: null,
    firstAnswered: null,
    assigned: null,
    verdict: null,
    transferredAt: null,
    pauses: [],
    version: 1,
    publicVersion: 1,
  });
});

describe('status', () => {
  test.each<[string, Ticket['status'], readonly TicketEvent[]]>([
    ['an answer opens it', 'open', [facts.answered()]],
    ['an answer that awaits the requester makes it pending', 'pending', [facts.answered(1, true)]],
    ['a reply does not open what nobody took', 'new', [facts.replied()]],
    ['a reply opens what waited', 'open', [facts.answered(1, true), facts.replied(2)]],
    ['a note changes nothing', 'new', [facts.noted()]],
    ['an assignment opens it', 'open', [facts.assigned('customer')]],
    [
      'an assignment leaves what waits waiting',
      'pending',
      [facts.answered(1, true), facts.assigned('sales', null, 2)],
    ],
    ['a test opens it', 'open', [facts.tested('confirmed')]],
    ['a transfer opens it', 'open', [facts.transferred()]],
    ['a second question keeps it pending', 'pending', [facts.answered(1, true), facts.answered(2, true)]],
    ['an answer that awaits nothing takes it back', 'open', [facts.answered(1, true), facts.answered(2)]],
    ['a resolution resolves it', 'resolved', [facts.resolved()]],
    ['an agreement closes it', 'closed', [facts.resolved(1), facts.confirmed(2)]],
    ['a reopening opens it', 'open', [facts.resolved(1), facts.reopened(2)]],
  ])('%s', (_sentence, status, events) => {
    expect(ticketAfter(...events).status).toBe(status);
  });
});

describe('what else an event leaves behind', () => {
  test('the first answer stays the first', () => {
    expect(ticketAfter(facts.answered(hour), facts.answered(2 * hour)).firstAnswered).toEqual({
      at: at(1),
      priority: 'urgent',
    });
  });

  test('an assignment names the service and the person; a transfer lets go of the person', () => {
    const assigned = ticketAfter(facts.assigned('customer', sofia));
    expect(assigned).toMatchObject({ service: 'customer', agentId: sofia.id });
    const transferred = ticketAfter(facts.assigned('customer', sofia), facts.transferred(2 * hour));
    expect(transferred).toMatchObject({ service: 'technical', agentId: null, transferredAt: at(2) });
    expect(ticketAfter(facts.assigned('technical', hugo)).transferredAt).toBeNull();
  });

  test('the verdict is that of the last test', () => {
    expect(ticketAfter(facts.tested('confirmed'), facts.tested('not_a_bug')).verdict).toBe('not_a_bug');
  });

  test('a resolution has its words and its instant; they go with a reopening', () => {
    const resolved = ticketAfter(facts.resolved());
    expect(resolved).toMatchObject({ resolution: write('Corrigé'), resolvedAt: at(1) });
    const reopened = ticketAfter(facts.resolved(), facts.reopened(2 * hour));
    expect(reopened).not.toHaveProperty('resolution');
    expect(reopened).not.toHaveProperty('resolvedAt');
  });

  test('a note counts in the version alone and does not change when the requester last saw something', () => {
    const ticket = ticketAfter(facts.answered(hour), facts.noted(2 * hour));
    expect(ticket).toMatchObject({ version: 3, publicVersion: 2, changedAt: at(1), lastEventAt: at(2) });
  });
});

describe('pauses', () => {
  test('begin with a question and end with the reply', () => {
    const asked = ticketAfter(facts.answered(hour, true));
    expect(asked.pauses).toEqual([{ from: at(1), to: null }]);
    expect(evolve(asked, facts.replied(3 * hour))?.pauses).toEqual([{ from: at(1), to: at(3) }]);
  });

  test('a second question does not begin another', () => {
    const ticket = ticketAfter(facts.answered(hour, true), facts.answered(2 * hour, true));
    expect(ticket.pauses).toEqual([{ from: at(1), to: null }]);
  });

  test('end when the ticket is resolved while it waits', () => {
    const ticket = ticketAfter(facts.answered(hour, true), facts.resolved(4 * hour));
    expect(ticket.pauses).toEqual([{ from: at(1), to: at(4) }]);
  });

  test('the time between a resolution and a reopening is one', () => {
    const ticket = ticketAfter(facts.resolved(hour), facts.reopened(5 * hour));
    expect(ticket.pauses).toEqual([{ from: at(1), to: at(5) }]);
  });
});

describe('an event that does not fit', () => {
  test.each<[string, readonly TicketEvent[], TicketEvent]>([
    ['an agreement to no resolution', [], facts.confirmed()],
    ['a reopening of what is open', [facts.answered(1)], facts.reopened()],
    ['a question on a resolved ticket', [facts.resolved(1)], facts.answered(hour, true)],
  ])('%s leaves the status as it was, but is counted', (_sentence, history, odd) => {
    const before = ticketAfter(...history);
    expect(evolve(before, odd)).toMatchObject({ status: before.status, version: before.version + 1 });
  });

  test('a second filing changes nothing', () => {
    const ticket = ticketAfter();
    const other = event({ ...filedBody(), organizationId: brest, requesterId: yann.id }, yann);
    expect(evolve(ticket, other)).toBe(ticket);
  });
});

function filedBody() {
  if (filedMalfunction.type !== 'ticket.filed') throw new Error('Not a filing');
  return filedMalfunction;
}

test('nothing is changed in place', () => {
  const ticket = Object.freeze(ticketAfter(facts.answered(hour, true)));
  Object.freeze(ticket.pauses);
  expect(() => evolve(ticket, facts.replied(2 * hour))).not.toThrow();
});

describe('what is read off a ticket', () => {
  test('the work ended with the resolution, whether agreed to or not', () => {
    expect(endedAt(ticketAfter())).toBeNull();
    expect(endedAt(ticketAfter(facts.answered(1, true)))).toBeNull();
    expect(endedAt(ticketAfter(facts.resolved(hour)))).toBe(at(1));
    expect(endedAt(ticketAfter(facts.resolved(hour), facts.confirmed(9 * hour)))).toBe(at(1));
    expect(endedAt({ ...ticketAfter(), status: 'cancelled', cancelledAt: at(2) })).toBe(at(2));
  });

  test('the clock gets the filing, the priority, the pauses and the end', () => {
    expect(timed(ticketAfter(facts.answered(hour, true), facts.resolved(2 * hour)))).toEqual({
      filedAt: start,
      priority: 'urgent',
      pauses: [{ from: at(1), to: at(2) }],
      endedAt: at(2),
      firstAnswered: { at: at(1), priority: 'urgent' },
      assigned: null,
    });
  });

  test('the reference and the subject', () => {
    expect(formatReference(1042)).toBe('TEO-1042');
    expect(subjectOf(ticketAfter().answers)).toBe('Erreur 500 à la validation');
    expect(subjectOf({ subject: { kind: 'text', text: { written: null } } })).toBeNull();
    expect(subjectOf({ subject: { kind: 'choice', choice: 'other' } })).toBeNull();
    expect(subjectOf({})).toBeNull();
  });
});
