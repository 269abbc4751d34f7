import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal } from '../evidence/seal.js';
import { sha256 } from '../testing/sha256.js';
import { type Attempt, live, lives, type Try } from '../testing/world.js';
import { isPublic } from './events.js';
import { replay } from './evolve.js';
import type { Ticket } from './ticket.js';

const secret = 'entre nous seulement';

/** The same command, with the secret in what the team says to itself. */
function amongTheTeam(command: Try): Try {
  switch (command.type) {
    case 'write_note':
      return { ...command, text: secret };
    case 'consult':
      return { ...command, question: secret };
    case 'answer_consultation':
      return { ...command, answer: secret };
    default:
      return command;
  }
}

/** What a requester is shown of a ticket: nothing that only the team’s own events tell. */
function shownFacts(ticket: Ticket | null) {
  if (ticket === null) return null;
  const { version: _, lastEventAt: __, consultations, carries, links, alarms, ...shown } = ticket;
  return shown;
}

test('what the team says to itself is in no public event, and a requester’s ticket is the same without it', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(lives, (life) => {
      const told = life.map((tried): Attempt => ({ ...tried, command: amongTheTeam(tried.command) }));
      for (const { ticket, events } of live(told).at(-1)?.after.values() ?? []) {
        const shown = events.filter(isPublic);
        const { texts } = seal({ shown }, sha256, () => 'salt');
        expect(texts.filter(({ text }) => text.includes(secret))).toEqual([]);
        expect(JSON.stringify([shown, ticket])).not.toContain(secret);
        const seen = replay(shown);
        expect(seen?.version).toBe(ticket.publicVersion);
        expect(shownFacts(seen)).toEqual(shownFacts(ticket));
      }
    }),
    { numRuns: 150 },
  );
});
