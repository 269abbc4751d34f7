import type { OrganizationId, StaffId, TeomasterId, TicketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import type { Impact } from '../priority/impact.js';
import type { Priority } from '../priority/priority.js';
import type { Alarm } from '../service-level/alarms.js';
import type { Met, Timed } from '../service-level/clock.js';
import type { Instant } from '../service-level/policy.js';
import type { Pause } from '../service-level/target.js';
import type { Written } from '../text/written.js';
import type { Answers } from '../ticket-types/answers.js';
import type { TicketType } from '../ticket-types/index.js';
import type { ContextItem } from './context-item.js';
import type { Verdict } from './reproduction.js';

export const ticketStatuses = ['new', 'open', 'pending', 'resolved', 'closed', 'cancelled'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** « Nous vous guidons pour revenir en arrière (si possible). » */
export type RollBack =
  | { readonly kind: 'guided'; readonly steps: readonly RollBackStep[] }
  | { readonly kind: 'ruled_out'; readonly reason: Written };

export interface RollBackStep {
  readonly text: Written;
  /** Ticked off by the requester. */
  readonly done: boolean;
}

/** A question to another service. The number is its place among those of the ticket, from 1. */
export interface Consultation {
  readonly number: number;
  readonly service: Service;
  readonly answered: boolean;
}

/** What is true of a ticket in every status. */
interface TicketFacts {
  readonly id: TicketId;
  readonly number: number;
  readonly type: TicketType;
  /** The type as it was filed, whose fields its answers are. */
  readonly filedAs: TicketType;
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
  readonly firstAnswered: Met | null;
  /** When the team first gave it to a service or to one of its people. */
  readonly assigned: Met | null;
  /** The alarms that were raised. */
  readonly alarms: readonly Alarm[];
  /** The verdict of the last reproduction test, or `null` before the first. */
  readonly verdict: Verdict | null;
  /** When it was transferred on its present path; another type begins another path. */
  readonly transferredAt: Instant | null;
  /** The answer to a mishandling: a roll-back in steps, or the reason why there is none. */
  readonly rollBack: RollBack | null;
  readonly consultations: readonly Consultation[];
  /** Where it goes on if it repeats another ticket. */
  readonly merged: { readonly into: TicketId; readonly at: Instant } | null;
  readonly duplicates: readonly TicketId[];
  /** The confirmed malfunction whose resolution will answer it. */
  readonly carrier: TicketId | null;
  /** The tickets that its resolution answers. */
  readonly carries: readonly TicketId[];
  readonly links: readonly TicketId[];
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
  return workEndedAt(ticket) ?? ticket.merged?.at ?? null;
}

function workEndedAt(ticket: Ticket): Instant | null {
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
    firstAnswered: ticket.firstAnswered,
    assigned: ticket.assigned,
  };
}

/** The reference that people say and write: `TEO-1042`. */
export function formatReference(number: number): string {
  return `TEO-${number}`;
}

/** The number of a reference as people write it (`TEO-1042`, `teo 1042`, `#1042`, `1042`), or `null` if it is none. */
export function parseReference(written: string): number | null {
  const digits = /^\s*(?:teo[-\s]?|#)?(\d{1,9})\s*$/i.exec(written)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The title of a ticket in lists; `null` once its words were erased. */
export function subjectOf(answers: Answers): string | null {
  const subject = answers.subject;
  return subject?.kind === 'text' ? subject.text.written : null;
}
