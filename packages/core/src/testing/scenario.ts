import { expect } from 'vitest';
import type { FieldIssue } from '../ticket-types/field-issue.js';
import type { TicketCommand } from '../tickets/commands.js';
import { decide } from '../tickets/decide.js';
import type { DecisionContext } from '../tickets/decision.js';
import type { TicketEvent } from '../tickets/events.js';
import { evolve, replay } from '../tickets/evolve.js';
import type { RejectionCode } from '../tickets/rejection.js';
import { giver } from './commands.js';
import { context, hour, start } from './domain.js';

/** Given what happened, when a command comes, then this happens or it is refused. */
export function given(...events: readonly TicketEvent[]) {
  return {
    when(command: TicketCommand, changes: Partial<DecisionContext> = {}) {
      const before = replay(events);
      const decision = decide(
        before,
        command,
        context({ actor: giver[command.type], now: start + hour, ...changes }),
      );
      return {
        /** The ticket afterwards; as it was where the command was refused. */
        ticket: decision.ok ? decision.events.reduce(evolve, before) : before,
        /** Exactly these events, stamps and all. */
        leadsTo(...expected: readonly TicketEvent[]) {
          expect(decision).toEqual({ ok: true, events: expected });
        },
        /** One event that has these parts. */
        leadsToOne(expected: Partial<TicketEvent>) {
          expect(decision).toEqual({ ok: true, events: [expect.objectContaining(expected)] });
        },
        /** Several events, of which the first has these parts. */
        leadsToFirst(expected: Partial<TicketEvent>) {
          expect(decision).toMatchObject({ ok: true, events: [expected, expect.anything()] });
        },
        refusedWith(code: RejectionCode, details: object = {}) {
          expect(decision).toEqual({ ok: false, rejection: expect.objectContaining({ code, ...details }) });
        },
        refusedAt(...issues: readonly FieldIssue[]) {
          expect(decision).toEqual({ ok: false, rejection: { code: 'fields_invalid', issues } });
        },
      };
    },
  };
}
