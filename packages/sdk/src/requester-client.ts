import type { Me, TeomasterList, TicketTypeList } from '@teo-support/core/contract';
import { Connection, type SupportClientOptions } from './connection.js';
import { Faq } from './resources/faq.js';
import { Files } from './resources/files.js';
import { Improvements } from './resources/improvements.js';
import { Live } from './resources/live.js';
import { Tickets } from './resources/tickets.js';
import type { CallOptions, Transport } from './transport/transport.js';

/** The requester's side of the API, for pages that do without the team's and need not load it. */
export class RequesterClient {
  readonly tickets: Tickets;
  readonly files: Files;
  readonly faq: Faq;
  readonly improvements: Improvements;
  readonly live: Live;
  protected readonly transport: Transport;
  readonly #connection: Connection;

  /** @param over how to reach the API, or a connection that is there already */
  constructor(over: SupportClientOptions | Connection) {
    this.#connection = over instanceof Connection ? over : new Connection(over);
    this.transport = this.#connection.transport;
    this.tickets = new Tickets(this.transport);
    this.files = new Files(this.transport);
    this.faq = new Faq(this.transport);
    this.improvements = new Improvements(this.transport);
    this.live = new Live(this.transport);
  }

  /** The signed-in téomaster, their organization and the service policy. */
  me(options: CallOptions = {}): Promise<Me> {
    return this.#connection.me(options);
  }

  /** The téomasters of the organization: an API key acts in the name of one of them. */
  teomasters(options: CallOptions = {}): Promise<TeomasterList> {
    return this.transport.json({ method: 'GET', path: '/v1/teomasters', repeatable: true, ...options });
  }

  /** The declarations of the ticket types. */
  ticketTypes(options: CallOptions = {}): Promise<TicketTypeList> {
    return this.transport.json({ method: 'GET', path: '/v1/ticket-types', repeatable: true, ...options });
  }
}
