import { describe, expect, test } from 'vitest';
import { reproductionTest } from '../../testing/commands.js';
import { hour, sofia, start, upload } from '../../testing/domain.js';
import { event, facts, filedMalfunction, filedQuestion } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import { maxMessageLength } from './words.js';

const now = start + hour;
const tooLong = 'x'.repeat(maxMessageLength + 1);

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

describe('the three verdicts', () => {
  const tested = (verdict: 'confirmed' | 'not_reproduced' | 'not_a_bug') =>
    event(
      {
        type: 'ticket.reproduction_tested',
        verdict,
        environment: write('Recette, Firefox'),
        steps: [write('Ouvrir la facture'), write('Valider')],
        observed: write('Erreur 500'),
        evidence: [],
      },
      sofia,
      now,
    );

  test('confirmed: nothing but the record, which opens the transfer', () => {
    const outcome = given(filedMalfunction).when(reproductionTest({ message: 'Sans objet' }));
    outcome.leadsTo(tested('confirmed'));
    expect(outcome.ticket).toMatchObject({ status: 'open', verdict: 'confirmed', firstAnswered: null });
  });

  test('not reproduced: the requester is asked for more, and the clock stops', () => {
    const outcome = given(filedMalfunction).when(
      reproductionTest({ verdict: 'not_reproduced', message: ' Quel navigateur ? ' }),
    );
    outcome.leadsTo(
      tested('not_reproduced'),
      event(
        { type: 'ticket.answered', text: write('Quel navigateur ?'), files: [], awaitsRequester: true },
        sofia,
        now,
      ),
    );
    expect(outcome.ticket).toMatchObject({ status: 'pending', pauses: [{ from: now, to: null }] });
  });

  test('no bug: it becomes another type, at the service of that type, and the requester reads why', () => {
    const outcome = given(filedMalfunction, facts.assigned('customer', sofia, 1)).when(
      reproductionTest({
        verdict: 'not_a_bug',
        message: 'C’est un réglage.',
        requalifiedAs: 'usage_question',
      }),
    );
    outcome.leadsTo(
      tested('not_a_bug'),
      event(
        {
          type: 'ticket.requalified',
          ticketType: 'usage_question',
          service: 'customer',
          reason: write('C’est un réglage.'),
          answers: {},
        },
        sofia,
        now,
      ),
    );
    expect(outcome.ticket).toMatchObject({
      type: 'usage_question',
      filedAs: 'malfunction',
      agentId: sofia.id,
      firstAnswered: { at: now },
    });
  });

  test.each(['not_reproduced', 'not_a_bug'] as const)('%s needs words for the requester', (verdict) => {
    given(filedMalfunction)
      .when(reproductionTest({ verdict, message: ' ', requalifiedAs: 'usage_question' }))
      .refusedAt(issue(['message'], 'required'));
  });

  test('no bug needs the type that it is, and not the one that it was', () => {
    const verdict = 'not_a_bug';
    const message = 'C’est un réglage.';
    given(filedMalfunction)
      .when(reproductionTest({ verdict, message }))
      .refusedAt(issue(['requalifiedAs'], 'required'));
    given(filedMalfunction)
      .when(reproductionTest({ verdict, message, requalifiedAs: 'malfunction' }))
      .refusedAt(issue(['requalifiedAs'], 'not_an_option'));
  });

  test.each(['training_follow_up', 'rnd'] as const)(
    'a %s takes a requalification of its own',
    (requalifiedAs) => {
      given(filedMalfunction)
        .when(reproductionTest({ verdict: 'not_a_bug', message: 'Autre chose.', requalifiedAs }))
        .refusedAt(issue(['requalifiedAs'], 'not_an_option'));
    },
  );
});
