import { expect, test } from 'vitest';
import { aTicket, julien, sarah } from '../../testing/tickets.js';
import { offeredModes, startingMode } from './composer-mode.js';

const asked = { number: 1, service: 'technical', answered: false } as const;

test('only what makes sense for the ticket is offered', () => {
  expect(offeredModes(aTicket(), julien)).toEqual(['answer', 'note', 'test', 'consult', 'resolve']);
  expect(offeredModes(aTicket({ type: 'usage_question' }), julien)).toEqual([
    'answer',
    'note',
    'consult',
    'resolve',
  ]);
  expect(offeredModes(aTicket({ status: 'closed' }), julien)).toEqual(['note']);
});

test('a mishandling shows its resolution before its roll-back, which says what is missing', () => {
  const ticket = aTicket({ type: 'mishandling' });
  expect(ticket.possible).not.toContain('resolve');
  expect(offeredModes(ticket, julien)).toEqual(['answer', 'note', 'roll_back', 'consult', 'resolve']);
});

test('a view is given by someone of the service that was asked', () => {
  const ticket = aTicket({ consultations: [asked] });
  expect(offeredModes(ticket, sarah)[0]).toBe('view');
  expect(offeredModes(ticket, julien)).not.toContain('view');
  const answered = aTicket({ consultations: [{ ...asked, answered: true }] });
  expect(offeredModes(answered, sarah)).not.toContain('view');
});

test('one starts with what was begun, otherwise with what comes first', () => {
  expect(startingMode(['answer', 'note', 'consult'], (mode) => mode === 'consult')).toBe('consult');
  expect(startingMode(['answer', 'note'], () => false)).toBe('answer');
  expect(startingMode([], () => true)).toBeNull();
});
