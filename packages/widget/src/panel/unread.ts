import type { UnreadTickets } from '@teo-support/core/contract';
import { apart, ours } from './apart.js';
import type { FullSession } from './full-session.js';

type Tickets = FullSession['client']['tickets'];

/** What the person has not read, as the server knows it: the same on each of their devices. */
export class Unread {
  readonly #tickets: Tickets;
  readonly #changed: (ids: ReadonlySet<string>) => void;
  readonly #signal: AbortSignal;
  /** Up to which version each ticket was read here or in another tab: an answer on its way may not know that yet. */
  readonly #read = new Map<string, number>();
  #unread: UnreadTickets['tickets'] = [];
  #asking = false;
  #askAgain = false;

  /** @param signal ends it */
  constructor(tickets: Tickets, changed: (ids: ReadonlySet<string>) => void, signal: AbortSignal) {
    this.#tickets = tickets;
    this.#changed = changed;
    this.#signal = signal;
  }

  /** Asks the server, and once more if something happens meanwhile. */
  refresh(): void {
    this.#askAgain = true;
    if (!this.#asking) apart(this.#ask());
  }

  /** It was read in another tab. */
  forget(ticketId: string, version: number): void {
    this.#read.set(ticketId, Math.max(version, this.#read.get(ticketId) ?? 0));
    this.#tellChange();
  }

  /** A version stands before the person. `told` is called once the server knows, and not if it knew before. */
  seen(ticketId: string, version: number, told: () => void): void {
    if ((this.#read.get(ticketId) ?? 0) >= version) return;
    if (document.hidden) {
      // What stands in a tab that nobody sees is not read, yet.
      const again = ours(() => this.seen(ticketId, version, told));
      document.addEventListener('visibilitychange', again, { once: true, signal: this.#signal });
      return;
    }
    this.forget(ticketId, version);
    this.#tickets.seen(ticketId, version).then(told, () => {
      // Said again when it is shown again.
      this.#read.delete(ticketId);
    });
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    try {
      while (this.#askAgain && !this.#signal.aborted) {
        this.#askAgain = false;
        this.#unread = (await this.#tickets.unread({ signal: this.#signal })).tickets;
        this.#tellChange();
      }
    } catch {
      // What was known stays; the next event or connection asks again.
    } finally {
      this.#asking = false;
    }
  }

  #tellChange(): void {
    if (this.#signal.aborted) return;
    const unread = this.#unread.filter(({ id, version }) => (this.#read.get(id) ?? 0) < version);
    this.#changed(new Set(unread.map(({ id }) => id)));
  }
}
