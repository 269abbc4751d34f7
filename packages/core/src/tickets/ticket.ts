import type { OrganizationId, StaffId, TeomasterId, TicketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import type { Impact } from '../priority/impact.js';
import type { Priority } from '../priority/priority.js';
import type { Pause, Timed } from '../service-level/clock.js';
import type { Instant } from '../service-level/policy.js';
import type { Written } from '../text/written.js';
import type { Answers } from '../ticket-types/answers.js';
import type { TicketType } from '../ticket-types/index.js';
import type { ContextItem } from './context-item.js';
import type { Verdict } from './reproduction.js';

export const ticketStatuses = ['new', 'open', 'pending', 'resolved', 'closed', 'cancelled'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** What is true of a ticket in every status. */
interface TicketFacts {
  readonly id: TicketId;
  readonly number: number;
  readonly type: TicketType;
  readonly organizationId: OrganizationId;
  readonly requesterId: TeomasterId;
  readonly filedAt: Instant;
  /** When something last happened that the requester may see. */
  readonly changedAt: Instant;
  /** When something last happened at all. */
  readonly lastEventAt: Instant;
  readonly answers: Answers;
  readonly impact: Impact;
  readonly priority: Priority;
  readonly context: readonly ContextItem[];
  readonly policyVersion: string;
  readonly service: Service;
  readonly agentId: StaffId | null;
  /** When the team first wrote to the requester. */
  readonly firstAnsweredAt: Instant | null;
  /** The verdict of the last reproduction test, or `null` before the first. */
  readonly verdict: Verdict | null;
  readonly transferredAt: Instant | null;
  /** The stretches during which the clock stood still. */
  readonly pauses: readonly Pause[];
  /** How many events made this ticket; the expected version of the next command. */
  readonly version: number;
  /** The same without internal notes: what a requester is shown, so that no count tells of a note. */
  readonly publicVersion: number;
}

/** A ticket: the facts of every status, and those that only one status has. */
export type Ticket = TicketFacts &
  (
    | { readonly status: 'new' | 'open' | 'pending' }
    | { readonly status: 'resolved'; readonly resolution: Written; readonly resolvedAt: Instant }
    | {
        readonly status: 'closed';
        readonly resolution: Written;
        readonly resolvedAt: Instant;
        readonly closedAt: Instant;
      }
    | { readonly status: 'cancelled'; readonly cancelledAt: Instant }
  );

/** The instant at which the team's work ended, which is when the clock stops for good. */
export function endedAt(ticket: Ticket): Instant | null {
  switch (ticket.status) {
    case 'new':
    case 'open':
    case 'pending':
      return null;
    case 'resolved':
    case 'closed':
      return ticket.resolvedAt;
    case 'cancelled':
      return ticket.cancelledAt;
  }
}

export function timed(ticket: Ticket): Timed {
  return {
    filedAt: ticket.filedAt,
    priority: ticket.priority,
    pauses: ticket.pauses,
    endedAt: endedAt(ticket),
  };
}

/** The reference that people say and write: `TEO-1042`. */
export function formatReference(number: number): string {
  return `TEO-${number}`;
}

/** The title of a ticket in lists; `null` once its words were erased. */
export function subjectOf(answers: Answers): string | null {
  const subject = answers.subject;
  return subject?.kind === 'text' ? subject.text.written : null;
}
