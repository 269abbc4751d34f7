import type { Actor } from '../people/actor.js';
import { declarationOf, type TicketType } from '../ticket-types/index.js';
import type { TicketCommandType } from './commands.js';
import { granted, type Permission, refused } from './rejection.js';
import type { Verdict } from './reproduction.js';
import type { TicketStatus } from './ticket.js';

/** What the guards look at. A `Ticket` is one; so is what the API sends, so that every side asks the same table. */
export interface Standing {
  readonly type: TicketType;
  readonly status: TicketStatus;
  readonly organizationId: string;
  readonly verdict: Verdict | null;
  readonly transferredAt: unknown;
}

interface Transition {
  readonly by: Actor['kind'];
  readonly from: readonly TicketStatus[];
  readonly guard?: (standing: Standing) => Permission;
}

const unresolved = ['new', 'open', 'pending'] as const;

/** « Si le bug est avéré, le ticket est transmis au service technique. » Only then, and only once. */
function transferable(standing: Standing): Permission {
  if (!declarationOf(standing.type).reproductionTested) return refused({ code: 'type_not_tested' });
  if (standing.transferredAt !== null) return refused({ code: 'already_transferred' });
  if (standing.verdict !== 'confirmed') {
    return refused({ code: 'verdict_not_confirmed', verdict: standing.verdict });
  }
  return granted;
}

function testable(standing: Standing): Permission {
  return declarationOf(standing.type).reproductionTested ? granted : refused({ code: 'type_not_tested' });
}

/**
 * The path of a ticket: for each command who may give it, from which statuses, and under which condition.
 * The one table that the server, the widget and the staff view ask.
 */
export const transitions = {
  reply: { by: 'teomaster', from: unresolved },
  confirm: { by: 'teomaster', from: ['resolved'] },
  reopen: { by: 'teomaster', from: ['resolved'] },
  answer: { by: 'staff', from: unresolved },
  write_note: { by: 'staff', from: ['new', 'open', 'pending', 'resolved', 'closed', 'cancelled'] },
  assign: { by: 'staff', from: unresolved },
  record_reproduction_test: { by: 'staff', from: unresolved, guard: testable },
  transfer: { by: 'staff', from: unresolved, guard: transferable },
  resolve: { by: 'staff', from: unresolved },
} as const satisfies Record<Exclude<TicketCommandType, 'file'>, Transition>;

export type TransitionName = keyof typeof transitions;

/** Whether `actor` may give a command on a ticket as it stands. A button is shown only where this says yes. */
export function permission(command: TransitionName, standing: Standing, actor: Actor): Permission {
  const transition: Transition = transitions[command];
  if (transition.by !== actor.kind) {
    return refused({ code: transition.by === 'staff' ? 'staff_only' : 'teomaster_only' });
  }
  if (actor.kind === 'teomaster' && actor.organizationId !== standing.organizationId) {
    return refused({ code: 'not_your_organization' });
  }
  if (!transition.from.includes(standing.status)) {
    return refused({ code: 'wrong_status', status: standing.status });
  }
  return transition.guard?.(standing) ?? granted;
}
