import { expect, test } from 'vitest';
import { claire, hour, karim, sofia, start, yann } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import { maxMessageLength } from './words.js';

const now = start + hour;

test('a requester withdraws a ticket, with a reason or without', () => {
  given(filedMalfunction)
    .when({ type: 'cancel', reason: ' Trouvé ' })
    .leadsTo(event({ type: 'ticket.cancelled', reason: write('Trouvé') }, claire, now));
  given(filedMalfunction)
    .when({ type: 'cancel', reason: '  ' })
    .leadsTo(event({ type: 'ticket.cancelled', reason: null }, claire, now));
});

test('a reason that is too long is refused', () => {
  given(filedMalfunction)
    .when({ type: 'cancel', reason: 'x'.repeat(maxMessageLength + 1) })
    .refusedAt(issue(['reason'], 'too_long', { max: maxMessageLength }));
});

test('what waits no longer waits, and its clock has stopped for good', () => {
  const { ticket } = given(filedMalfunction, facts.answered(1, true)).when({ type: 'cancel', reason: '' });
  expect(ticket).toMatchObject({
    status: 'cancelled',
    cancelledAt: now,
    pauses: [{ from: start + 1, to: now }],
  });
});

test('it is for people of the organization, and for what is not resolved', () => {
  const cancel = { type: 'cancel', reason: '' } as const;
  given(filedMalfunction).when(cancel, { actor: karim }).leadsToOne({ type: 'ticket.cancelled' });
  given(filedMalfunction).when(cancel, { actor: yann }).refusedWith('not_your_organization');
  given(filedMalfunction).when(cancel, { actor: sofia }).refusedWith('teomaster_only');
  given(filedMalfunction, facts.resolved(1)).when(cancel).refusedWith('wrong_status', { status: 'resolved' });
  given(filedMalfunction, facts.cancelled(1))
    .when(cancel)
    .refusedWith('wrong_status', { status: 'cancelled' });
});
