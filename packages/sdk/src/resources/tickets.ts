import type {
  CancellationRequest,
  FileTicketRequest,
  ReopenRequest,
  ReplyRequest,
  RequesterListQuery,
  RequesterTicket,
  RollBackStepRequest,
  TicketPage,
  TicketSummary,
  UnreadTickets,
} from '@teo-support/core/contract';
import { Page } from '../pages.js';
import { type IntentionOptions, keyHeader } from '../transport/idempotency.js';
import type { CallOptions, Transport } from '../transport/transport.js';

/** For a command on a ticket that exists. */
export interface CommandOptions extends IntentionOptions {
  /** The version last seen. When the ticket has changed since, the call throws a `VersionConflictError`. */
  readonly ifMatch?: number | undefined;
}

/** What a téomaster does with tickets. */
export class Tickets {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Files a ticket. Sent twice with the same key it is filed once, and both calls get the same ticket. */
  file(request: FileTicketRequest, options: IntentionOptions = {}): Promise<RequesterTicket> {
    return this.#transport.json({
      method: 'POST',
      path: '/v1/tickets',
      json: request,
      headers: keyHeader(options),
      repeatable: true,
      signal: options.signal,
    });
  }

  /** My tickets, or with `scope: 'organization'` those of my organization; latest change first. */
  list(query: RequesterListQuery = {}, options: CallOptions = {}): Promise<Page<TicketSummary>> {
    return listTickets(this.#transport, '/v1/tickets', { ...query }, options);
  }

  get(ticketId: string, options: CallOptions = {}): Promise<RequesterTicket> {
    return this.#transport.json({ method: 'GET', path: pathOf(ticketId), repeatable: true, ...options });
  }

  /** The tickets in which something happened since the téomaster read them last, on whatever device. */
  unread(options: CallOptions = {}): Promise<UnreadTickets> {
    return this.#transport.json({ method: 'GET', path: '/v1/unread', repeatable: true, ...options });
  }

  /** Says that a version of a ticket was read: what `unread` tells from then on is what happened after it. */
  seen(ticketId: string, version: number, options: CallOptions = {}): Promise<void> {
    return this.#transport.json({
      method: 'POST',
      path: `${pathOf(ticketId)}/seen`,
      json: { version },
      repeatable: true,
      ...options,
    });
  }

  reply(ticketId: string, request: ReplyRequest, options: CommandOptions = {}): Promise<RequesterTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/replies`, request, options);
  }

  /** Agrees that it is solved, which closes the ticket. */
  confirm(ticketId: string, options: CommandOptions = {}): Promise<RequesterTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/confirmation`, undefined, options);
  }

  /** Says that it is not solved, and why: the ticket is open again. */
  reopen(ticketId: string, request: ReopenRequest, options: CommandOptions = {}): Promise<RequesterTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/reopening`, request, options);
  }

  /** Ticks a step of the roll-back off, or takes the tick back. */
  tickRollBackStep(
    ticketId: string,
    request: RollBackStepRequest,
    options: CommandOptions = {},
  ): Promise<RequesterTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/roll-back/steps`, request, options);
  }

  /** Withdraws a ticket that no longer needs an answer. */
  cancel(
    ticketId: string,
    request: CancellationRequest = {},
    options: CommandOptions = {},
  ): Promise<RequesterTicket> {
    return command(this.#transport, `${pathOf(ticketId)}/cancellation`, request, options);
  }
}

function pathOf(ticketId: string): string {
  return `/v1/tickets/${encodeURIComponent(ticketId)}`;
}

/** A command on a ticket. It carries a key, so that it can be repeated and yet has one effect. */
export function command<T>(
  transport: Transport,
  path: string,
  json: unknown,
  options: CommandOptions,
): Promise<T> {
  return transport.json({
    method: 'POST',
    path,
    json,
    headers: {
      ...keyHeader(options),
      ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
    },
    repeatable: true,
    signal: options.signal,
  });
}

export async function listTickets(
  transport: Transport,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
  options: CallOptions,
): Promise<Page<TicketSummary>> {
  const page = await transport.json<TicketPage>({ method: 'GET', path, query, repeatable: true, ...options });
  const { nextCursor } = page;
  const next =
    nextCursor === null
      ? null
      : () => listTickets(transport, path, { ...query, cursor: nextCursor }, options);
  return new Page(page, next);
}
