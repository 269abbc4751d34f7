import type { ActorRef } from '../people/actor.js';
import type { OrganizationId, StaffId, TeomasterId, TicketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import type { Impact } from '../priority/impact.js';
import type { Priority } from '../priority/priority.js';
import type { Instant } from '../service-level/policy.js';
import type { TargetName } from '../service-level/target.js';
import type { Written } from '../text/written.js';
import type { Answers, FileRef } from '../ticket-types/answers.js';
import type { TicketType } from '../ticket-types/index.js';
import type { ContextItem } from './context-item.js';
import type { ReproductionTest } from './reproduction.js';

/** Facts that happened to a ticket, in the past tense. The log of them is the ticket. */
export type TicketEventBody =
  | {
      readonly type: 'ticket.filed';
      readonly ticketId: TicketId;
      /** The number of the human reference, as in TEO-1042. */
      readonly number: number;
      readonly ticketType: TicketType;
      readonly organizationId: OrganizationId;
      readonly requesterId: TeomasterId;
      readonly answers: Answers;
      readonly impact: Impact;
      readonly priority: Priority;
      readonly service: Service;
      readonly context: readonly ContextItem[];
      readonly policyVersion: string;
    }
  | {
      readonly type: 'ticket.answered';
      readonly text: Written;
      readonly files: readonly FileRef[];
      /** Whether the team now waits for the requester, which stops the clock. */
      readonly awaitsRequester: boolean;
    }
  | { readonly type: 'ticket.replied'; readonly text: Written; readonly files: readonly FileRef[] }
  | { readonly type: 'ticket.assigned'; readonly service: Service; readonly agentId: StaffId | null }
  | ({ readonly type: 'ticket.reproduction_tested' } & ReproductionTest)
  | { readonly type: 'ticket.transferred'; readonly to: 'technical'; readonly reason: Written | null }
  | { readonly type: 'ticket.reprioritised'; readonly priority: Priority; readonly reason: Written }
  | {
      readonly type: 'ticket.requalified';
      readonly ticketType: TicketType;
      readonly service: Service;
      readonly reason: Written;
      /** What the new type links the ticket to, where it links it to something. */
      readonly answers: Answers;
    }
  | { readonly type: 'ticket.roll_back_guided'; readonly steps: readonly Written[] }
  /** The requester ticked a step, counted from 0, or took the tick back. */
  | { readonly type: 'ticket.roll_back_step_ticked'; readonly step: number; readonly done: boolean }
  | { readonly type: 'ticket.roll_back_ruled_out'; readonly reason: Written }
  /** Another service gave its view: that it did is for everyone concerned, its words are for the team. */
  | { readonly type: 'ticket.views_crossed'; readonly service: Service }
  /** This ticket repeats another one of its organization, where it goes on. */
  | { readonly type: 'ticket.merged'; readonly into: TicketId }
  | { readonly type: 'ticket.unmerged'; readonly from: TicketId }
  /** The other end of a merge. */
  | { readonly type: 'ticket.duplicate_added'; readonly duplicate: TicketId }
  | { readonly type: 'ticket.duplicate_removed'; readonly duplicate: TicketId }
  /** A confirmed malfunction, perhaps of another organization, carries this ticket: its resolution answers it. */
  | { readonly type: 'ticket.carried'; readonly carrier: TicketId }
  | { readonly type: 'ticket.released' }
  | { readonly type: 'ticket.resolved'; readonly resolution: Written }
  | { readonly type: 'ticket.confirmed' }
  | { readonly type: 'ticket.closed_by_time' }
  | { readonly type: 'ticket.reopened'; readonly reason: Written }
  | { readonly type: 'ticket.cancelled'; readonly reason: Written | null };

/**
 * What stays within the team. Kinds of their own, whose words are stored in a table of their own: nothing that reads
 * `PublicTicketEvent`s can show one to a requester, because it cannot hold one.
 */
export type InternalEventBody =
  | { readonly type: 'internal_note.written'; readonly text: Written }
  | { readonly type: 'consultation.asked'; readonly service: Service; readonly question: Written }
  /** `consultation` is the number of the question: 1 for the first of the ticket. */
  | { readonly type: 'consultation.answered'; readonly consultation: number; readonly answer: Written }
  /** The other end of `ticket.carried`, which may be another organization's. */
  | { readonly type: 'carried_ticket.added'; readonly carried: TicketId }
  | { readonly type: 'carried_ticket.removed'; readonly carried: TicketId }
  | { readonly type: 'link.added'; readonly other: TicketId }
  | { readonly type: 'link.removed'; readonly other: TicketId }
  /** Alarms, each given once by the time. `priority` is the one that the target follows from. */
  | {
      readonly type: 'target.approaching';
      readonly target: TargetName;
      readonly priority: Priority;
      readonly dueAt: Instant;
    }
  | {
      readonly type: 'target.missed';
      readonly target: TargetName;
      readonly priority: Priority;
      readonly dueAt: Instant;
    };

interface Stamp {
  readonly at: Instant;
  readonly by: ActorRef;
}

export type PublicTicketEvent = TicketEventBody & Stamp;
export type InternalTicketEvent = InternalEventBody & Stamp;
export type TicketEvent = PublicTicketEvent | InternalTicketEvent;
export type TicketEventType = TicketEvent['type'];

/** By name, so that an event of a kind that is not listed is never taken for one that requesters may see. */
const publicTypes: Readonly<Record<TicketEventBody['type'], true>> = {
  'ticket.filed': true,
  'ticket.answered': true,
  'ticket.replied': true,
  'ticket.assigned': true,
  'ticket.reproduction_tested': true,
  'ticket.transferred': true,
  'ticket.reprioritised': true,
  'ticket.requalified': true,
  'ticket.roll_back_guided': true,
  'ticket.roll_back_step_ticked': true,
  'ticket.roll_back_ruled_out': true,
  'ticket.views_crossed': true,
  'ticket.merged': true,
  'ticket.unmerged': true,
  'ticket.duplicate_added': true,
  'ticket.duplicate_removed': true,
  'ticket.carried': true,
  'ticket.released': true,
  'ticket.resolved': true,
  'ticket.confirmed': true,
  'ticket.closed_by_time': true,
  'ticket.reopened': true,
  'ticket.cancelled': true,
};

export function isPublic(event: TicketEvent): event is PublicTicketEvent {
  return Object.hasOwn(publicTypes, event.type);
}
