import { describe, expect, test } from 'vitest';
import { claire, hour, sofia, start } from '../../testing/domain.js';
import { event, facts, filedMishandling } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import type { TicketCommand } from '../commands.js';

const now = start + hour;
const guide = (...steps: string[]): TicketCommand => ({ type: 'guide_roll_back', steps });
const tick = (step: number, done = true): TicketCommand => ({ type: 'tick_roll_back_step', step, done });
const guided = [filedMishandling, facts.guided(['Ouvrir l’import', 'L’annuler'], 1)];

describe('guide: « Nous vous guidons pour revenir en arrière »', () => {
  test('gives steps in order, without blank ones, and the turn to the requester', () => {
    const outcome = given(filedMishandling).when(guide(' Ouvrir l’import ', ' ', 'L’annuler'));
    outcome.leadsTo(
      event(
        { type: 'ticket.roll_back_guided', steps: [write('Ouvrir l’import'), write('L’annuler')] },
        sofia,
        now,
      ),
    );
    expect(outcome.ticket).toMatchObject({
      status: 'pending',
      firstAnswered: { at: now },
      rollBack: { kind: 'guided', steps: [{ done: false }, { done: false }] },
    });
  });

  test('needs a step, and no more than thirty of 500 characters', () => {
    given(filedMishandling)
      .when(guide(' '))
      .refusedAt(issue(['steps'], 'too_few', { min: 1 }));
    given(filedMishandling)
      .when(guide('x'.repeat(501), ...Array(30).fill('x')))
      .refusedAt(issue(['steps'], 'too_many', { max: 30 }), issue(['steps', '0'], 'too_long', { max: 500 }));
  });

  test('new steps take the place of former ones, whatever was ticked', () => {
    const { ticket } = given(...guided, facts.ticked(0, true, 2)).when(guide('Autre chose'));
    expect(ticket?.rollBack).toEqual({
      kind: 'guided',
      steps: [{ text: write('Autre chose'), done: false }],
    });
  });
});

describe('tick', () => {
  test('steps are done in their order', () => {
    given(...guided)
      .when(tick(0))
      .leadsTo(event({ type: 'ticket.roll_back_step_ticked', step: 0, done: true }, claire, now));
    given(...guided)
      .when(tick(1))
      .refusedWith('step_out_of_order');
    given(...guided, facts.ticked(0, true, 2))
      .when(tick(1))
      .leadsToOne({ step: 1 });
  });

  test('and taken back in the opposite one', () => {
    const done = [...guided, facts.ticked(0, true, 2), facts.ticked(1, true, 3)];
    given(...done)
      .when(tick(0, false))
      .refusedWith('step_out_of_order');
    given(...done)
      .when(tick(1, false))
      .leadsToOne({ step: 1, done: false });
  });

  test('saying again what stands is no news', () => {
    given(...guided)
      .when(tick(0, false))
      .leadsTo();
    given(...guided, facts.ticked(0, true, 2))
      .when(tick(0))
      .leadsTo();
  });

  test.each([2, -1, 0.5, Number.NaN])('there is no step %s', (step) => {
    given(...guided)
      .when(tick(step))
      .refusedWith('no_such_step');
  });

  test('while steps are left it stays the requester’s turn; after the last one it is the team’s', () => {
    expect(given(...guided).when(tick(0)).ticket?.status).toBe('pending');
    const { ticket } = given(...guided, facts.ticked(0, true, 2)).when(tick(1));
    expect(ticket).toMatchObject({ status: 'open', pauses: [{ from: start + 1, to: now }] });
  });

  test('a tick never hides a question: once the requester wrote, the team has to answer', () => {
    const { ticket } = given(...guided, facts.replied(2)).when(tick(0));
    expect(ticket).toMatchObject({ status: 'open', pauses: [{ from: start + 1, to: start + 2 }] });
  });

  test('the team does not tick for the requester', () => {
    given(...guided)
      .when(tick(0), { actor: sofia })
      .refusedWith('teomaster_only');
  });
});

describe('rule out: « (si possible) »', () => {
  test('says why there is none, which answers the requester and ends the wait', () => {
    const outcome = given(...guided).when({ type: 'rule_out_roll_back', reason: ' Déjà facturé. ' });
    outcome.leadsTo(
      event({ type: 'ticket.roll_back_ruled_out', reason: write('Déjà facturé.') }, sofia, now),
    );
    expect(outcome.ticket).toMatchObject({
      status: 'open',
      rollBack: { kind: 'ruled_out', reason: write('Déjà facturé.') },
    });
  });

  test('needs the reason', () => {
    given(filedMishandling)
      .when({ type: 'rule_out_roll_back', reason: ' ' })
      .refusedAt(issue(['reason'], 'required'));
  });
});
