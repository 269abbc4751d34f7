import type { LiveEvent, Presence } from '@teo-support/core/contract';
import { AbortedError, ApiError } from '../errors.js';
import { retryDelayMs, wait } from '../transport/retry.js';
import { readServerSentEvents, type ServerSentEvent } from '../transport/server-sent-events.js';
import type { Transport } from '../transport/transport.js';

export interface LiveOptions {
  /** Ends the stream; the iterator then completes. */
  readonly signal?: AbortSignal | undefined;
  /** The last position that the caller has seen; the stream goes on after it. */
  readonly after?: number | undefined;
  /** Told each time the connection is made or lost, so that a screen can say so. */
  readonly onConnection?: ((connected: boolean) => void) | undefined;
}

/**
 * What comes over the live stream.
 *
 * - `ticket`: something has happened to a ticket that the caller may see
 * - `presence`: who of the team has a ticket open; for téomasters only whether they are being answered
 * - `reload`: so much has happened that it is not told one by one; read anew what you show
 */
export type LiveMessage =
  | ({ readonly kind: 'ticket' } & LiveEvent)
  | ({ readonly kind: 'presence' } & Presence)
  | { readonly kind: 'reload'; readonly position: number };

/** What happens to the tickets that the caller may see, as it happens. */
export class Live {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * What happens as it happens, over cuts and server restarts, each event once and in order.
   * Throws `ApiError` only when the server will not have this caller at all (401, 403).
   */
  async *events(options: LiveOptions = {}): AsyncGenerator<LiveMessage> {
    const { signal, onConnection } = options;
    let position = options.after ?? null;
    for (let failures = 0; !signal?.aborted; failures += 1) {
      // Of its own for each connection, so that a signal that lives long gathers nothing from those that were cut.
      const connection = new AbortController();
      const end = () => connection.abort();
      signal?.addEventListener('abort', end, { once: true });
      try {
        const response = await this.#connect(position, connection.signal);
        if (response.body === null) continue;
        failures = 0;
        onConnection?.(true);
        for await (const message of readServerSentEvents(response.body)) {
          if (message.id !== null) position = Number(message.id);
          const told = read(message, position);
          if (told !== null) yield told;
          // What is already here must not come after the caller has ended it.
          if (signal?.aborted) return;
        }
      } catch (error) {
        if (error instanceof AbortedError || signal?.aborted) return;
        if (error instanceof ApiError && retryDelayMs(error, 0, 0) === null) throw error;
      } finally {
        signal?.removeEventListener('abort', end);
        // Whoever stops listening in the middle ends it, too.
        connection.abort();
      }
      if (signal?.aborted) return;
      onConnection?.(false);
      await wait(Math.min(15_000, 500 * 2 ** failures) * (0.75 + Math.random() / 2), signal);
    }
  }

  #connect(position: number | null, signal: AbortSignal): Promise<Response> {
    return this.#transport.send({
      method: 'GET',
      path: '/v1/live',
      headers: {
        accept: 'text/event-stream',
        ...(position === null ? {} : { 'last-event-id': String(position) }),
      },
      repeatable: false,
      streamed: true,
      signal,
    });
  }
}

const kinds: readonly string[] = ['ticket', 'presence', 'reload'] satisfies LiveMessage['kind'][];

/** What a message says; `null` for those that are of no concern to anybody but this connection. */
function read({ event, data }: ServerSentEvent, position: number | null): LiveMessage | null {
  if (!kinds.includes(event)) return null;
  // What the contract says of each kind: the server is trusted to keep to it.
  return { ...(data === '' ? { position } : JSON.parse(data)), kind: event } as LiveMessage;
}
