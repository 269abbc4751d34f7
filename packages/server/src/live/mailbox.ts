import type { LiveEvent, Presence } from '@teo-support/core/contract';
import type { Delivery } from './deliveries.js';

/** More events than this are not told one by one to somebody who has not even taken the former ones. */
const mostWaiting = 500;

/** What a listener is to be told now. */
export interface Mail {
  readonly events: readonly LiveEvent[];
  readonly presences: readonly Presence[];
  /** Where the log stood when events were left out, as there were too many for one who reads so slowly. */
  readonly leftOutUpTo: number | null;
}

const nothing: Mail = { events: [], presences: [], leftOutUpTo: null };

/** What waits for one listener. It holds little, however slowly the listener reads and however much happens. */
export class Mailbox {
  readonly #delivery: Delivery;
  #events: LiveEvent[] = [];
  /** Of each ticket only how it stands now. */
  readonly #presences = new Map<string, Presence>();
  #leftOutUpTo: number | null = null;
  /** Whether there is a reason to wake, be it only to look whether the listener may still listen. */
  #called = false;
  #wake: (() => void) | null = null;
  #ended = false;

  constructor(delivery: Delivery) {
    this.#delivery = delivery;
  }

  get ended(): boolean {
    return this.#ended;
  }

  event(event: LiveEvent): void {
    this.#delivery.committed();
    if (this.#leftOutUpTo !== null || this.#events.length >= mostWaiting) {
      this.#events = [];
      this.#leftOutUpTo = event.position;
    } else {
      this.#events.push(event);
    }
    this.call();
  }

  presence(presence: Presence): void {
    this.#presences.set(presence.ticketId, presence);
    this.call();
  }

  /** Wakes the listener. */
  call(): void {
    this.#called = true;
    this.#wake?.();
  }

  /** Whoever waits is woken, and waits no more. */
  end(): void {
    this.#ended = true;
    this.call();
  }

  /** What has come since the last time; `null` when nothing has for so long, in milliseconds. */
  async take(quietMs: number): Promise<Mail | null> {
    if (!this.#called) await this.#calledWithin(quietMs);
    if (!this.#called) return null;
    this.#called = false;
    this.#delivery.reading();
    const mail: Mail = {
      events: this.#events,
      presences: [...this.#presences.values()],
      leftOutUpTo: this.#leftOutUpTo,
    };
    this.#events = [];
    this.#presences.clear();
    this.#leftOutUpTo = null;
    return this.#ended ? nothing : mail;
  }

  /** All that was taken has been sent. */
  sent(): void {
    this.#delivery.sent();
  }

  /** Nobody will take anything any more. */
  close(): void {
    this.#delivery.end();
  }

  #calledWithin(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#wake = wake;
    });
  }
}
