import { expect, test } from 'vitest';
import { fr } from '../locales/fr.js';
import { targetWords } from './target.js';

const now = Date.parse('2026-11-24T09:00:00Z');
const clock = {
  state: 'running',
  dueAt: '2026-11-28T10:00:00Z',
  targetDays: 5,
  pausedMs: 0,
  missed: false,
  firstAnswer: { dueAt: '2026-11-24T10:00:00Z', metAt: null, missed: false },
  assignment: { dueAt: '2026-11-24T10:00:00Z', metAt: null, missed: false },
} as const;

test.each([
  [clock, 'Reste 4 jours', 'plain'],
  [{ ...clock, dueAt: '2026-11-24T14:30:00Z' }, 'Reste 5 h', 'soon'],
  [{ ...clock, dueAt: '2026-11-24T09:40:00Z' }, 'Reste 40 min', 'soon'],
  [{ ...clock, dueAt: '2026-11-21T08:00:00Z', missed: true }, 'En retard de 3 jours', 'late'],
  [{ ...clock, state: 'paused' }, 'En pause', 'paused'],
  [{ ...clock, state: 'stopped' }, 'Délai tenu', 'met'],
  [{ ...clock, state: 'stopped', missed: true }, 'Délai dépassé', 'late'],
] as const)('a clock is told in words: %j', (given, text, tone) => {
  const told = targetWords(given, now, 'fr', fr);
  expect(told.text.replace(/[\u00a0\u202f]/g, ' ')).toBe(text);
  expect(told.tone).toBe(tone);
});
