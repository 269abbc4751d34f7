import { describe, expect, test } from 'vitest';
import { claire, karim, lyon, sofia, yann } from '../testing/domain.js';
import { type TicketStatus, ticketStatuses } from './ticket.js';
import { permission, type Standing, type TransitionName, transitions } from './transitions.js';

const names: TransitionName[] = [
  'reply',
  'confirm',
  'reopen',
  'answer',
  'write_note',
  'assign',
  'record_reproduction_test',
  'transfer',
  'resolve',
];

/** A malfunction whose test confirmed the bug: nothing but its status stands in the way. */
function standing(status: TicketStatus, changes: Partial<Standing> = {}): Standing {
  return {
    type: 'malfunction',
    status,
    organizationId: lyon,
    verdict: 'confirmed',
    transferredAt: null,
    ...changes,
  };
}

function outcome(command: TransitionName, status: TicketStatus, actor: typeof claire | typeof sofia): string {
  const allowed = permission(command, standing(status), actor);
  return allowed.ok ? 'yes' : allowed.rejection.code;
}

test('the table has every command but the filing', () => {
  expect(Object.keys(transitions).sort()).toEqual([...names].sort());
});

describe('who may do what, in which status', () => {
  //                            new    open   pending resolved closed cancelled
  const forTeomasters: Record<TransitionName, string> = {
    reply: '                    yes    yes    yes     -        -      -',
    confirm: '                  -      -      -       yes      -      -',
    reopen: '                   -      -      -       yes      -      -',
    answer: '                   staff  staff  staff   staff    staff  staff',
    write_note: '               staff  staff  staff   staff    staff  staff',
    assign: '                   staff  staff  staff   staff    staff  staff',
    record_reproduction_test: ' staff  staff  staff   staff    staff  staff',
    transfer: '                 staff  staff  staff   staff    staff  staff',
    resolve: '                  staff  staff  staff   staff    staff  staff',
  };
  const forStaff: Record<TransitionName, string> = {
    reply: '                    tm     tm     tm      tm       tm     tm',
    confirm: '                  tm     tm     tm      tm       tm     tm',
    reopen: '                   tm     tm     tm      tm       tm     tm',
    answer: '                   yes    yes    yes     -        -      -',
    write_note: '               yes    yes    yes     yes      yes    yes',
    assign: '                   yes    yes    yes     -        -      -',
    record_reproduction_test: ' yes    yes    yes     -        -      -',
    transfer: '                 yes    yes    yes     -        -      -',
    resolve: '                  yes    yes    yes     -        -      -',
  };
  const codes: Record<string, string> = {
    yes: 'yes',
    '-': 'wrong_status',
    staff: 'staff_only',
    tm: 'teomaster_only',
  };

  describe.each(names)('%s', (name) => {
    test.each([
      ['the requester', claire, forTeomasters],
      ['a colleague of the requester', karim, forTeomasters],
      ['a person of the team', sofia, forStaff],
    ] as const)('by %s', (_who, actor, table) => {
      const expected = table[name]
        .trim()
        .split(/\s+/)
        .map((cell) => codes[cell]);
      expect(ticketStatuses.map((status) => outcome(name, status, actor))).toEqual(expected);
    });
  });
});

test.each(names)('%s is never permitted to a téomaster of another organization', (name) => {
  for (const status of ticketStatuses) {
    expect(['staff_only', 'not_your_organization']).toContain(outcome(name, status, yann));
  }
});

test('that it is another organization’s ticket is said before its status could be told', () => {
  expect(outcome('confirm', 'open', yann)).toBe('not_your_organization');
});

test('a refusal for the status names the status', () => {
  expect(permission('resolve', standing('closed'), sofia)).toEqual({
    ok: false,
    rejection: { code: 'wrong_status', status: 'closed' },
  });
});

describe('conditions beyond the status', () => {
  test.each([
    [
      'a usage question is neither tested',
      'record_reproduction_test',
      { type: 'usage_question' },
      'type_not_tested',
    ],
    ['nor transferred', 'transfer', { type: 'usage_question' }, 'type_not_tested'],
    ['an untested malfunction is not transferred', 'transfer', { verdict: null }, 'verdict_not_confirmed'],
    ['nor one that was not reproduced', 'transfer', { verdict: 'not_reproduced' }, 'verdict_not_confirmed'],
    ['nor one that is no bug', 'transfer', { verdict: 'not_a_bug' }, 'verdict_not_confirmed'],
    ['nor one that was transferred', 'transfer', { transferredAt: 1 }, 'already_transferred'],
    [
      'nor one that was, seen as the API tells it',
      'transfer',
      { transferredAt: '2026-06-01T08:00:00Z' },
      'already_transferred',
    ],
  ] as const)('%s', (_sentence, name, changes, code) => {
    expect(permission(name, standing('open', changes), sofia)).toMatchObject({ rejection: { code } });
  });
});
