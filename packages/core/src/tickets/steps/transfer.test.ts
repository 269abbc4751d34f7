import { describe, expect, test } from 'vitest';
import { hour, sofia, start } from '../../testing/domain.js';
import { event, facts, filedMalfunction, filedQuestion } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import type { TicketCommand } from '../commands.js';

const now = start + hour;

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

  test('a transfer gives the ticket to a service: that is its assignment', () => {
    const { ticket } = given(filedMalfunction, facts.tested('confirmed', 1)).when(transfer);
    expect(ticket).toMatchObject({ service: 'technical', agentId: null, assigned: { at: now } });
  });

  test('a ticket that was something else in between can be transferred again', () => {
    given(
      filedMalfunction,
      facts.tested('confirmed', 1),
      facts.transferred(2),
      facts.requalified('usage_question', 3),
      facts.requalified('malfunction', 4),
    )
      .when(transfer)
      .leadsToOne({ type: 'ticket.transferred' });
  });
});
