import { describe, expect, test } from 'vitest';
import { serviceClock } from '../../service-level/clock.js';
import { publishedPolicy } from '../../service-level/policy.js';
import { requalifyAs } from '../../testing/commands.js';
import { day, hour, nothingElse, sofia, start } from '../../testing/domain.js';
import { event, facts, filedMalfunction, filedMishandling } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import { timed } from '../ticket.js';

const now = start + hour;

describe('requalify', () => {
  test('gives another type, its service, and the reason that the requester reads', () => {
    const outcome = given(filedMalfunction).when(requalifyAs('usage_question', { reason: ' Un réglage. ' }));
    outcome.leadsTo(
      event(
        {
          type: 'ticket.requalified',
          ticketType: 'usage_question',
          service: 'customer',
          reason: write('Un réglage.'),
          answers: {},
        },
        sofia,
        now,
      ),
    );
    expect(outcome.ticket).toMatchObject({
      type: 'usage_question',
      filedAs: 'malfunction',
      status: 'open',
      firstAnswered: { at: now },
      assigned: { at: now },
    });
  });

  test('asks for the course or the feature that the new type is about, and for nothing else', () => {
    given(filedMalfunction)
      .when(requalifyAs('training_follow_up', { answers: { training: 'tr_1' } }))
      .leadsToOne({
        service: 'training',
        answers: {
          training: { kind: 'training', id: 'tr_1', title: 'Prendre en main téo', deliveredOn: '2026-05-12' },
        },
      });
    given(filedMalfunction)
      .when(requalifyAs('rnd', { reason: ' ', answers: { subject: 'Autre' } }))
      .refusedAt(
        issue(['reason'], 'required'),
        issue(['answers', 'feature'], 'required'),
        issue(['answers', 'subject'], 'unknown_field'),
      );
  });

  test('never into the same type, nor into one that the organization may not use', () => {
    given(filedMalfunction).when(requalifyAs('malfunction')).refusedWith('same_type');
    given(filedMalfunction)
      .when(requalifyAs('rnd', { entitlements: nothingElse }))
      .refusedWith('type_not_offered');
  });

  test('a person keeps the ticket within their service, and lets go of it to another', () => {
    const assigned = given(filedMalfunction, facts.assigned('customer', sofia, 1));
    expect(assigned.when(requalifyAs('usage_question')).ticket?.agentId).toBe(sofia.id);
    expect(
      assigned.when(requalifyAs('training_follow_up', { answers: { training: 'tr_1' } })).ticket?.agentId,
    ).toBeNull();
  });

  test('does not reset the client’s clock, nor what was answered', () => {
    const answered = given(filedMalfunction, facts.answered(1)).when(requalifyAs('usage_question'));
    if (answered.ticket === null) throw new Error('It was to be requalified.');
    const clock = serviceClock(timed(answered.ticket), publishedPolicy, now);
    expect(clock.dueAt).toBe(start + 3 * day);
    expect(clock.firstAnswer.metAt).toBe(start + 1);
  });

  test('a roll-back is ticked off by a mishandling alone', () => {
    given(filedMishandling, facts.guided(['Annuler'], 1), facts.requalified('usage_question', 2))
      .when({ type: 'tick_roll_back_step', step: 0, done: true })
      .refusedWith('no_such_step');
  });
});
