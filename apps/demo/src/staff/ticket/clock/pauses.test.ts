import type { StaffTimelineEntry } from '@teo-support/sdk';
import { expect, test } from 'vitest';
import { toldPauses } from './pauses.js';

const by = { kind: 'staff', id: 's', name: 'S' } as const;
const at = (hour: number) => `2026-11-24T${String(hour).padStart(2, '0')}:00:00Z`;
const ms = (hour: number) => Date.parse(at(hour));

function answered(hour: number): StaffTimelineEntry {
  return {
    version: hour,
    at: at(hour),
    by,
    clock: 'stopped',
    type: 'ticket.answered',
    text: '',
    files: [],
    awaitsRequester: true,
  };
}
function replied(hour: number, clock: 'resumed' | null = 'resumed'): StaffTimelineEntry {
  return { version: hour, at: at(hour), by, clock, type: 'ticket.replied', text: '', files: [] };
}
function resolved(hour: number, clock: 'stopped' | null): StaffTimelineEntry {
  return { version: hour, at: at(hour), by, clock, type: 'ticket.resolved', resolution: '' };
}

test('waiting is a pause until the requester writes', () => {
  expect(toldPauses([answered(8), replied(9), replied(10, null), answered(11)])).toEqual([
    { from: ms(8), to: ms(9), why: 'waiting' },
    { from: ms(11), to: null, why: 'waiting' },
  ]);
});

test('a ticket that is resolved while it waits has waited until then', () => {
  const confirmed: StaffTimelineEntry = {
    version: 12,
    at: at(12),
    by,
    clock: null,
    type: 'ticket.confirmed',
  };
  expect(toldPauses([answered(8), resolved(10, null), confirmed])).toEqual([
    { from: ms(8), to: ms(10), why: 'waiting' },
    { from: ms(10), to: null, why: 'ended' },
  ]);
});
