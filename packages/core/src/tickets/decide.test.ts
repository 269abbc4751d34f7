import { describe, expect, test } from 'vitest';
import { publishedPolicy } from '../service-level/policy.js';
import { answerWith, assignTo, reproductionTest } from '../testing/commands.js';
import { hour, hugo, start } from '../testing/domain.js';
import { facts, filedMalfunction } from '../testing/facts.js';
import { given } from '../testing/scenario.js';
import { issue } from '../ticket-types/field-issue.js';
import type { TicketCommand } from './commands.js';
import { decide } from './decide.js';
import { replay } from './evolve.js';
import { maxMessageLength } from './steps/words.js';

const now = start + hour;
const tooLong = 'x'.repeat(maxMessageLength + 1);

describe.each<TicketCommand>([
  answerWith('Bonjour'),
  assignTo('technical'),
  reproductionTest(),
  { type: 'reply', text: 'Voici', files: [] },
  { type: 'write_note', text: 'Note' },
  { type: 'transfer', reason: '' },
  { type: 'resolve', resolution: 'Corrigé' },
  { type: 'confirm' },
  { type: 'reopen', reason: 'Non' },
])('given nothing, when $type comes', (command) => {
  test('then it is refused, as there is no ticket', () => {
    given().when(command).refusedWith('ticket_missing');
  });
});

describe('words that a command needs', () => {
  test.each<[string, (text: string) => TicketCommand]>([
    ['text', (text) => answerWith(text)],
    ['text', (text) => ({ type: 'reply', text, files: [] })],
    ['text', (text) => ({ type: 'write_note', text })],
    ['resolution', (text) => ({ type: 'resolve', resolution: text })],
  ])('%s: blank is refused, too long is refused, the bound itself is not', (name, command) => {
    given(filedMalfunction)
      .when(command(' \n '))
      .refusedAt(issue([name], 'required'));
    given(filedMalfunction)
      .when(command(tooLong))
      .refusedAt(issue([name], 'too_long', { max: maxMessageLength }));
    given(filedMalfunction)
      .when(command(` ${'x'.repeat(maxMessageLength)} `))
      .leadsToOne({});
  });
});

describe('the stamp of an event', () => {
  test('a clock that was set back does not make the history run backwards', () => {
    given(filedMalfunction, facts.noted(3 * hour))
      .when(answerWith('Bonjour'), { now: start - hour })
      .leadsToOne({ at: start + 3 * hour });
  });

  test('names who gave the command by id alone', () => {
    const decision = decide(replay([filedMalfunction]), answerWith('Bonjour'), {
      actor: { ...hugo, role: 'admin' },
      now,
      policy: publishedPolicy,
    });
    expect(decision).toMatchObject({ events: [{ by: { kind: 'staff', id: hugo.id } }] });
    expect(decision).not.toHaveProperty('events.0.by.role');
  });
});
