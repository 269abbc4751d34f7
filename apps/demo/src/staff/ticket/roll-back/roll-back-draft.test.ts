import { expect, test } from 'vitest';
import { aTicket } from '../../testing/tickets.js';
import { newRollBack, readRollBack } from './roll-back-draft.js';

test('other steps start from those that were offered', () => {
  const steps = [
    { text: 'Ouvrir l’historique', done: true },
    { text: null, done: false },
  ];
  expect(newRollBack(aTicket({ rollBack: { kind: 'guided', steps } })).steps).toEqual([
    'Ouvrir l’historique',
  ]);
  expect(newRollBack(aTicket()).steps).toEqual(['']);
  expect(newRollBack(aTicket({ rollBack: { kind: 'ruled_out', reason: 'Trop tard.' } })).steps).toEqual(['']);
});

test('both answers are kept, whichever is shown', () => {
  const kept = { kind: 'ruled_out', steps: ['a', 'b'], reason: 'c' } as const;
  expect(readRollBack(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(readRollBack({ reason: 'c', kind: 'perhaps' })).toEqual({
    kind: 'guided',
    steps: [''],
    reason: 'c',
  });
  expect(readRollBack({ steps: ['a'] })).toBeNull();
});
