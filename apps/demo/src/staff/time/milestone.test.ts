import { expect, test } from 'vitest';
import { fr } from '../locales/fr.js';
import { milestoneWords } from './milestone.js';

const now = Date.parse('2026-11-24T09:00:00Z');
const open = { dueAt: '2026-11-24T14:30:00Z', metAt: null, missed: false };

test.each([
  [open, 'running', 'Reste 5 h', 'plain'],
  [{ ...open, dueAt: '2026-11-24T09:40:00Z' }, 'running', 'Reste 40 min', 'soon'],
  [{ ...open, dueAt: '2026-11-24T05:00:00Z', missed: true }, 'running', 'En retard de 4 h', 'late'],
  [{ ...open, metAt: '2026-11-24T08:00:00Z' }, 'running', 'Tenue, le 24 nov. à 09:00', 'met'],
  [
    { ...open, metAt: '2026-11-24T08:00:00Z', missed: true },
    'stopped',
    'En retard, le 24 nov. à 09:00',
    'late',
  ],
] as const)('a first duty is told in words: %j', (milestone, state, text, tone) => {
  const told = milestoneWords(milestone, state, now, 'fr', fr);
  expect(told?.text.replace(/[\u00a0\u202f]/g, ' ')).toBe(text);
  expect(told?.tone).toBe(tone);
});

test('what was never done before the end is not told', () => {
  expect(milestoneWords(open, 'stopped', now, 'fr', fr)).toBeNull();
});
