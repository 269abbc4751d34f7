import type { LiveMessage } from '@teo-support/sdk';
import { apart, ours } from './apart.js';
import type { FullSession } from './full-session.js';
import { Unread } from './unread.js';

interface Listener {
  heard(message: LiveMessage): void;
  connection(connected: boolean): void;
  /** What the person has not read, by the ids of the tickets. */
  unread(ids: ReadonlySet<string>): void;
}

/** What the tabs of a person tell each other. */
type Told =
  /** By the one that has the stream. */
  | { readonly kind: 'message'; readonly message: LiveMessage }
  | { readonly kind: 'connection'; readonly connected: boolean; readonly answering: readonly LiveMessage[] }
  /** By one whose panel was opened just now. */
  | { readonly kind: 'newcomer' }
  /** By one in which a ticket was read. */
  | { readonly kind: 'seen'; readonly ticketId: string; readonly version: number };

type Tell = (told: Told) => void;

/**
 * What happens while the panel is shown. A browser makes six connections to a server over HTTP/1.1 and no more, so all
 * tabs of a person have one stream together: whoever holds a lock has it, and tells the others what comes. When that tab
 * goes, the next in line goes on from the last event that it was told, so that nothing is lost or heard twice.
 */
export class LiveTickets {
  readonly #listener: Listener;
  readonly #answering = new Map<string, LiveMessage>();
  #ending: AbortController | null = null;
  #after: number | undefined;
  /** `null` until something is known of it. */
  #connected: boolean | null = null;
  #unread: Unread | null = null;
  #tell: Tell = () => {};

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** @returns whether it was not running before, so that something may have been missed */
  start({ client, me }: Pick<FullSession, 'client' | 'me'>): boolean {
    if (this.#ending !== null) return false;
    const ending = new AbortController();
    this.#ending = ending;
    this.#unread = new Unread(client.tickets, (ids) => this.#listener.unread(ids), ending.signal);
    apart(this.#share(client.live, `teo-support ${me.id}`, ending.signal));
    return true;
  }

  stop(): void {
    this.#ending?.abort();
    this.#ending = null;
    this.#connected = null;
  }

  /** A version of a ticket stands before the person: on each of their devices it is read. */
  seen(ticketId: string, version: number): void {
    this.#unread?.seen(ticketId, version, () => this.#tell({ kind: 'seen', ticketId, version }));
  }

  async #share(live: FullSession['client']['live'], name: string, signal: AbortSignal): Promise<void> {
    // A page without TLS has no locks: each of its tabs has a stream then.
    if (!('locks' in navigator)) return this.#listen(live, signal);
    const channel = new BroadcastChannel(name);
    let leads = false;
    const tell: Tell = (told) => channel.postMessage(told);
    this.#tell = tell;
    channel.onmessage = ours(({ data }: MessageEvent<Told>) => {
      if (data.kind === 'seen') this.#unread?.forget(data.ticketId, data.version);
      else if (data.kind !== 'newcomer') this.#hear(data);
      else if (leads) this.#tellConnection();
    });
    this.#tell({ kind: 'newcomer' });
    for (let goesOn = true; goesOn; ) {
      goesOn = await navigator.locks
        .request(name, { signal }, async () => {
          // It was ended as its turn came.
          if (signal.aborted) return false;
          leads = true;
          const turn = new Turn(name, signal);
          // What happened between the last tab's stream and ours is only known from a place on.
          if (this.#after === undefined && this.#connected) this.#connection(false);
          await this.#listen(live, turn.signal);
          leads = false;
          return turn.end();
        })
        .catch((error: unknown) => {
          if (signal.aborted) return false;
          throw error;
        });
    }
    // Started again meanwhile, it has another channel.
    if (this.#tell === tell) this.#tell = () => {};
    channel.close();
  }

  async #listen(live: FullSession['client']['live'], signal: AbortSignal): Promise<void> {
    const onConnection = (connected: boolean) => {
      if (signal.aborted) return;
      this.#connection(connected);
      this.#tellConnection();
    };
    try {
      for await (const message of live.events({ signal, after: this.#after, onConnection })) {
        this.#hear({ kind: 'message', message });
        this.#tell({ kind: 'message', message });
      }
    } catch {
      // The server will not have us at all; what is shown stays, and every action says so itself.
      onConnection(false);
    }
  }

  #tellConnection(): void {
    // Who knows nothing yet tells all of them as soon as it does.
    if (this.#connected !== null)
      this.#tell({
        kind: 'connection',
        connected: this.#connected,
        answering: [...this.#answering.values()],
      });
  }

  #hear(told: Extract<Told, { kind: 'message' | 'connection' }>): void {
    if (told.kind === 'connection') {
      this.#connection(told.connected);
      for (const message of told.answering) this.#take(message);
    } else this.#take(told.message);
  }

  #connection(connected: boolean): void {
    this.#answering.clear();
    // Asked once there is a stream, which tells of what happens from there on; and at least once, also without one.
    if (connected ? this.#connected !== true : this.#connected === null) this.#unread?.refresh();
    this.#connected = connected;
    this.#listener.connection(connected);
  }

  #take(message: LiveMessage): void {
    if (message.kind === 'presence') {
      if (message.answering) this.#answering.set(message.ticketId, message);
      else this.#answering.delete(message.ticketId);
    } else {
      // A tab that takes over begins where it stands itself, and others may have heard more.
      if (this.#after !== undefined && message.position <= this.#after) return;
      this.#after = message.position;
      this.#unread?.refresh();
    }
    this.#listener.heard(message);
  }
}

/** As long as a tab has the stream: until it stops, or is out of sight while another one waits. */
class Turn {
  readonly #name: string;
  readonly #whole: AbortSignal;
  readonly #ending = new AbortController();
  readonly #end = () => this.#ending.abort();

  constructor(name: string, whole: AbortSignal) {
    this.#name = name;
    this.#whole = whole;
    whole.addEventListener('abort', this.#end);
    const { signal } = this;
    document.addEventListener(
      'visibilitychange',
      ours(() => this.#makeWay()),
      { signal },
    );
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** @returns whether the tab stands in line again: not if the server did not have it */
  end(): boolean {
    this.#whole.removeEventListener('abort', this.#end);
    const again = this.signal.aborted && !this.#whole.aborted;
    this.#end();
    return again;
  }

  /** Browsers put tabs to sleep that nobody sees, and with them the stream. */
  async #makeWay(): Promise<void> {
    if (!document.hidden) return;
    const { pending = [] } = await navigator.locks.query();
    if (document.hidden && pending.some(({ name }) => name === this.#name)) this.#ending.abort();
  }
}
