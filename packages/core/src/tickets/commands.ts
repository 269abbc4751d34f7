import type { StaffId, TicketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import type { Impact } from '../priority/impact.js';
import type { AnswersInput, FileRef } from '../ticket-types/answers.js';
import type { TicketType } from '../ticket-types/index.js';
import type { ContextKey } from './context-item.js';
import type { Verdict } from './reproduction.js';

/** Files a new ticket. Ids and number are made at the edge; `uploads` are the requester's own unclaimed files. */
export interface FileTicket {
  readonly type: 'file';
  readonly ticketId: TicketId;
  readonly number: number;
  readonly ticketType: TicketType;
  readonly answers: AnswersInput;
  readonly impact: Impact;
  readonly context: readonly { readonly key: ContextKey; readonly value: string }[];
  readonly uploads: readonly FileRef[];
}

/** Writes to the requester. With `awaitsRequester` the ticket becomes pending and the clock stops. */
export interface AnswerTicket {
  readonly type: 'answer';
  readonly text: string;
  readonly files: readonly FileRef[];
  readonly awaitsRequester: boolean;
}

/** The requester writes to the team. */
export interface ReplyToTicket {
  readonly type: 'reply';
  readonly text: string;
  readonly files: readonly FileRef[];
}

/** The team writes to itself. */
export interface WriteInternalNote {
  readonly type: 'write_note';
  readonly text: string;
}

/** « Attribution rapide au service concerné »: gives the ticket to a service and, if known, to one of its people. */
export interface AssignTicket {
  readonly type: 'assign';
  readonly service: Service;
  /** The assignee as the edge found them, so that the rule can check both ends; `null` for the service alone. */
  readonly agent: { readonly id: StaffId; readonly services: readonly Service[] } | null;
}

/** « Test et traçabilité des dysfonctionnements » */
export interface RecordReproductionTest {
  readonly type: 'record_reproduction_test';
  readonly verdict: Verdict;
  readonly environment: string;
  readonly steps: readonly string[];
  readonly observed: string;
  readonly evidence: readonly FileRef[];
}

/** « Si le bug est avéré, le ticket est transmis au service technique. » */
export interface TransferTicket {
  readonly type: 'transfer';
  /** What the technical service should know first; empty when the test says it all. */
  readonly reason: string;
}

export interface ResolveTicket {
  readonly type: 'resolve';
  readonly resolution: string;
}

/** The requester agrees that it is solved. */
export interface ConfirmResolution {
  readonly type: 'confirm';
}

/** The requester says that it is not solved, and why. */
export interface ReopenTicket {
  readonly type: 'reopen';
  readonly reason: string;
}

/** The commands that a téomaster gives. */
export type RequesterCommand = FileTicket | ReplyToTicket | ConfirmResolution | ReopenTicket;
export type StaffCommand =
  | AnswerTicket
  | WriteInternalNote
  | AssignTicket
  | RecordReproductionTest
  | TransferTicket
  | ResolveTicket;
export type TicketCommand = RequesterCommand | StaffCommand;
export type TicketCommandType = TicketCommand['type'];
