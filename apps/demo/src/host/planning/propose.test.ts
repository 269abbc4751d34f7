import { expect, test } from 'vitest';
import { propose, rooms, unplacedSessions } from './propose.js';

test('no room is taken twice on a day, and every session stays within the week', () => {
  const { placed } = propose(unplacedSessions, rooms);
  const taken = placed.flatMap(({ session, room, from }) =>
    Array.from({ length: session.days }, (_, index) => `${room.name} ${from + index}`),
  );
  expect(new Set(taken).size).toBe(taken.length);
  for (const { session, from } of placed) expect(from + session.days).toBeLessThanOrEqual(5);
});

test('every session of the demo is placed, one of them in a room that is too small: the remark to make', () => {
  const { placed, unplaced } = propose(unplacedSessions, rooms);
  expect(unplaced).toEqual([]);
  const crowded = placed.filter(({ session, room }) => session.enrolled > room.seats);
  expect(crowded.map(({ session }) => session.title)).toContain('Excel avancé');
});

test('says what finds no place', () => {
  const long = { id: 'x', title: 'Six jours', enrolled: 1, days: 6 };
  expect(propose([long], rooms)).toEqual({ placed: [], unplaced: [long] });
});
