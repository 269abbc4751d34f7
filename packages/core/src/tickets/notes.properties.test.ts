import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal } from '../evidence/seal.js';
import { publishedPolicy } from '../service-level/policy.js';
import { attempts } from '../testing/arbitraries.js';
import { sofia, start } from '../testing/domain.js';
import { sha256 } from '../testing/sha256.js';
import type { TicketCommand } from './commands.js';
import { decide } from './decide.js';
import { isPublic, type TicketEvent } from './events.js';
import { evolve, replay } from './evolve.js';
import type { Ticket } from './ticket.js';

const secret = 'entre nous seulement';

/** The same command, with the secret in what the team says to itself. */
function amongTheTeam(command: TicketCommand): TicketCommand {
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
  const { version: _, lastEventAt: __, consultations: ___, carries: ____, links: _____, ...shown } = ticket;
  return shown;
}

test('what the team writes in notes is in no public event, and a requester’s ticket is the same without them', () => {
  fc.assert(
    fc.property(attempts, fc.array(fc.boolean(), { maxLength: 31 }), (life, notes) => {
      let ticket: Ticket | null = null;
      let now = start;
      const events: TicketEvent[] = [];
      const attempt = (command: (typeof life)[number]['command'], actor: (typeof life)[number]['actor']) => {
        const decision = decide(ticket, command, { actor, now, policy: publishedPolicy });
        for (const event of decision.ok ? decision.events : []) {
          events.push(event);
          ticket = evolve(ticket, event);
        }
      };
      for (const [place, { command, actor, elapsed }] of life.entries()) {
        now += elapsed;
        attempt(amongTheTeam(command), actor);
        if (notes[place]) attempt({ type: 'write_note', text: `${secret} ${place}` }, sofia);
      }
      const shown = events.filter(isPublic);
      const { texts } = seal({ shown }, sha256, () => 'salt');
      expect(texts.filter(({ text }) => text.includes(secret))).toEqual([]);
      expect(JSON.stringify([shown, ticket])).not.toContain(secret);

      const whole = replay(events);
      const seen = replay(shown);
      expect(seen?.version ?? 0).toBe(whole?.publicVersion ?? 0);
      expect(shownFacts(seen)).toEqual(shownFacts(whole));
    }),
    { numRuns: 200 },
  );
});
