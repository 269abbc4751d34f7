import type { Actor } from '../people/actor.js';
import { declarationOf } from '../ticket-types/index.js';
import type { PairCommand, TicketCommandType } from './commands.js';
import type { DecisionContext } from './decision.js';
import { alarmsDue } from './next-by-time.js';
import { granted, type Permission, type RejectionCode, refused } from './rejection.js';
import { closableFrom, reopenableUntil } from './resolved-ticket.js';
import { type Ticket, type TicketStatus, ticketStatuses } from './ticket.js';

interface Transition {
  readonly by: Actor['kind'];
  /** Whether it is also what follows by itself from a change of another ticket. */
  readonly followsByItself?: true;
  readonly from: readonly TicketStatus[];
  /** Whether it is possible on a ticket that goes on in another one. */
  readonly whenMerged?: true;
  readonly guard?: (ticket: Ticket, context: DecisionContext) => Permission;
}

const unresolved = ['new', 'open', 'pending'] as const;

/** « Si le bug est avéré, le ticket est transmis au service technique. » Only then, and only once. */
function transferable(ticket: Ticket): Permission {
  if (!declarationOf(ticket.type).reproductionTested) return refused({ code: 'type_not_tested' });
  if (ticket.transferredAt !== null) return refused({ code: 'already_transferred' });
  if (ticket.verdict !== 'confirmed') {
    return refused({ code: 'verdict_not_confirmed', verdict: ticket.verdict });
  }
  return granted;
}

function testable(ticket: Ticket): Permission {
  return declarationOf(ticket.type).reproductionTested ? granted : refused({ code: 'type_not_tested' });
}

function rolledBack(ticket: Ticket): Permission {
  return declarationOf(ticket.type).rolledBack ? granted : refused({ code: 'type_not_rolled_back' });
}

function tickable(ticket: Ticket): Permission {
  const guided = declarationOf(ticket.type).rolledBack && ticket.rollBack?.kind === 'guided';
  return guided ? granted : refused({ code: 'no_such_step' });
}

/** « Nous vous guidons pour revenir en arrière (si possible). » One or the other must stand before the resolution. */
function resolvable(ticket: Ticket): Permission {
  const needsRollBack = declarationOf(ticket.type).rolledBack && ticket.carrier === null;
  return needsRollBack && ticket.rollBack === null ? refused({ code: 'roll_back_missing' }) : granted;
}

/** « Les différents services interviennent »: the view is for someone of a service that was asked. */
function consultable(ticket: Ticket, { actor }: DecisionContext): Permission {
  const open = ticket.consultations.filter((asked) => !asked.answered);
  if (open.length === 0) return refused({ code: 'no_open_consultation' });
  const theirs = actor.kind === 'staff' && open.some((asked) => actor.services.includes(asked.service));
  return theirs ? granted : refused({ code: 'not_in_service' });
}

function reopenable(ticket: Ticket, { now, policy }: DecisionContext): Permission {
  const until = reopenableUntil(ticket, policy);
  return until !== null && now > until ? refused({ code: 'reopen_window_over' }) : granted;
}

function closable(ticket: Ticket, { now, policy }: DecisionContext): Permission {
  const from = closableFrom(ticket, policy);
  return from !== null && now >= from ? granted : refused({ code: 'not_due' });
}

function alarming(ticket: Ticket, { now, policy }: DecisionContext): Permission {
  return alarmsDue(ticket, policy, now).length > 0 ? granted : refused({ code: 'not_due' });
}

function unless(
  code: 'ticket_carried' | 'has_duplicates' | 'not_merged' | 'not_carried' | 'not_linked',
  stands: (ticket: Ticket) => boolean,
) {
  return (ticket: Ticket): Permission => (stands(ticket) ? refused({ code }) : granted);
}

/**
 * The path of a ticket: for each command who may give it, from which statuses, and under which condition.
 * The one table that is asked what is allowed: the server asks it for each command, and tells with each ticket what
 * it would say to this person (`possibleCommands`), which is what the widget and the staff view show.
 */
export const transitions = {
  reply: { by: 'teomaster', from: unresolved },
  tick_roll_back_step: { by: 'teomaster', from: unresolved, guard: tickable },
  confirm: { by: 'teomaster', from: ['resolved'] },
  reopen: { by: 'teomaster', from: ['resolved', 'closed'], guard: reopenable },
  cancel: { by: 'teomaster', from: unresolved },
  answer: { by: 'staff', from: unresolved },
  write_note: { by: 'staff', from: ticketStatuses, whenMerged: true },
  assign: { by: 'staff', from: unresolved },
  record_reproduction_test: { by: 'staff', from: unresolved, guard: testable },
  transfer: { by: 'staff', from: unresolved, guard: transferable },
  reprioritise: { by: 'staff', from: unresolved },
  requalify: { by: 'staff', from: unresolved },
  consult: { by: 'staff', from: unresolved },
  answer_consultation: { by: 'staff', from: ticketStatuses, whenMerged: true, guard: consultable },
  guide_roll_back: { by: 'staff', from: unresolved, guard: rolledBack },
  rule_out_roll_back: { by: 'staff', from: unresolved, guard: rolledBack },
  resolve: { by: 'staff', from: unresolved, guard: resolvable },
  merge: {
    by: 'staff',
    from: unresolved,
    guard: unless('has_duplicates', ({ duplicates, carries }) => duplicates.length + carries.length > 0),
  },
  unmerge: {
    by: 'staff',
    followsByItself: true,
    from: ticketStatuses,
    whenMerged: true,
    guard: unless('not_merged', ({ merged }) => merged === null),
  },
  carry: {
    by: 'staff',
    from: unresolved,
    guard: unless('ticket_carried', ({ carrier, carries }) => carrier !== null || carries.length > 0),
  },
  release: {
    by: 'staff',
    followsByItself: true,
    from: ticketStatuses,
    whenMerged: true,
    guard: unless('not_carried', ({ carrier }) => carrier === null),
  },
  link: { by: 'staff', from: ticketStatuses, whenMerged: true },
  unlink: {
    by: 'staff',
    from: ticketStatuses,
    whenMerged: true,
    guard: unless('not_linked', ({ links }) => links.length === 0),
  },
  close_by_time: { by: 'system', from: ['resolved'], guard: closable },
  raise_alarms: { by: 'system', from: unresolved, guard: alarming },
} as const satisfies Record<Exclude<TicketCommandType, 'file'> | PairCommand['type'], Transition>;

export type TransitionName = keyof typeof transitions;

export const transitionNames = Object.keys(transitions).filter(isTransitionName);

function isTransitionName(name: string): name is TransitionName {
  return Object.hasOwn(transitions, name);
}

const reservedFor = {
  teomaster: 'teomaster_only',
  staff: 'staff_only',
  system: 'system_only',
} as const satisfies Record<Actor['kind'], RejectionCode>;

/** Whether a command may be given to a ticket as it stands, by whom, when and under which policy. */
export function permission(command: TransitionName, ticket: Ticket, context: DecisionContext): Permission {
  const transition: Transition = transitions[command];
  const { actor } = context;
  const byItself = actor.kind === 'system' && transition.followsByItself === true;
  if (transition.by !== actor.kind && !byItself) return refused({ code: reservedFor[transition.by] });
  if (actor.kind === 'teomaster' && actor.organizationId !== ticket.organizationId) {
    return refused({ code: 'not_your_organization' });
  }
  if (ticket.merged !== null && transition.whenMerged === undefined)
    return refused({ code: 'ticket_merged' });
  if (!transition.from.includes(ticket.status)) {
    return refused({ code: 'wrong_status', status: ticket.status });
  }
  return transition.guard?.(ticket, context) ?? granted;
}

/** Everything that someone may do with a ticket now. A button is shown for what is in it, and for nothing else. */
export function possibleCommands(ticket: Ticket, context: DecisionContext): TransitionName[] {
  return transitionNames.filter((name) => permission(name, ticket, context).ok);
}
