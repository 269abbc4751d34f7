import { expect, test } from 'vitest';
import { alternatives, type Impact, priorityOf } from './impact.js';
import { priorities } from './priority.js';

test.each<[string, Impact, string]>([
  [
    '« Fonctionnalité impossible à utiliser, aucune alternative »',
    { usable: false, alternative: 'none' },
    'urgent',
  ],
  ['« Impossible à utiliser, alternative pénible »', { usable: false, alternative: 'painful' }, 'high'],
  [
    '« Impossible à utiliser, une alternative existe »',
    { usable: false, alternative: 'acceptable' },
    'medium',
  ],
  ['« Pas pratique mais fonctionnel »', { usable: true }, 'low'],
])('%s: %o is %s', (_definition, impact, priority) => {
  expect(priorityOf(impact)).toBe(priority);
});

test('each priority has one impact that leads to it', () => {
  const impacts: Impact[] = [
    ...alternatives.map((alternative): Impact => ({ usable: false, alternative })),
    { usable: true },
  ];
  expect(impacts.map(priorityOf)).toEqual(priorities);
});
