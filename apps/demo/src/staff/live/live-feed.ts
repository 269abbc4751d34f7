import type { LiveEvent, SupportClient } from '@teo-support/sdk';

export interface LiveListener {
  /** Something happened to a ticket. */
  happened(event: LiveEvent): void;
  /** The connection was made again: what happened in between comes as events, but look again all the same. */
  restored(): void;
}

/** The one live connection of the staff view, for whoever shows something that may change. */
export class LiveFeed {
  readonly #listeners = new Set<LiveListener>();
  readonly #connectionChanged: (connected: boolean, first: boolean) => void;
  #ending: AbortController | null = null;

  constructor(connectionChanged: (connected: boolean, first: boolean) => void) {
    this.#connectionChanged = connectionChanged;
  }

  /** @returns ends the subscription */
  listen(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Follows what happens until `stop`. A refusal of this person ends it: the session's guard sees that too. */
  async start(client: SupportClient): Promise<void> {
    this.stop();
    const ending = new AbortController();
    this.#ending = ending;
    let connections = 0;
    const onConnection = (connected: boolean) => {
      if (connected) connections += 1;
      this.#connectionChanged(connected, connections <= 1 && connected);
      if (connected) for (const listener of this.#listeners) listener.restored();
    };
    try {
      for await (const event of client.live.events({ signal: ending.signal, onConnection })) {
        for (const listener of this.#listeners) listener.happened(event);
      }
    } catch {
      this.#connectionChanged(false, false);
    }
  }

  stop(): void {
    this.#ending?.abort();
    this.#ending = null;
  }
}
