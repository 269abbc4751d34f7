import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketId } from '../people/ids.js';
import { services } from '../people/service.js';
import { priorities } from '../priority/priority.js';
import { claire, day, sofia, start, time } from '../testing/domain.js';
import { event, facts, filed } from '../testing/facts.js';
import { live, lives } from '../testing/world.js';
import { ticketTypes } from '../ticket-types/index.js';
import { isPublic, type TicketEvent } from './events.js';
import { evolve } from './evolve.js';
import { verdicts } from './reproduction.js';
import type { Ticket } from './ticket.js';

const ids = fc.constantFrom('tk_0', 'tk_1', 'tk_2', 'tk_9').map(ticketId);
const after = fc.integer({ min: -day, max: 40 * day });

/** Any event at any time, whether or not it fits. */
const anyEvent: fc.Arbitrary<TicketEvent> = fc
  .record({
    after,
    id: ids,
    yes: fc.boolean(),
    step: fc.integer({ min: -1, max: 3 }),
    type: fc.constantFrom(...ticketTypes),
    service: fc.constantFrom(...services),
    priority: fc.constantFrom(...priorities),
    verdict: fc.constantFrom(...verdicts),
    kind: fc.nat({ max: 32 }),
    by: fc.constantFrom(claire, sofia, time),
  })
  .map(({ after, id, yes, step, type, service, priority, verdict, kind, by }) => {
    const all: TicketEvent[] = [
      filed(type),
      facts.answered(after, yes),
      facts.replied(after),
      facts.assigned(service, yes ? sofia : null, after),
      facts.tested(verdict, after),
      facts.transferred(after),
      facts.reprioritised(priority, after),
      facts.requalified(type, after),
      facts.consulted(service, after),
      facts.viewGiven(step, after),
      facts.viewsCrossed(service, after),
      facts.guided(yes ? ['Ouvrir', 'Annuler'] : ['Annuler'], after),
      facts.ticked(step, yes, after),
      facts.ruledOut(after),
      facts.merged(after, id),
      facts.unmerged(after, id),
      facts.duplicateAdded(after, id),
      facts.duplicateRemoved(after, id),
      facts.carried(after, id),
      facts.released(after),
      facts.carriedAdded(after, id),
      facts.carriedRemoved(after, id),
      facts.linked(after, id),
      facts.unlinked(after, id),
      facts.resolved(after),
      facts.confirmed(after),
      facts.closedByTime(after),
      facts.reopened(after),
      facts.cancelled(after),
      facts.noted(after),
      event(
        { type: 'target.approaching', target: 'resolution', priority, dueAt: start + after },
        by,
        start + after,
      ),
      event(
        { type: 'target.missed', target: 'assignment', priority, dueAt: start + after },
        by,
        start + after,
      ),
      event({ type: 'ticket.assigned', service, agentId: null }, by, start + after),
    ];
    return all[kind] ?? facts.noted(after);
  });

/** The facts that only some statuses have, by the status in which they stand. */
function fits(ticket: Ticket): boolean {
  const resolved = ticket.status === 'resolved' || ticket.status === 'closed';
  return (
    'resolvedAt' in ticket === resolved &&
    'resolution' in ticket === resolved &&
    'closedAt' in ticket === (ticket.status === 'closed') &&
    'cancelledAt' in ticket === (ticket.status === 'cancelled') &&
    (ticket.pauses.at(-1)?.to === null) === (ticket.status === 'pending') &&
    ticket.pauses.slice(0, -1).every(({ to }) => to !== null)
  );
}

test('whatever events come, in whatever order, a ticket stays one: nothing throws, each is counted, its facts fit', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(lives, fc.array(anyEvent, { maxLength: 40 }), fc.nat({ max: 4 }), (life, events, place) => {
      const begun = live(life).at(-1)?.after.get(`tk_${place}`)?.ticket ?? null;
      events.reduce<Ticket | null>((ticket, next) => {
        const evolved = evolve(ticket, next);
        if (ticket === null || evolved === null) {
          expect(evolved === null).toBe(ticket === null && next.type !== 'ticket.filed');
          return evolved;
        }
        const counts = next.type === 'ticket.filed' ? 0 : 1;
        expect(evolved.version).toBe(ticket.version + counts);
        expect(evolved.publicVersion).toBe(ticket.publicVersion + (isPublic(next) ? counts : 0));
        expect(fits(evolved)).toBe(true);
        return evolved;
      }, begun);
    }),
    { numRuns: 200 },
  );
});
