import { expect, test } from 'vitest';
import { after, aGuidedRollBack, aTicket } from '../testing/tickets.js';
import { pathOf } from './ticket-path.js';

const told = (ticket: Parameters<typeof pathOf>[0]) =>
  pathOf(ticket).map(({ name, reached }) => (reached ? name : `(${name})`));

test('a malfunction is tested, and transferred only where it was', () => {
  expect(told(aTicket({ status: 'new' }))).toEqual([
    'filed',
    '(taken)',
    '(tested)',
    '(resolved)',
    '(closed)',
  ]);
  expect(
    told(aTicket({ verdict: 'confirmed', transferredAt: '2026-11-24T09:00:00Z', status: 'resolved' })),
  ).toEqual(['filed', 'taken', 'tested', 'technical', 'resolved', '(closed)']);
  expect(told(aTicket({ status: 'resolved' }))).toEqual(['filed', 'taken', 'resolved', '(closed)']);
});

test('a mishandling is rolled back, every other ticket answered', () => {
  expect(told(aGuidedRollBack(['Ouvrir']))).toEqual([
    'filed',
    'taken',
    'rolledBack',
    '(resolved)',
    '(closed)',
  ]);
  const question = aTicket({ type: 'usage_question' });
  expect(told(question)).toEqual(['filed', 'taken', '(advised)', '(resolved)', '(closed)']);
  expect(
    told(
      after(question, {
        type: 'ticket.answered',
        text: 'Ouvrez l’échéancier.',
        files: [],
        awaitsRequester: false,
      }),
    ),
  ).toContain('advised');
});

test('a path that ends early ends where it does', () => {
  expect(told(aTicket({ status: 'cancelled' }))).toEqual(['filed', 'taken', 'cancelled']);
  const into = { id: 't-2', reference: 'TEO-1002', subject: null };
  expect(told(aTicket({ status: 'new', mergedInto: into }))).toEqual(['filed', 'merged']);
});
