import { expect, test } from 'vitest';
import { aTicket } from '../../testing/tickets.js';
import { newTest, readTest, typesWithoutLink } from './test-draft.js';

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
    evidence: [{ id: 'f', name: 'e.png', mediaType: 'image/png', bytes: 3 }],
    message: 'd',
    requalifiedAs: 'usage_question',
  };
  expect(readTest(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(
    readTest({ ...kept, verdict: 'perhaps', steps: [1, 'x'], evidence: [3, {}], requalifiedAs: 'rumour' }),
  ).toEqual({
    ...kept,
    verdict: null,
    steps: ['x'],
    evidence: [],
    requalifiedAs: null,
  });
  for (const other of [null, 'text', 3, {}, []]) expect(readTest(other)).toBeNull();
});

test('a test turns a bug only into what links to nothing', () => {
  expect(typesWithoutLink(aTicket())).toEqual(['mishandling', 'usage_question']);
});
