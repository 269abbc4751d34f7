import { describe, expect, test } from 'vitest';
import {
  answersTo,
  fileAs,
  fileMalfunction,
  fileQuestion,
  malfunctionAnswers,
} from '../../testing/commands.js';
import { claire, hour, lyon, nothingElse, sofia, start, upload, yann } from '../../testing/domain.js';
import { filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import { declarationOf, ticketTypes } from '../../ticket-types/index.js';

const now = start + hour;

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

  test.each(ticketTypes)('a %s goes to the service that its type names', (type) => {
    given()
      .when(fileAs(type))
      .leadsToOne({ ticketType: type, service: declarationOf(type).routedTo });
  });

  test('a type that asks for no impact has the lowest priority, whatever is sent along', () => {
    given()
      .when(fileAs('training_follow_up', { impact: { usable: false, alternative: 'none' } }))
      .leadsToOne({ priority: 'low', impact: { usable: true } });
  });

  test('a type that attaches no context keeps none', () => {
    given()
      .when(fileAs('training_follow_up', { context: [{ key: 'page', value: '/agenda' }] }))
      .leadsToOne({ context: [] });
  });

  test('a training or a feature is kept under the name that it has now', () => {
    given()
      .when(fileAs('training_follow_up'))
      .leadsToOne({
        answers: expect.objectContaining({
          training: { kind: 'training', id: 'tr_1', title: 'Prendre en main téo', deliveredOn: '2026-05-12' },
        }),
      });
    given()
      .when(fileAs('rnd'))
      .leadsToOne({
        answers: expect.objectContaining({
          feature: { kind: 'feature', id: 'ft_1', name: 'Agenda partagé' },
        }),
      });
  });

  test.each(['training_follow_up', 'rnd'] as const)(
    'who has nothing to link a %s to may not file one',
    (type) => {
      given()
        .when(fileAs(type, { entitlements: nothingElse }))
        .refusedWith('type_not_offered');
    },
  );

  test('a course of another organization is refused', () => {
    given()
      .when(fileAs('training_follow_up', { answers: { ...answersTo.training_follow_up, training: 'tr_9' } }))
      .refusedAt(issue(['training'], 'not_an_option'));
  });
});
