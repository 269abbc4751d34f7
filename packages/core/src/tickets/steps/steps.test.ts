import { describe, expect, test } from 'vitest';
import { publishedPolicy } from '../../service-level/policy.js';
import {
  answerWith,
  assignTo,
  fileMalfunction,
  fileQuestion,
  malfunctionAnswers,
  reproductionTest,
} from '../../testing/commands.js';
import { amel, claire, hour, hugo, lyon, sofia, start, upload, yann } from '../../testing/domain.js';
import { event, facts, filedMalfunction, filedQuestion } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import type { TicketCommand } from '../commands.js';
import { decide } from '../decide.js';
import { replay } from '../evolve.js';
import { maxMessageLength } from './words.js';

const now = start + hour;
const tooLong = 'x'.repeat(maxMessageLength + 1);

describe('file', () => {
  test('given nothing, when a téomaster files a malfunction, then it is filed with the priority of its impact', () => {
    given()
      .when(fileMalfunction())
      .leadsToOne({
        type: 'ticket.filed',
        ticketType: 'malfunction',
        number: 1042,
        organizationId: lyon,
        requesterId: claire.id,
        priority: 'urgent',
        service: 'customer',
        policyVersion: '2026-01',
        at: now,
        by: { kind: 'teomaster', id: claire.id },
      });
  });

  test('the organization is that of whoever files, whatever else is said', () => {
    given().when(fileQuestion(), { actor: yann }).leadsToOne({ organizationId: yann.organizationId });
  });

  test('when a person of the team files, then it is refused', () => {
    given().when(fileMalfunction(), { actor: sofia }).refusedWith('teomaster_only');
  });

  test('given a ticket, when it is filed again, then it is refused', () => {
    given(filedMalfunction).when(fileMalfunction()).refusedWith('ticket_exists');
  });

  test('when answers are missing, then each is named', () => {
    const { subject: _subject, expected: _expected, ...rest } = malfunctionAnswers;
    given()
      .when(fileMalfunction({ answers: rest }))
      .refusedAt(issue(['subject'], 'required'), issue(['expected'], 'required'));
  });

  test('a picture that the requester did not upload is refused', () => {
    const answers = { ...malfunctionAnswers, screenshots: { files: ['f_1', 'f_other'] } };
    given()
      .when(fileMalfunction({ answers, uploads: [upload('f_1')] }))
      .refusedAt(issue(['screenshots', 'files', '1'], 'unknown_file'));
  });

  test('the context goes along, trimmed, and cut at 4,000 characters', () => {
    const context = [
      { key: 'page', value: ' /factures/12 ' },
      { key: 'console_errors', value: 'e'.repeat(5000) },
    ] as const;
    given()
      .when(fileMalfunction({ context }))
      .leadsToOne({
        context: [
          { key: 'page', value: write('/factures/12') },
          { key: 'console_errors', value: write('e'.repeat(4000)) },
        ],
      });
  });
});

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

  test('a reopening says why', () => {
    const resolved = given(filedMalfunction, facts.resolved(1));
    resolved.when({ type: 'reopen', reason: ' ' }).refusedAt(issue(['reason'], 'required'));
    resolved
      .when({ type: 'reopen', reason: tooLong })
      .refusedAt(issue(['reason'], 'too_long', { max: maxMessageLength }));
    resolved
      .when({ type: 'reopen', reason: ' Encore ' })
      .leadsTo(event({ type: 'ticket.reopened', reason: write('Encore') }, claire, now));
  });
});

describe('answer and reply', () => {
  test('an answer carries its words, its files, and whether the team now waits', () => {
    const files = [upload('f_1')];
    given(filedMalfunction)
      .when(answerWith(' Bonjour ', { files, awaitsRequester: true }))
      .leadsTo(
        event({ type: 'ticket.answered', text: write('Bonjour'), files, awaitsRequester: true }, sofia, now),
      );
  });

  test('a reply carries its words and its files', () => {
    const files = [upload('f_1')];
    given(filedMalfunction)
      .when({ type: 'reply', text: ' Voici ', files })
      .leadsTo(event({ type: 'ticket.replied', text: write('Voici'), files }, claire, now));
  });
});

describe('write_note', () => {
  test.each([
    ['new', []],
    ['closed', [facts.resolved(1), facts.confirmed(2)]],
  ])('given a ticket that is %s, when the team writes a note, then it stands', (_status, history) => {
    given(filedMalfunction, ...history)
      .when({ type: 'write_note', text: ' À voir ' })
      .leadsTo(event({ type: 'internal_note.written', text: write('À voir') }, sofia, now));
  });
});

describe('assign', () => {
  test('given a new ticket, when it is assigned to where it is, then that is news: someone has begun', () => {
    given(filedMalfunction)
      .when(assignTo('customer'))
      .leadsTo(event({ type: 'ticket.assigned', service: 'customer', agentId: null }, sofia, now));
  });

  test('given an assigned ticket, when the same is said again, then nothing happens', () => {
    given(filedMalfunction, facts.assigned('customer', sofia, 1))
      .when(assignTo('customer', sofia))
      .leadsTo();
  });

  test('given an assigned ticket, when another service or person is named, then it is assigned', () => {
    const assigned = given(filedMalfunction, facts.assigned('customer', sofia, 1));
    assigned.when(assignTo('customer')).leadsToOne({ type: 'ticket.assigned', agentId: null });
    assigned.when(assignTo('training', amel)).leadsToOne({ service: 'training', agentId: amel.id });
  });

  test('a person of another service is refused', () => {
    given(filedMalfunction).when(assignTo('technical', sofia)).refusedWith('assignee_not_in_service');
  });
});

describe('record_reproduction_test', () => {
  test('the record keeps its words and drops blank steps', () => {
    const evidence = [upload('f_1')];
    given(filedMalfunction)
      .when(reproductionTest({ steps: [' Valider ', '  '], evidence }))
      .leadsTo(
        event(
          {
            type: 'ticket.reproduction_tested',
            verdict: 'confirmed',
            environment: write('Recette, Firefox'),
            steps: [write('Valider')],
            observed: write('Erreur 500'),
            evidence,
          },
          sofia,
          now,
        ),
      );
  });

  test('everything that is wrong is said at once', () => {
    given(filedMalfunction)
      .when(reproductionTest({ environment: ' ', steps: [' '], observed: tooLong }))
      .refusedAt(
        issue(['environment'], 'required'),
        issue(['steps'], 'too_few', { min: 1 }),
        issue(['observed'], 'too_long', { max: maxMessageLength }),
      );
  });

  test('bounds: 500 characters of environment and for a step, 30 steps', () => {
    given(filedMalfunction)
      .when(reproductionTest({ environment: 'e'.repeat(500), steps: Array(30).fill('s'.repeat(500)) }))
      .leadsToOne({});
    given(filedMalfunction)
      .when(
        reproductionTest({ environment: 'e'.repeat(501), steps: ['s'.repeat(501), ...Array(30).fill('s')] }),
      )
      .refusedAt(
        issue(['environment'], 'too_long', { max: 500 }),
        issue(['steps'], 'too_many', { max: 30 }),
        issue(['steps', '0'], 'too_long', { max: 500 }),
      );
  });

  test('a usage question is not tested', () => {
    given(filedQuestion).when(reproductionTest()).refusedWith('type_not_tested');
  });
});

describe('transfer: « Si le bug est avéré, le ticket est transmis au service technique »', () => {
  const transfer: TicketCommand = { type: 'transfer', reason: '' };

  test('given a confirmed verdict, when it is transferred, then it goes to the technical service', () => {
    given(filedMalfunction, facts.tested('confirmed', 1))
      .when({ type: 'transfer', reason: ' Lire le journal ' })
      .leadsTo(
        event({ type: 'ticket.transferred', to: 'technical', reason: write('Lire le journal') }, sofia, now),
      );
    given(filedMalfunction, facts.tested('confirmed', 1))
      .when(transfer)
      .leadsTo(event({ type: 'ticket.transferred', to: 'technical', reason: null }, sofia, now));
  });

  test('without a test, or with another verdict, it is refused and says which verdict stands', () => {
    given(filedMalfunction).when(transfer).refusedWith('verdict_not_confirmed', { verdict: null });
    given(filedMalfunction, facts.tested('not_reproduced', 1))
      .when(transfer)
      .refusedWith('verdict_not_confirmed', { verdict: 'not_reproduced' });
  });

  test('the last verdict counts', () => {
    given(filedMalfunction, facts.tested('confirmed', 1), facts.tested('not_a_bug', 2))
      .when(transfer)
      .refusedWith('verdict_not_confirmed', { verdict: 'not_a_bug' });
  });

  test('only once', () => {
    given(filedMalfunction, facts.tested('confirmed', 1), facts.transferred(2))
      .when(transfer)
      .refusedWith('already_transferred');
  });

  test('never for a usage question', () => {
    given(filedQuestion).when(transfer).refusedWith('type_not_tested');
  });
});

describe('resolve and confirm', () => {
  test('given an open ticket, when it is resolved with words, then it is', () => {
    given(filedMalfunction)
      .when({ type: 'resolve', resolution: ' Corrigé ' })
      .leadsTo(event({ type: 'ticket.resolved', resolution: write('Corrigé') }, sofia, now));
  });

  test('given a resolved ticket, when its requester agrees, then it is confirmed', () => {
    given(filedMalfunction, facts.resolved(1))
      .when({ type: 'confirm' })
      .leadsTo(event({ type: 'ticket.confirmed' }, claire, now));
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
