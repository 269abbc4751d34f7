import type { LiveEvent, LiveMessage, Presence, SupportClient } from '@teo-support/sdk';

export interface LiveListener {
  /** Something happened to a ticket. */
  happened(event: LiveEvent): void;
  /** The connection was made again, or so much has happened that it is not told one by one: look again. */
  restored(): void;
  /** Who of the team has a ticket open has changed. */
  presence?(presence: Presence): void;
}

/** The one live connection of the staff view, for whoever shows something that may change. */
export class LiveFeed {
  readonly #listeners = new Set<LiveListener>();
  readonly #connectionChanged: (connected: boolean, first: boolean) => void;
  readonly #present = new Map<string, Presence>();
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
      // Whoever is present is told anew with each connection.
      this.#present.clear();
      if (connected) connections += 1;
      this.#connectionChanged(connected, connections <= 1 && connected);
      if (connected) for (const listener of this.#listeners) listener.restored();
    };
    try {
      for await (const message of client.live.events({ signal: ending.signal, onConnection })) {
        this.#tell(message);
      }
    } catch {
      this.#connectionChanged(false, false);
    }
  }

  /** Who has a ticket open, as far as is known. */
  present(ticketId: string): Presence {
    return this.#present.get(ticketId) ?? { ticketId, answering: false, people: [] };
  }

  #tell(message: LiveMessage): void {
    if (message.kind === 'presence') this.#present.set(message.ticketId, message);
    for (const listener of this.#listeners) {
      switch (message.kind) {
        case 'ticket':
          listener.happened(message);
          break;
        case 'presence':
          listener.presence?.(message);
          break;
        case 'reload':
          listener.restored();
          break;
      }
    }
  }

  stop(): void {
    this.#ending?.abort();
    this.#ending = null;
  }
}
