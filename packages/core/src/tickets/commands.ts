import type { StaffId, TicketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import type { Impact } from '../priority/impact.js';
import type { Priority } from '../priority/priority.js';
import type { AnswersInput, FileRef } from '../ticket-types/answers.js';
import type { Entitlements } from '../ticket-types/entitlements.js';
import type { TicketType } from '../ticket-types/index.js';
import type { ContextKey } from './context-item.js';
import type { Verdict } from './reproduction.js';
import type { Ticket } from './ticket.js';

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
  /** What the requester's organization may speak of. */
  readonly entitlements: Entitlements;
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
  /**
   * What the requester is told of a bug that was not confirmed: what is asked of them when it was not reproduced,
   * what it is instead when it is no bug. Empty when confirmed.
   */
  readonly message: string;
  /** What the ticket becomes when it is no bug; `null` otherwise. */
  readonly requalifiedAs: TicketType | null;
}

/** Another type than the one that was filed, with the reason that the requester reads. */
export interface RequalifyTicket {
  readonly type: 'requalify';
  readonly ticketType: TicketType;
  readonly reason: string;
  /** The answers that link the ticket to a training course or a feature, where the new type asks for one. */
  readonly answers: AnswersInput;
  /** What the requester's organization may speak of. */
  readonly entitlements: Entitlements;
}

/** « Nous croisons régulièrement nos regards »: asks another service. */
export interface ConsultService {
  readonly type: 'consult';
  readonly service: Service;
  readonly question: string;
}

export interface AnswerConsultation {
  readonly type: 'answer_consultation';
  readonly consultation: number;
  readonly answer: string;
}

/** « Nous vous guidons pour revenir en arrière »: the steps, in order. New ones take the place of former ones. */
export interface GuideRollBack {
  readonly type: 'guide_roll_back';
  readonly steps: readonly string[];
}

/** « (si possible) »: it is not, and why. */
export interface RuleOutRollBack {
  readonly type: 'rule_out_roll_back';
  readonly reason: string;
}

/** The requester did a step of the roll-back, or did not after all. */
export interface TickRollBackStep {
  readonly type: 'tick_roll_back_step';
  /** Counted from 0. */
  readonly step: number;
  readonly done: boolean;
}

/** « Si le bug est avéré, le ticket est transmis au service technique. » */
export interface TransferTicket {
  readonly type: 'transfer';
  /** What the technical service should know first; empty when the test says it all. */
  readonly reason: string;
}

/** Staff may set another priority than the one that the impact gave, with a reason that the requester reads. */
export interface ReprioritiseTicket {
  readonly type: 'reprioritise';
  readonly priority: Priority;
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

/** The requester no longer needs an answer. */
export interface CancelTicket {
  readonly type: 'cancel';
  /** Why, if they say so; empty otherwise. */
  readonly reason: string;
}

/** Nobody said that a resolved ticket is not solved for as long as the policy waits. */
export interface CloseByTime {
  readonly type: 'close_by_time';
}

/** Targets came near or passed: says so, each once. */
export interface RaiseAlarms {
  readonly type: 'raise_alarms';
}

/** Says of two tickets of one organization that one repeats the other. Given to the duplicate. */
export interface MergeTicket {
  readonly type: 'merge';
  /** The ticket that goes on. */
  readonly other: Ticket;
}

/** Takes a merge back. Given to the duplicate. */
export interface UnmergeTicket {
  readonly type: 'unmerge';
  readonly other: Ticket;
}

/** Says that a confirmed malfunction is what this ticket is about. Given to the ticket that is carried. */
export interface CarryTicket {
  readonly type: 'carry';
  /** The confirmed malfunction. */
  readonly other: Ticket;
}

/** Takes that back. Given to the ticket that was carried. */
export interface ReleaseTicket {
  readonly type: 'release';
  readonly other: Ticket;
}

/** Says that two tickets have to do with each other. */
export interface LinkTicket {
  readonly type: 'link';
  readonly other: Ticket;
}

export interface UnlinkTicket {
  readonly type: 'unlink';
  readonly other: Ticket;
}

/** The commands that a téomaster gives. */
export type RequesterCommand =
  | FileTicket
  | ReplyToTicket
  | TickRollBackStep
  | ConfirmResolution
  | ReopenTicket
  | CancelTicket;
export type StaffCommand =
  | AnswerTicket
  | WriteInternalNote
  | AssignTicket
  | RecordReproductionTest
  | TransferTicket
  | ReprioritiseTicket
  | RequalifyTicket
  | ConsultService
  | AnswerConsultation
  | GuideRollBack
  | RuleOutRollBack
  | ResolveTicket;
/** The commands that time gives. */
export type SystemCommand = CloseByTime | RaiseAlarms;
/** The commands that change two tickets at once, each with events of its own. */
export type PairCommand =
  | MergeTicket
  | UnmergeTicket
  | CarryTicket
  | ReleaseTicket
  | LinkTicket
  | UnlinkTicket;
/** The commands that change one ticket. */
export type TicketCommand = RequesterCommand | StaffCommand | SystemCommand;
export type TicketCommandType = TicketCommand['type'];
