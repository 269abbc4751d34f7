import type { LiveMessage } from '@teo-support/sdk';
import type { WidgetClient } from './full-session.js';

interface Listener {
  heard(message: LiveMessage): void;
  connection(connected: boolean): void;
}

/** One live stream while the panel is shown. After a pause it goes on from the last event heard. */
export class LiveTickets {
  readonly #listener: Listener;
  #ending: AbortController | null = null;
  #after: number | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** @returns whether it was not running before, so that something may have been missed */
  start(client: WidgetClient): boolean {
    if (this.#ending !== null) return false;
    const ending = new AbortController();
    this.#ending = ending;
    void this.#listen(client, ending.signal);
    return true;
  }

  stop(): void {
    this.#ending?.abort();
    this.#ending = null;
  }

  async #listen(client: WidgetClient, signal: AbortSignal): Promise<void> {
    try {
      const events = client.live.events({
        signal,
        after: this.#after,
        onConnection: (connected) => this.#listener.connection(connected),
      });
      for await (const message of events) {
        if (message.kind !== 'presence') this.#after = message.position;
        this.#listener.heard(message);
      }
    } catch {
      // The server will not have us at all; what is shown stays, and every action says so itself.
      this.#listener.connection(false);
    }
  }
}
