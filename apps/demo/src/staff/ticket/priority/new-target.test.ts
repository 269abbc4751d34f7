import { expect, test } from 'vitest';
import { after, aTicket } from '../../testing/tickets.js';
import { targetUnder } from './new-target.js';

const now = Date.parse('2026-11-25T09:00:00Z');
const day = 86_400_000;

test('another priority counts from the filing', () => {
  const ticket = aTicket({ filedAt: '2026-11-23T09:00:00Z' });
  expect(new Date(targetUnder('urgent', ticket, now)).toISOString()).toBe('2026-11-26T09:00:00.000Z');
  expect(new Date(targetUnder('low', ticket, now)).toISOString()).toBe('2026-12-08T09:00:00.000Z');
});

test('pauses move every target alike, and one that lasts moves it until now', () => {
  const ticket = aTicket({ filedAt: '2026-11-23T09:00:00Z' });
  const waiting = after(ticket, {
    type: 'ticket.answered',
    text: '?',
    files: [],
    awaitsRequester: true,
  });
  const paused = { ...waiting, timeline: waiting.timeline.map((entry) => ({ ...entry })) };
  const last = paused.timeline.at(-1);
  if (last === undefined) throw new Error('The question is in the story.');
  last.clock = 'stopped';
  last.at = '2026-11-24T09:00:00Z';
  expect(targetUnder('urgent', paused, now) - targetUnder('urgent', ticket, now)).toBe(day);
});
