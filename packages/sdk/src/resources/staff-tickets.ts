import type {
  AnnouncePresence,
  AnswerRequest,
  AssignmentRequest,
  ConsultationAnswerRequest,
  ConsultationRequest,
  NoteRequest,
  OtherTicketRequest,
  PresenceReceipt,
  PriorityRequest,
  ReproductionTestRequest,
  RequalificationRequest,
  ResolutionRequest,
  RollBackRefusalRequest,
  RollBackRequest,
  StaffExportQuery,
  StaffListQuery,
  StaffTicket,
  TicketSummary,
  TransferRequest,
} from '@teo-support/core/contract';
import type { Page } from '../pages.js';
import { type Download, download } from '../transport/download.js';
import type { CallOptions, Transport } from '../transport/transport.js';
import { type CommandOptions, command, listTickets } from './tickets.js';

/** What the team does with tickets. */
export class StaffTickets {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The queue, nearest target first. */
  list(query: StaffListQuery = {}, options: CallOptions = {}): Promise<Page<TicketSummary>> {
    return listTickets(this.#transport, '/v1/staff/tickets', { ...query }, options);
  }

  /** All of the queue as a CSV file, with the filters and the order of `list`, in the language of the client. */
  export(query: StaffExportQuery = {}, options: CallOptions = {}): Promise<Download> {
    const path = '/v1/staff/tickets.csv';
    return download(this.#transport, { path, query: { ...query }, ...options }, 'tickets.csv');
  }

  get(ticketId: string, options: CallOptions = {}): Promise<StaffTicket> {
    return this.#transport.json({ method: 'GET', path: pathOf(ticketId), repeatable: true, ...options });
  }

  /** Writes to the requester, and says whether the ticket now waits for them. */
  answer(ticketId: string, request: AnswerRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/answers`, request, options);
  }

  /** Writes to the team; no requester ever sees it. */
  writeNote(ticketId: string, request: NoteRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/notes`, request, options);
  }

  /**
   * Says that a window of this person's shows the ticket, and what they do there. Say it again before the answer's `until`.
   * @param visit any id of the window, such as a random UUID
   * @returns who else has it open
   */
  announcePresence(
    ticketId: string,
    visit: string,
    request: AnnouncePresence,
    options: CallOptions = {},
  ): Promise<PresenceReceipt> {
    const path = presencePath(ticketId, visit);
    return this.#transport.json({ method: 'POST', path, json: request, repeatable: true, ...options });
  }

  /** Says that a window no longer shows the ticket. */
  async endPresence(ticketId: string, visit: string, options: CallOptions = {}): Promise<void> {
    const path = presencePath(ticketId, visit);
    await this.#transport.send({ method: 'DELETE', path, repeatable: true, ...options });
  }

  assign(ticketId: string, request: AssignmentRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/assignment`, request, options);
  }

  recordReproductionTest(
    ticketId: string,
    request: ReproductionTestRequest,
    options: CommandOptions = {},
  ): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/reproduction-tests`, request, options);
  }

  /** Transfers a confirmed malfunction to the technical service. */
  transfer(
    ticketId: string,
    request: TransferRequest = {},
    options: CommandOptions = {},
  ): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/transfer`, request, options);
  }

  /** Sets another priority, with a reason that the requester reads. */
  reprioritise(
    ticketId: string,
    request: PriorityRequest,
    options: CommandOptions = {},
  ): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/priority`, request, options);
  }

  /** Gives the ticket another type, with a reason that the requester reads. */
  requalify(
    ticketId: string,
    request: RequalificationRequest,
    options: CommandOptions = {},
  ): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/type`, request, options);
  }

  /** Asks another service for its view. */
  consult(
    ticketId: string,
    request: ConsultationRequest,
    options: CommandOptions = {},
  ): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/consultations`, request, options);
  }

  /** Gives the view of the service that was asked. */
  answerConsultation(
    ticketId: string,
    request: ConsultationAnswerRequest,
    options: CommandOptions = {},
  ): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/consultation-answers`, request, options);
  }

  /** Guides the roll-back of a mishandling, step by step. */
  guideRollBack(
    ticketId: string,
    request: RollBackRequest,
    options: CommandOptions = {},
  ): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/roll-back`, request, options);
  }

  /** Says why no roll-back is possible. */
  ruleOutRollBack(
    ticketId: string,
    request: RollBackRefusalRequest,
    options: CommandOptions = {},
  ): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/roll-back-refusal`, request, options);
  }

  /** Merges a duplicate into another ticket of its organization. */
  merge(ticketId: string, request: OtherTicketRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/merge`, request, options);
  }

  /** Takes a merge back. */
  unmerge(ticketId: string, request: OtherTicketRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/merge-reversal`, request, options);
  }

  /** Attaches the ticket to a confirmed malfunction, whose resolution will answer it. */
  carry(ticketId: string, request: OtherTicketRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/carrier`, request, options);
  }

  /** Detaches the ticket from the malfunction that carries it. */
  release(ticketId: string, request: OtherTicketRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/carrier-release`, request, options);
  }

  /** Says that two tickets have to do with each other. */
  link(ticketId: string, request: OtherTicketRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/links`, request, options);
  }

  /** Takes a link back. */
  unlink(ticketId: string, request: OtherTicketRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/link-removals`, request, options);
  }

  resolve(ticketId: string, request: ResolutionRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/resolution`, request, options);
  }
}

function pathOf(ticketId: string): string {
  return `/v1/staff/tickets/${encodeURIComponent(ticketId)}`;
}

function presencePath(ticketId: string, visit: string): string {
  return `${pathOf(ticketId)}/presence/${encodeURIComponent(visit)}`;
}
