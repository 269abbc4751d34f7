import { refOf } from '../people/actor.js';
import type { PairCommand } from './commands.js';
import { canCarry } from './consequences.js';
import type { DecisionContext } from './decision.js';
import type { InternalEventBody, TicketEvent, TicketEventBody } from './events.js';
import { granted, type Permission, type Rejection, refused } from './rejection.js';
import type { Ticket } from './ticket.js';
import { permission } from './transitions.js';

/** What happens to each of two tickets, or why nothing does. Both take effect together or neither. */
export type PairDecision =
  | {
      readonly ok: true;
      readonly events: readonly TicketEvent[];
      readonly otherEvents: readonly TicketEvent[];
    }
  | { readonly ok: false; readonly rejection: Rejection };

type Body = TicketEventBody | InternalEventBody;

/**
 * The same as `decide` for a command that changes two tickets at once: a merge, what one malfunction carries, a link.
 * Pure and total. The table of transitions judges the ticket that the command is given to; the other end is judged here.
 */
export function decidePair(ticket: Ticket, command: PairCommand, context: DecisionContext): PairDecision {
  const allowed = permission(command.type, ticket, context);
  if (!allowed.ok) return allowed;
  const fitting = atOtherEnd(ticket, command);
  if (!fitting.ok) return fitting;
  const [happens, happensToOther] = factsOf(ticket, command);
  const stamped = (body: Body, { lastEventAt }: Ticket): TicketEvent => ({
    ...body,
    at: Math.max(context.now, lastEventAt),
    by: refOf(context.actor),
  });
  return {
    ok: true,
    events: [stamped(happens, ticket)],
    otherEvents: [stamped(happensToOther, command.other)],
  };
}

function atOtherEnd(ticket: Ticket, { type, other }: PairCommand): Permission {
  if (ticket.id === other.id) return refused({ code: 'same_ticket' });
  switch (type) {
    case 'merge':
      // Within one organization alone: its people see both. Across them there is the malfunction that carries.
      if (other.organizationId !== ticket.organizationId) return refused({ code: 'other_organization' });
      return goesOn(other) ? granted : refused({ code: 'other_unavailable' });
    case 'unmerge':
      return ticket.merged?.into === other.id ? granted : refused({ code: 'not_merged' });
    case 'carry':
      if (!canCarry(other)) return refused({ code: 'carrier_not_confirmed' });
      return goesOn(other) && other.carrier === null ? granted : refused({ code: 'other_unavailable' });
    case 'release':
      return ticket.carrier === other.id ? granted : refused({ code: 'not_carried' });
    case 'link':
      return ticket.links.includes(other.id) ? refused({ code: 'already_linked' }) : granted;
    case 'unlink':
      return ticket.links.includes(other.id) ? granted : refused({ code: 'not_linked' });
  }
}

/** Whether work on a ticket goes on in it. */
function goesOn({ status, merged }: Ticket): boolean {
  return merged === null && (status === 'new' || status === 'open' || status === 'pending');
}

function factsOf(ticket: Ticket, { type, other }: PairCommand): readonly [Body, Body] {
  switch (type) {
    case 'merge':
      return [
        { type: 'ticket.merged', into: other.id },
        { type: 'ticket.duplicate_added', duplicate: ticket.id },
      ];
    case 'unmerge':
      return [
        { type: 'ticket.unmerged', from: other.id },
        { type: 'ticket.duplicate_removed', duplicate: ticket.id },
      ];
    case 'carry':
      return [
        { type: 'ticket.carried', carrier: other.id },
        { type: 'carried_ticket.added', carried: ticket.id },
      ];
    case 'release':
      return [{ type: 'ticket.released' }, { type: 'carried_ticket.removed', carried: ticket.id }];
    case 'link':
      return [
        { type: 'link.added', other: other.id },
        { type: 'link.added', other: ticket.id },
      ];
    case 'unlink':
      return [
        { type: 'link.removed', other: other.id },
        { type: 'link.removed', other: ticket.id },
      ];
  }
}
