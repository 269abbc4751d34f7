import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../messages/en.js';
import { fr } from '../messages/fr.js';
import { rejectionMessage, rejectionMessages } from '../messages/rejections/rejection-message.js';
import { refOf } from '../people/actor.js';
import { serviceClock } from '../service-level/clock.js';
import { publishedPolicy } from '../service-level/policy.js';
import { type Attempt, attempts } from '../testing/arbitraries.js';
import { start } from '../testing/domain.js';
import { type Decision, decide } from './decide.js';
import { isPublic, type TicketEvent } from './events.js';
import { evolve, replay } from './evolve.js';
import type { RejectionCode } from './rejection.js';
import { endedAt, type Ticket, ticketStatuses, timed } from './ticket.js';
import { permission } from './transitions.js';
import { whoseTurn } from './whose-turn.js';

/** One attempt with the ticket as it stood before, what was decided, and the ticket afterwards. */
interface Step extends Attempt {
  readonly now: number;
  readonly before: Ticket | null;
  readonly decision: Decision;
  readonly after: Ticket | null;
  /** Everything that has happened up to here. */
  readonly events: readonly TicketEvent[];
}

function live(life: readonly Attempt[]): Step[] {
  const steps: Step[] = [];
  let now = start;
  let ticket: Ticket | null = null;
  let events: readonly TicketEvent[] = [];
  for (const attempt of life) {
    now += attempt.elapsed;
    const before: Ticket | null = ticket;
    const decision = decide(before, attempt.command, { actor: attempt.actor, now, policy: publishedPolicy });
    if (decision.ok) {
      events = [...events, ...decision.events];
      for (const event of decision.events) ticket = evolve(ticket, event);
    }
    steps.push({ ...attempt, now, before, decision, after: ticket, events });
  }
  return steps;
}

/** Holds `property` against every step of every generated life. */
function always(property: (step: Step) => void): void {
  fc.assert(
    fc.property(attempts, (life) => {
      for (const step of live(life)) property(step);
    }),
    { numRuns: 500 },
  );
}

describe('whatever is attempted, in whatever order and by whomever', () => {
  test('a ticket is what its history says', () => {
    always(({ after, events }) => {
      expect(replay(events)).toEqual(after);
      expect(after?.version ?? 0).toBe(events.length);
      expect(after?.publicVersion ?? 0).toBe(events.filter(isPublic).length);
      expect(after?.lastEventAt).toBe(events.at(-1)?.at);
      expect(after?.changedAt).toBe(events.filter(isPublic).at(-1)?.at);
    });
  });

  test('a ticket has the facts of its status and of no other', () => {
    always(({ after }) => {
      if (after === null) return;
      expect('resolution' in after).toBe(after.status === 'resolved' || after.status === 'closed');
      expect('resolvedAt' in after).toBe(after.status === 'resolved' || after.status === 'closed');
      expect('closedAt' in after).toBe(after.status === 'closed');
      expect('cancelledAt' in after).toBe(after.status === 'cancelled');
    });
  });

  test('a refused command changes nothing, and says why in both languages', () => {
    always(({ decision, before, after }) => {
      if (decision.ok) return;
      expect(after).toBe(before);
      for (const catalogue of [fr, en]) {
        expect(rejectionMessage(decision.rejection, catalogue)).toMatch(/^[^{}]{10,}$/);
      }
    });
  });

  test('each does what is theirs to do, and only people of the ticket’s organization touch it', () => {
    const ofRequesters = ['filed', 'replied', 'roll_back_step_ticked', 'confirmed', 'reopened', 'cancelled'];
    always(({ decision, actor, after }) => {
      if (!decision.ok) return;
      for (const event of decision.events) {
        expect(event.by).toEqual(refOf(actor));
        expect(ofRequesters.some((type) => event.type === `ticket.${type}`)).toBe(actor.kind === 'teomaster');
        expect(event.type === 'ticket.closed_by_time').toBe(actor.kind === 'system');
      }
      if (actor.kind === 'teomaster') expect(after?.organizationId).toBe(actor.organizationId);
    });
  });

  test('only a confirmed malfunction is transferred, once', () => {
    always(({ events }) => {
      const transfers = events.flatMap((event, place) =>
        event.type === 'ticket.transferred' ? [place] : [],
      );
      expect(transfers.length).toBeLessThanOrEqual(1);
      for (const place of transfers) {
        const tests = events.slice(0, place).filter((event) => event.type === 'ticket.reproduction_tested');
        expect(tests.at(-1)?.verdict).toBe('confirmed');
      }
    });
  });

  test('time never runs backwards in a history, even when the clock does', () => {
    always(({ before, decision, now }) => {
      if (!decision.ok) return;
      for (const { at } of decision.events) expect(at).toBe(Math.max(now, before?.lastEventAt ?? now));
    });
  });

  test('pauses are in order and apart; one is open exactly while the ticket is pending', () => {
    always(({ after }) => {
      if (after === null) return;
      let free = after.filedAt;
      for (const [place, { from, to }] of after.pauses.entries()) {
        expect(from).toBeGreaterThanOrEqual(free);
        if (to === null) expect(place).toBe(after.pauses.length - 1);
        else expect(to).toBeGreaterThanOrEqual(from);
        free = to ?? Number.POSITIVE_INFINITY;
      }
      expect(after.pauses.at(-1)?.to === null).toBe(after.status === 'pending');
    });
  });

  test('the clock stands still exactly while it is not the team’s turn', () => {
    always(({ after, events, now }) => {
      if (after === null) return;
      const end = endedAt(after) ?? Math.max(now, after.lastEventAt);
      const waited = events.map((event, place) => {
        const standing = replay(events.slice(0, place + 1));
        const until = Math.min(events[place + 1]?.at ?? end, end);
        const waits = standing !== null && whoseTurn(standing.status) !== 'team';
        return waits ? Math.max(0, until - event.at) : 0;
      });
      const { pausedMs } = serviceClock(timed(after), publishedPolicy, end);
      expect(pausedMs).toBe(waited.reduce((total, part) => total + part, 0));
    });
  });

  const ofWords: readonly RejectionCode[] = [
    ...([
      'fields_invalid',
      'assignee_not_in_service',
      'same_priority',
      'same_type',
      'type_not_offered',
    ] as const),
    ...(['own_service', 'already_consulted', 'no_open_consultation', 'not_in_service'] as const),
    ...(['no_such_step', 'step_out_of_order'] as const),
  ];

  test('what the table of transitions refuses is refused, for that reason; what it grants fails by its words alone', () => {
    always(({ before, command, actor, decision, now }) => {
      if (before === null || command.type === 'file') return;
      const allowed = permission(command.type, before, { actor, now, policy: publishedPolicy });
      if (!allowed.ok) expect(decision).toEqual(allowed);
      else if (!decision.ok) expect(ofWords).toContain(decision.rejection.code);
      if (actor.kind === 'teomaster' && actor.organizationId !== before.organizationId) {
        expect(allowed.ok).toBe(false);
      }
    });
  });

  test('no event holds words that were only white space, or white space around words', () => {
    always(({ decision }) => {
      const text = JSON.stringify(decision.ok ? decision.events : []);
      for (const [, written] of text.matchAll(/"written":("(?:[^"\\]|\\.)*")/g)) {
        const words: string = JSON.parse(written ?? '""');
        expect(words).toBe(words.trim());
      }
    });
  });
});

test('the generated lives reach every status, every kind of event and every reason for a refusal', () => {
  const steps = fc.sample(attempts, { numRuns: 400, seed: 1 }).flatMap(live);
  const events = steps.flatMap(({ events: all }) => all.map(({ type }) => type));
  expect(new Set(events).size).toBe(20);
  expect(new Set(steps.flatMap(({ after }) => after?.status ?? []))).toEqual(new Set(ticketStatuses));
  const codes = steps.flatMap(({ decision }) => (decision.ok ? [] : decision.rejection.code));
  const ofPairs = ['ticket_merged', 'ticket_carried', 'same_ticket', 'other_organization', 'has_duplicates'];
  const alsoOfPairs = ['not_merged', 'carrier_not_confirmed', 'other_unavailable', 'not_carried'];
  const aboutLinks = ['already_linked', 'not_linked'];
  const ofRegisters = ['not_in_charge', 'training_withdrawn', 'trial_ended'];
  const single = Object.keys(rejectionMessages.fr).filter(
    (code) => ![...ofPairs, ...alsoOfPairs, ...aboutLinks, ...ofRegisters].includes(code),
  );
  expect(new Set(codes)).toEqual(new Set(single));
});
