import type {
  AnswerRequest,
  AssignmentRequest,
  NoteRequest,
  ReproductionTestRequest,
  ResolutionRequest,
  StaffListQuery,
  StaffTicket,
  TicketSummary,
  TransferRequest,
} from '@teo-support/core/contract';
import type { Page } from '../pages.js';
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

  resolve(ticketId: string, request: ResolutionRequest, options: CommandOptions = {}): Promise<StaffTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/resolution`, request, options);
  }
}

function pathOf(ticketId: string): string {
  return `/v1/staff/tickets/${encodeURIComponent(ticketId)}`;
}
