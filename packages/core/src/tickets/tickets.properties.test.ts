import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../messages/en.js';
import { fr } from '../messages/fr.js';
import { rejectionMessage, rejectionMessages } from '../messages/rejections/rejection-message.js';
import { serviceClock } from '../service-level/clock.js';
import { publishedPolicy } from '../service-level/policy.js';
import { sofia } from '../testing/domain.js';
import { brokenIn } from '../testing/invariants.js';
import { attempt, idOf, isPairCommand, type Lived, live, lives, type Moment } from '../testing/world.js';
import type { TicketCommandType } from './commands.js';
import { replay } from './evolve.js';
import type { RejectionCode } from './rejection.js';
import { endedAt, type Ticket, ticketStatuses, timed } from './ticket.js';
import { permission, possibleCommands, transitionNames } from './transitions.js';
import { whoseTurn } from './whose-turn.js';

/** Long enough for a machine that does other things at the same time. */
const patience = 60_000;

/** Holds `property` against every moment of every generated life. */
function always(property: (moment: Moment) => void, numRuns = 150): void {
  fc.assert(
    fc.property(lives, (life) => {
      for (const moment of live(life)) property(moment);
    }),
    { numRuns },
  );
}

/** The same for each ticket as it stands when the life ends. */
function inTheEnd(property: (lived: Lived, now: number) => void, numRuns = 150): void {
  fc.assert(
    fc.property(lives, (life) => {
      const last = live(life).at(-1);
      for (const lived of last?.after.values() ?? []) property(lived, last?.now ?? 0);
    }),
    { numRuns },
  );
}

const ofRequesters: readonly string[] = [
  'file',
  'reply',
  'tick_roll_back_step',
  'confirm',
  'reopen',
  'cancel',
];
const ofTime: readonly string[] = ['close_by_time', 'raise_alarms'];
/** They follow by themselves from a change of another ticket, too. */
const ofBoth: readonly string[] = ['unmerge', 'release'];

describe('whatever is attempted on several tickets, in whatever order and by whomever', {
  timeout: patience,
}, () => {
  test('nothing that is always true of a ticket is ever broken', () => {
    always(({ after, before }) => {
      if (after !== before) expect(brokenIn(after)).toEqual([]);
    }, 300);
  });

  test('a ticket is what its history says', () => {
    inTheEnd(({ ticket, events }) => expect(replay(events)).toEqual(ticket));
  });

  test('a refused command changes nothing, and says why in both languages', () => {
    always(({ rejection, before, after }) => {
      if (rejection === null) return;
      expect(after).toBe(before);
      for (const catalogue of [fr, en])
        expect(rejectionMessage(rejection, catalogue)).toMatch(/^[^{}]{10,}$/);
    });
  });

  test('each does what is theirs to do: a téomaster never what no téomaster may, and nothing elsewhere', () => {
    always(({ rejection, actor, command, on, after }) => {
      if (rejection !== null) return;
      expect(ofRequesters.includes(command.type)).toBe(actor.kind === 'teomaster');
      if (actor.kind === 'system') expect([...ofTime, ...ofBoth]).toContain(command.type);
      else expect(ofTime).not.toContain(command.type);
      if (actor.kind !== 'teomaster') return;
      expect(after.get(idOf(on))?.ticket.organizationId).toBe(actor.organizationId);
    });
  });

  test('what the table refuses is refused, for that reason; what it grants fails by its words or its other end alone', () => {
    const byWords: readonly RejectionCode[] = [
      'fields_invalid',
      ...(['assignee_not_in_service', 'transfer_needed', 'same_priority', 'same_type'] as const),
      ...(['type_not_offered', 'own_service', 'already_consulted', 'no_open_consultation'] as const),
      ...(['not_in_service', 'no_such_step', 'step_out_of_order'] as const),
    ];
    const byTheOtherEnd: readonly RejectionCode[] = [
      ...(['same_ticket', 'other_organization', 'other_unavailable', 'not_merged'] as const),
      ...([
        'carrier_not_confirmed',
        'not_carried',
        'already_linked',
        'not_linked',
        'ticket_missing',
      ] as const),
    ];
    always(({ before, command, actor, now, rejection, on }) => {
      const ticket = before.get(idOf(on))?.ticket;
      if (ticket === undefined || command.type === 'file') return;
      const context = { actor, now, policy: publishedPolicy };
      const allowed = permission(command.type, ticket, context);
      expect(possibleCommands(ticket, context).includes(command.type)).toBe(allowed.ok);
      if (!allowed.ok) {
        if (rejection?.code !== 'ticket_missing') expect(rejection).toEqual(allowed.rejection);
      } else if (rejection !== null) {
        expect(isPairCommand(command) ? byTheOtherEnd : byWords).toContain(rejection.code);
      }
    });
  });

  test('the clock stands still exactly while it is not the team’s turn', () => {
    inTheEnd(({ ticket, events }, now) => {
      const end = endedAt(ticket) ?? Math.max(now, ticket.lastEventAt);
      let standing: Ticket | null = null;
      let waited = 0;
      for (const [place, event] of events.entries()) {
        standing = replay(events.slice(0, place + 1));
        const until = Math.min(events[place + 1]?.at ?? end, end);
        const waits = standing !== null && whoseTurn(standing.status) !== 'team';
        if (waits) waited += Math.max(0, until - event.at);
      }
      expect(serviceClock(timed(ticket), publishedPolicy, end).pausedMs).toBe(waited);
    }, 80);
  });

  test('only the team stops the clock', () => {
    inTheEnd(({ events }) => {
      for (const [place, { by }] of events.entries()) {
        const [before, after] = [replay(events.slice(0, place)), replay(events.slice(0, place + 1))];
        if (before?.status !== 'pending' && after?.status === 'pending') expect(by.kind).toBe('staff');
      }
    }, 60);
  });

  test('what happens by itself is neither an answer nor an assignment', () => {
    inTheEnd(({ ticket, events }) => {
      const written = ['answered', 'requalified', 'roll_back_guided', 'roll_back_ruled_out', 'resolved'];
      const given = ['assigned', 'transferred', 'requalified'];
      const first = (types: readonly string[]) =>
        events.find(({ type, by }) => by.kind === 'staff' && types.some((name) => type === `ticket.${name}`));
      expect(ticket.firstAnswered?.at).toBe(first(written)?.at);
      expect(ticket.assigned?.at).toBe(first(given)?.at);
    });
  });

  test('a merge undone restores both tickets exactly', () => {
    const places = fc.nat({ max: 4 });
    fc.assert(
      fc.property(lives, places, places, fc.nat({ max: 1e9 }), (life, on, other, later) => {
        const last = live(life).at(-1);
        if (last === undefined) return;
        const tried = { on, with: other, actor: sofia, elapsed: 0 };
        const merged = attempt(last.after, { ...tried, command: { type: 'merge' } }, last.now);
        if (merged.rejection !== null) return;
        const undone = attempt(merged.world, { ...tried, command: { type: 'unmerge' } }, last.now + later);
        expect(undone.rejection).toBeNull();
        for (const place of [on, other]) {
          expect(exceptStamps(undone.world.get(idOf(place))?.ticket)).toEqual(
            exceptStamps(last.after.get(idOf(place))?.ticket),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Everything but what counts and dates the events. */
function exceptStamps(ticket: Ticket | undefined) {
  if (ticket === undefined) return undefined;
  const { version: _, publicVersion: __, changedAt: ___, lastEventAt: ____, ...facts } = ticket;
  return facts;
}

test('the generated lives reach every status, every kind of event, every command and every reason for a refusal', {
  timeout: patience,
}, () => {
  const moments = fc.sample(lives, { numRuns: 300, seed: 7 }).flatMap(live);
  const worlds = moments.filter(
    (_moment, place) => moments[place + 1]?.before.size === 0 || place === moments.length - 1,
  );
  const lived = worlds.flatMap(({ after }) => [...after.values()]);
  const events = new Set(lived.flatMap((one) => one.events.map(({ type }) => type)));
  expect([...events].sort()).toEqual([...everyEvent].sort());
  const statuses = moments.flatMap(({ after, on }) => after.get(idOf(on))?.ticket.status ?? []);
  expect(new Set(statuses)).toEqual(new Set(ticketStatuses));
  const accepted = moments.flatMap(({ rejection, command }) => (rejection === null ? command.type : []));
  expect(new Set(accepted)).toEqual(new Set<TicketCommandType | string>(['file', ...transitionNames]));
  const codes = moments.flatMap(({ rejection }) => rejection?.code ?? []);
  const ofTickets = Object.keys(rejectionMessages.fr).filter((code) => !ofOthers.includes(code));
  expect([...new Set(codes)].sort()).toEqual(ofTickets.sort());
});

/** What is refused elsewhere than on a ticket. */
const ofOthers = [
  ...['not_in_charge', 'training_withdrawn', 'trial_ended'],
  ...['article_missing', 'article_not_published', 'comment_missing', 'no_draft'],
  ...['mask_unsettled', 'maskable_found', 'not_submitted', 'ticket_not_resolved'],
  ...['review_by_another', 'review_missing'],
  ...['request_exists', 'request_missing', 'request_merged', 'request_hidden', 'request_has_merged'],
  ...['request_not_merged', 'same_request', 'other_request_unavailable', 'no_such_comment', 'voting_over'],
  ...['not_implemented', 'not_concerned', 'rationale_without_substance', 'same_decision_again'],
  ...['request_not_decidable', 'review_published', 'review_not_yet', 'nothing_drafted'],
];

const everyEvent = [
  ...['filed', 'answered', 'replied', 'assigned', 'reproduction_tested', 'transferred', 'reprioritised'],
  ...['requalified', 'roll_back_guided', 'roll_back_step_ticked', 'roll_back_ruled_out', 'views_crossed'],
  ...['merged', 'unmerged', 'duplicate_added', 'duplicate_removed', 'carried', 'released', 'resolved'],
  ...['confirmed', 'closed_by_time', 'reopened', 'cancelled'],
]
  .map((name) => `ticket.${name}`)
  .concat('internal_note.written', 'consultation.asked', 'consultation.answered')
  .concat('carried_ticket.added', 'carried_ticket.removed', 'link.added', 'link.removed')
  .concat('target.approaching', 'target.missed');
