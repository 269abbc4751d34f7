import type { TicketType } from '@teo-support/core';
import type { RequesterTicket } from '@teo-support/core/contract';
import { apart, ours } from './apart.js';
import type { FullSession } from './full-session.js';
import type { SignedIn } from './signed-in.js';

/** Who is told what became of the tickets that wait. */
interface Waiting {
  readonly signedIn: SignedIn | null;
  /** One has arrived. */
  arrived(type: TicketType, ticket: RequesterTicket, session: FullSession): void;
  requestUpdate(): void;
}

const againAfterMs = 30_000;

/** Sends the tickets that wait, if any do: when told to, when the connection is back, and after a while. */
export class WaitingTickets {
  readonly #panel: Waiting;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onOnline = ours(() => this.#send());

  constructor(panel: Waiting) {
    this.#panel = panel;
  }

  start(): void {
    addEventListener('online', this.#onOnline);
  }

  stop(): void {
    removeEventListener('online', this.#onOnline);
    clearTimeout(this.#timer);
  }

  send(): void {
    apart(this.#send());
  }

  sendLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onOnline, againAfterMs);
  }

  async #send(): Promise<void> {
    const panel = this.#panel;
    const { drafts, loadLater } = panel.signedIn ?? {};
    if (loadLater === undefined || drafts === undefined || drafts.waiting().length === 0) return;
    try {
      const { parts, session } = await loadLater();
      const done = await parts.sendWaiting(session.client, drafts, ({ type }, ticket) =>
        panel.arrived(type, ticket, session),
      );
      panel.requestUpdate();
      if (!done) this.sendLater();
    } catch {
      // The code of it did not come, so the connection is down.
      this.sendLater();
    }
  }
}
