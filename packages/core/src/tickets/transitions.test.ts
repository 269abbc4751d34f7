import { describe, expect, test } from 'vitest';
import type { Actor } from '../people/actor.js';
import { services } from '../people/service.js';
import { giver } from '../testing/commands.js';
import { claire, context, day, hour, karim, sofia, staff, start, time, yann } from '../testing/domain.js';
import { facts, filed, filedMalfunction, filedMishandling } from '../testing/facts.js';
import { write } from '../text/written.js';
import type { TicketEvent } from './events.js';
import { replay } from './evolve.js';
import { type Ticket, type TicketStatus, ticketStatuses } from './ticket.js';
import {
  permission,
  possibleCommands,
  type TransitionName,
  transitionNames,
  transitions,
} from './transitions.js';

/** A person who belongs to every service, so that nothing but the ticket stands in the way. */
const ada = staff('st_ada', ...services);
const now = start + 10 * day;

function ticketOf(...events: readonly TicketEvent[]): Ticket {
  const ticket = replay(events);
  if (ticket === null) throw new Error('The history makes no ticket');
  return ticket;
}

/** A ticket to which a command can be given, whatever its status. */
function readyFor(command: TransitionName): Ticket {
  switch (command) {
    case 'transfer':
      return ticketOf(filedMalfunction, facts.tested('confirmed'));
    case 'guide_roll_back':
    case 'rule_out_roll_back':
    case 'tick_roll_back_step':
      return ticketOf(filedMishandling, facts.guided(['Annuler l’import']));
    case 'answer_consultation':
      return ticketOf(filedMalfunction, facts.consulted('technical'));
    case 'unmerge':
      return ticketOf(filedMalfunction, facts.merged());
    case 'release':
      return ticketOf(filedMalfunction, facts.carried());
    case 'unlink':
      return ticketOf(filedMalfunction, facts.linked());
    default:
      return ticketOf(filedMalfunction);
  }
}

/** The same ticket in another status; resolved nine days ago where it is. */
function inStatus(ticket: Ticket, status: TicketStatus): Ticket {
  const resolution = { resolution: write('Corrigé'), resolvedAt: start + day };
  switch (status) {
    case 'new':
    case 'open':
    case 'pending':
      return { ...ticket, status };
    case 'resolved':
      return { ...ticket, status, ...resolution };
    case 'closed':
      return { ...ticket, status, ...resolution, closedAt: start + 2 * day };
    case 'cancelled':
      return { ...ticket, status, cancelledAt: start + day };
  }
}

function outcome(command: TransitionName, ticket: Ticket, actor: Actor, at = now): string {
  const allowed = permission(command, ticket, context({ actor, now: at }));
  return allowed.ok ? 'yes' : allowed.rejection.code;
}

function giverOf(command: TransitionName): Actor {
  const usual = giver[command];
  return usual.kind === 'staff' ? ada : usual;
}

describe('from which status each command can be given', () => {
  //                            new  open pending resolved closed cancelled
  const table: Record<TransitionName, string> = {
    reply: '                    yes  yes  yes     -        -      -',
    tick_roll_back_step: '      yes  yes  yes     -        -      -',
    confirm: '                  -    -    -       yes      -      -',
    reopen: '                   -    -    -       yes      yes    -',
    cancel: '                   yes  yes  yes     -        -      -',
    answer: '                   yes  yes  yes     -        -      -',
    write_note: '               yes  yes  yes     yes      yes    yes',
    assign: '                   yes  yes  yes     -        -      -',
    record_reproduction_test: ' yes  yes  yes     -        -      -',
    transfer: '                 yes  yes  yes     -        -      -',
    reprioritise: '             yes  yes  yes     -        -      -',
    requalify: '                yes  yes  yes     -        -      -',
    consult: '                  yes  yes  yes     -        -      -',
    answer_consultation: '      yes  yes  yes     yes      yes    yes',
    guide_roll_back: '          yes  yes  yes     -        -      -',
    rule_out_roll_back: '       yes  yes  yes     -        -      -',
    resolve: '                  yes  yes  yes     -        -      -',
    merge: '                    yes  yes  yes     -        -      -',
    unmerge: '                  yes  yes  yes     yes      yes    yes',
    carry: '                    yes  yes  yes     -        -      -',
    release: '                  yes  yes  yes     yes      yes    yes',
    link: '                     yes  yes  yes     yes      yes    yes',
    unlink: '                   yes  yes  yes     yes      yes    yes',
    close_by_time: '            -    -    -       yes      -      -',
    raise_alarms: '             yes  yes  yes     -        -      -',
  };

  test.each(Object.entries(table))('%s', (name, row) => {
    const command = transitionNames.find((candidate) => candidate === name);
    if (command === undefined) throw new Error(`No such command: ${name}`);
    const expected = row
      .trim()
      .split(/\s+/)
      .map((cell) => (cell === '-' ? 'wrong_status' : cell));
    const ticket = readyFor(command);
    expect(
      ticketStatuses.map((status) => outcome(command, inStatus(ticket, status), giverOf(command))),
    ).toEqual(expected);
  });

  test('the table has every command but the filing', () => {
    expect([...transitionNames].sort()).toEqual(Object.keys(table).sort());
  });
});

describe('by whom', () => {
  const reserved = { teomaster: 'teomaster_only', staff: 'staff_only', system: 'system_only' } as const;

  test.each(transitionNames)('%s is for one kind of actor, in every status', (command) => {
    const { by } = transitions[command];
    for (const status of ticketStatuses) {
      const ticket = inStatus(readyFor(command), status);
      for (const actor of [claire, ada, time]) {
        const byItself = actor.kind === 'system' && ['unmerge', 'release'].includes(command);
        if (actor.kind !== by && !byItself) expect(outcome(command, ticket, actor)).toBe(reserved[by]);
      }
    }
  });

  test.each(transitionNames)('%s is as open to a colleague as to the requester', (command) => {
    for (const status of ticketStatuses) {
      const ticket = inStatus(readyFor(command), status);
      expect(outcome(command, ticket, karim)).toBe(outcome(command, ticket, claire));
    }
  });

  test.each(transitionNames)('%s is never open to a téomaster of another organization', (command) => {
    const { by } = transitions[command];
    for (const status of ticketStatuses) {
      const ticket = inStatus(readyFor(command), status);
      expect(outcome(command, ticket, yann)).toBe(
        by === 'teomaster' ? 'not_your_organization' : reserved[by],
      );
    }
  });
});

test('a refusal for the status names the status', () => {
  expect(permission('resolve', inStatus(readyFor('resolve'), 'closed'), context({ now }))).toEqual({
    ok: false,
    rejection: { code: 'wrong_status', status: 'closed' },
  });
});

describe('a ticket that was merged', () => {
  const ticket = ticketOf(
    filedMalfunction,
    facts.consulted('technical'),
    facts.linked(),
    facts.carried(),
    facts.merged(),
  );

  test('goes on elsewhere: nothing is done with it but to take that back, to note, to answer and to link', () => {
    const open = transitionNames.filter(
      (command) => outcome(command, ticket, giverOf(command)) !== 'ticket_merged',
    );
    expect(open).toEqual(['write_note', 'answer_consultation', 'unmerge', 'release', 'link', 'unlink']);
  });
});

describe('conditions beyond the status', () => {
  const question = ticketOf(filed('usage_question'));
  const malfunction = ticketOf(filedMalfunction);
  const confirmed = ticketOf(filedMalfunction, facts.tested('confirmed'));
  const mishandling = ticketOf(filedMishandling);

  test.each<[string, TransitionName, Ticket, string]>([
    ['a usage question is neither tested', 'record_reproduction_test', question, 'type_not_tested'],
    ['nor transferred', 'transfer', question, 'type_not_tested'],
    ['nor rolled back', 'guide_roll_back', question, 'type_not_rolled_back'],
    ['nor is its roll-back ruled out', 'rule_out_roll_back', question, 'type_not_rolled_back'],
    ['an untested malfunction is not transferred', 'transfer', malfunction, 'verdict_not_confirmed'],
    [
      'nor one that was not reproduced',
      'transfer',
      ticketOf(filedMalfunction, facts.tested('not_reproduced')),
      'verdict_not_confirmed',
    ],
    [
      'nor one that is no bug',
      'transfer',
      ticketOf(filedMalfunction, facts.tested('not_a_bug')),
      'verdict_not_confirmed',
    ],
    [
      'nor one that was',
      'transfer',
      ticketOf(filedMalfunction, facts.tested('confirmed'), facts.transferred()),
      'already_transferred',
    ],
    ['a confirmed one is', 'transfer', confirmed, 'yes'],
    ['a mishandling is not resolved before its roll-back', 'resolve', mishandling, 'roll_back_missing'],
    ['it is once guided', 'resolve', ticketOf(filedMishandling, facts.guided(['Annuler'])), 'yes'],
    ['it is once ruled out', 'resolve', ticketOf(filedMishandling, facts.ruledOut()), 'yes'],
    ['it is if a malfunction carries it', 'resolve', ticketOf(filedMishandling, facts.carried()), 'yes'],
    ['a step is ticked where there are steps', 'tick_roll_back_step', mishandling, 'no_such_step'],
    [
      'and not where there are none',
      'tick_roll_back_step',
      ticketOf(filedMishandling, facts.ruledOut()),
      'no_such_step',
    ],
    ['a view is given where one was asked for', 'answer_consultation', malfunction, 'no_open_consultation'],
    [
      'and once',
      'answer_consultation',
      ticketOf(filedMalfunction, facts.consulted('technical'), facts.viewGiven()),
      'no_open_consultation',
    ],
    [
      'a ticket with duplicates is not merged',
      'merge',
      ticketOf(filedMalfunction, facts.duplicateAdded()),
      'has_duplicates',
    ],
    [
      'nor one that carries others',
      'merge',
      ticketOf(filedMalfunction, facts.carriedAdded()),
      'has_duplicates',
    ],
    ['a ticket is carried by one', 'carry', ticketOf(filedMalfunction, facts.carried()), 'ticket_carried'],
    [
      'and not while it carries others',
      'carry',
      ticketOf(filedMalfunction, facts.carriedAdded()),
      'ticket_carried',
    ],
    [
      'a view is given by the service that was asked',
      'answer_consultation',
      ticketOf(filedMalfunction, facts.consulted('technical')),
      'yes',
    ],
    ['nothing is alarming before its time', 'raise_alarms', { ...malfunction, filedAt: now }, 'not_due'],
    ['what is not merged is not unmerged', 'unmerge', malfunction, 'not_merged'],
    ['what is not carried is not released', 'release', malfunction, 'not_carried'],
    ['what is not linked is not unlinked', 'unlink', malfunction, 'not_linked'],
  ])('%s', (_sentence, command, ticket, code) => {
    const actor = giverOf(command);
    expect(outcome(command, ticket, actor)).toBe(code);
  });
});

describe('windows of time, counted in days of the calendar from the resolution', () => {
  const resolved = ticketOf(filedMalfunction, facts.resolved(hour));
  const closed = ticketOf(filedMalfunction, facts.resolved(hour), facts.confirmed(2 * hour));

  test('a ticket can be reopened for thirty days, the last instant included, closed or not', () => {
    for (const ticket of [resolved, closed]) {
      expect(outcome('reopen', ticket, claire, start + hour + 30 * day)).toBe('yes');
      expect(outcome('reopen', ticket, claire, start + hour + 30 * day + 1)).toBe('reopen_window_over');
    }
  });

  test('it is closed by time from the seventh day on', () => {
    expect(outcome('close_by_time', resolved, time, start + hour + 7 * day - 1)).toBe('not_due');
    expect(outcome('close_by_time', resolved, time, start + hour + 7 * day)).toBe('yes');
  });

  test('across a change of daylight saving the time of day stays', () => {
    const filedAt = Date.parse('2026-03-27T09:00:00Z');
    const ticket: Ticket = {
      ...ticketOf(filedMalfunction),
      filedAt,
      status: 'resolved',
      resolution: write('Corrigé'),
      resolvedAt: filedAt,
    };
    expect(outcome('close_by_time', ticket, time, Date.parse('2026-04-03T07:59:59Z'))).toBe('not_due');
    expect(outcome('close_by_time', ticket, time, Date.parse('2026-04-03T08:00:00Z'))).toBe('yes');
  });
});

describe('what is possible', () => {
  test('is what the table grants, no more and no less', () => {
    const ticket = ticketOf(filedMalfunction, facts.answered());
    for (const actor of [claire, yann, sofia, time]) {
      const asked = context({ actor, now });
      expect(possibleCommands(ticket, asked)).toEqual(
        transitionNames.filter((name) => permission(name, ticket, asked).ok),
      );
    }
    expect(possibleCommands(ticket, context({ actor: claire, now }))).toEqual(['reply', 'cancel']);
    expect(possibleCommands(ticket, context({ actor: yann, now }))).toEqual([]);
  });
});
