import { AbortedError, ApiError, type StaffTicket } from '@teo-support/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Load = (ticketId: string, signal: AbortSignal) => Promise<StaffTicket>;

/** One ticket as it stands on the server. A later look never takes away what an earlier one showed. */
export class TicketLoader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: Load;
  #call: AbortController | null = null;
  ticket: StaffTicket | null = null;
  phase: 'loading' | 'ready' | 'missing' | 'failed' = 'loading';
  error: unknown = null;

  constructor(host: ReactiveControllerHost, load: Load) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  async open(ticketId: string): Promise<void> {
    this.ticket = null;
    this.phase = 'loading';
    await this.look(ticketId);
  }

  /** Looks again; what is shown stays until the answer is there, and if none comes. */
  async look(ticketId: string): Promise<void> {
    this.#call?.abort();
    const call = new AbortController();
    this.#call = call;
    this.#host.requestUpdate();
    try {
      const ticket = await this.#load(ticketId, call.signal);
      if (!call.signal.aborted) this.accept(ticket);
    } catch (error) {
      if (error instanceof AbortedError || call.signal.aborted || this.ticket !== null) return;
      this.error = error;
      this.phase = error instanceof ApiError && error.status === 404 ? 'missing' : 'failed';
      this.#host.requestUpdate();
    }
  }

  /** Answers may overtake each other: the one with more history counts. */
  accept(ticket: StaffTicket): void {
    const older = this.ticket?.id === ticket.id && this.ticket.version > ticket.version;
    if (!older) this.ticket = ticket;
    this.phase = 'ready';
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#call?.abort();
  }
}
