import type { ActorRef } from '../people/actor.js';
import type { OrganizationId, StaffId, TeomasterId, TicketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import type { Impact } from '../priority/impact.js';
import type { Priority } from '../priority/priority.js';
import type { Instant } from '../service-level/policy.js';
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
  | { readonly type: 'ticket.resolved'; readonly resolution: Written }
  | { readonly type: 'ticket.confirmed' }
  | { readonly type: 'ticket.reopened'; readonly reason: Written };

/**
 * What the team writes to itself. A kind of its own, stored in a table of its own: nothing that reads
 * `PublicTicketEvent`s can show one to a requester, because it cannot hold one.
 */
export interface InternalNoteBody {
  readonly type: 'internal_note.written';
  readonly text: Written;
}

interface Stamp {
  readonly at: Instant;
  readonly by: ActorRef;
}

export type PublicTicketEvent = TicketEventBody & Stamp;
export type InternalNoteEvent = InternalNoteBody & Stamp;
export type TicketEvent = PublicTicketEvent | InternalNoteEvent;
export type TicketEventType = TicketEvent['type'];

export function isPublic(event: TicketEvent): event is PublicTicketEvent {
  return event.type !== 'internal_note.written';
}
