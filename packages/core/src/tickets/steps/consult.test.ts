import { describe, expect, test } from 'vitest';
import { amel, hour, hugo, sofia, start } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';

const now = start + hour;
const ask = { type: 'consult', service: 'technical', question: ' Connu chez vous ? ' } as const;
const view = { type: 'answer_consultation', consultation: 1, answer: ' Oui, corrigé demain. ' } as const;

describe('consult: « Nous croisons régulièrement nos regards »', () => {
  test('another service is asked, and nothing of it is public', () => {
    const outcome = given(filedMalfunction).when(ask);
    outcome.leadsTo(
      event(
        { type: 'consultation.asked', service: 'technical', question: write('Connu chez vous ?') },
        sofia,
        now,
      ),
    );
    expect(outcome.ticket).toMatchObject({ status: 'new', publicVersion: 1, service: 'customer' });
  });

  test('a question has words, and goes to a service that does not have the ticket', () => {
    given(filedMalfunction)
      .when({ ...ask, question: ' ' })
      .refusedAt(issue(['question'], 'required'));
    given(filedMalfunction)
      .when({ ...ask, service: 'customer' })
      .refusedWith('own_service');
  });

  test('a service is asked one thing at a time, and again once it has answered', () => {
    given(filedMalfunction, facts.consulted('technical', 1)).when(ask).refusedWith('already_consulted');
    given(filedMalfunction, facts.consulted('technical', 1))
      .when({ ...ask, service: 'training' })
      .leadsToOne({ service: 'training' });
    given(filedMalfunction, facts.consulted('technical', 1), facts.viewGiven(1, 2)).when(ask).leadsToOne({});
  });
});

describe('answer_consultation', () => {
  const asked = given(filedMalfunction, facts.consulted('technical', 1));

  test('someone of that service gives its view; that views were crossed is public, the words are not', () => {
    const outcome = asked.when(view);
    outcome.leadsTo(
      event(
        { type: 'consultation.answered', consultation: 1, answer: write('Oui, corrigé demain.') },
        hugo,
        now,
      ),
      event({ type: 'ticket.views_crossed', service: 'technical' }, hugo, now),
    );
    expect(outcome.ticket?.consultations).toEqual([{ number: 1, service: 'technical', answered: true }]);
  });

  test('not someone of another service, whoever they are', () => {
    asked.when(view, { actor: amel }).refusedWith('not_in_service');
    asked.when(view, { actor: { ...sofia, role: 'admin' } }).refusedWith('not_in_service');
  });

  test('of several questions each is for its own service', () => {
    const both = given(filedMalfunction, facts.consulted('technical', 1), facts.consulted('training', 2));
    both.when({ ...view, consultation: 2 }).refusedWith('not_in_service');
    both.when({ ...view, consultation: 2 }, { actor: amel }).leadsToFirst({ consultation: 2 });
    both.when({ ...view, consultation: 3 }).refusedWith('no_open_consultation');
  });

  test('a view has words, and is given once', () => {
    asked.when({ ...view, answer: '' }).refusedAt(issue(['answer'], 'required'));
    given(filedMalfunction).when(view).refusedWith('no_open_consultation');
    given(filedMalfunction, facts.consulted('technical', 1), facts.viewGiven(1, 2))
      .when(view)
      .refusedWith('no_open_consultation');
  });

  test('it is still welcome once the ticket is resolved', () => {
    given(filedMalfunction, facts.consulted('technical', 1), facts.resolved(2)).when(view).leadsToFirst({});
  });
});
