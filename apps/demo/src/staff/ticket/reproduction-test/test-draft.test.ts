import { expect, test } from 'vitest';
import { aTicket } from '../../testing/tickets.js';
import { newTest, readTest } from './test-draft.js';

test('a test starts from the requester’s own steps', () => {
  expect(newTest(aTicket()).steps).toEqual(['Ouvrir la feuille', 'Renvoyer l’invitation']);
  expect(newTest(aTicket({ answers: {} })).steps).toEqual(['']);
});

test('a kept test is read back, and nothing else is taken for one', () => {
  const kept = {
    environment: 'a',
    steps: ['b'],
    observed: 'c',
    verdict: 'confirmed',
    evidence: [{ id: 'f', name: 'e.png' }],
  };
  expect(readTest(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(readTest({ ...kept, verdict: 'perhaps', steps: [1, 'x'], evidence: [3, {}] })).toEqual({
    ...kept,
    verdict: null,
    steps: ['x'],
    evidence: [],
  });
  for (const other of [null, 'text', 3, {}, []]) expect(readTest(other)).toBeNull();
});
