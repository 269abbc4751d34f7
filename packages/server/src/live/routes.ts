import { formatReference } from '@teo-support/core';
import { type LiveEvent, operations } from '@teo-support/core/contract';
import { inArray, max } from 'drizzle-orm';
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { mount } from '../http/index.js';
import { eventScope, type Identity } from '../identity/index.js';
import { type Database, events, type LoggedEvent, readEventsAfter } from '../storage/index.js';
import { tickets } from '../tickets/index.js';
import type { Deliveries } from './deliveries.js';

/** A comment this often keeps proxies from closing a quiet stream. */
const heartbeatMs = 15_000;
const mostEventsAtOnce = 200;
/** After which listeners are asked to come back when the server stops. */
const reconnectMs = 1000;

export interface LiveRoutesOptions {
  readonly now: () => number;
  /** Ends the streams. */
  readonly ending: AbortSignal;
  /** Where is kept how far streams are behind. */
  readonly deliveries: Deliveries;
}

/**
 * The event log as a stream, from the position that the caller saw last. A commit only wakes the stream; what it
 * then sends it reads from the log, under the caller's scope, so nothing is lost, doubled or shown to the wrong person.
 */
export function liveRoutes(
  app: Hono,
  db: Database,
  identity: Identity,
  { now, ending, deliveries }: LiveRoutesOptions,
): void {
  mount(app, 'streamLiveEvents', identity.asSignedIn, async ({ viewer, c }) => {
    const from = await startOf(db, c.req.header('last-event-id'));
    c.header('x-accel-buffering', 'no');
    c.header('cache-control', 'no-store');
    return streamSSE(c, async (stream) => {
      const delivery = deliveries.open();
      const listener = new Listener(db, () => delivery.committed());
      const end = () => listener.end();
      // Rights end with the token, the key or the session; the client comes back with a fresh one.
      const expiry = setTimeout(end, Math.min(2 ** 31 - 1, Math.max(0, viewer.expiresAt - now())));
      stream.onAbort(end);
      ending.addEventListener('abort', end);
      try {
        // Where the stream stands, so that a client that has heard nothing yet resumes from here after a cut.
        await stream.writeSSE({ event: 'connected', id: String(from), data: '' });
        for (let position = from; !listener.ended; ) {
          delivery.reading();
          const found = await readEventsAfter(
            db.read,
            position,
            eventScope(viewer, events),
            mostEventsAtOnce,
          );
          // Asked after reading and before sending: what happened after a right had ended is never told.
          if (!(await identity.stillAdmits(c, operations.streamLiveEvents))) break;
          for (const event of await withReferences(db, found)) {
            await stream.writeSSE({
              event: 'ticket',
              id: String(event.position),
              data: JSON.stringify(event),
            });
            position = event.position;
          }
          if (found.length < mostEventsAtOnce) delivery.sent();
          if (found.length < mostEventsAtOnce && (await listener.woken(heartbeatMs)) === 'quiet') {
            await stream.write(': still here\n\n');
          }
        }
        // Whoever listens comes back soon, to the process that follows, and misses nothing.
        if (ending.aborted) await stream.writeSSE({ event: 'closing', data: '', retry: reconnectMs });
      } finally {
        clearTimeout(expiry);
        ending.removeEventListener('abort', end);
        listener.close();
        delivery.end();
      }
    });
  });
}

/** After the position that the caller names, or after what is in the log now. */
async function startOf(db: Database, lastEventId: string | undefined): Promise<number> {
  const [row] = await db.read.select({ last: max(events.position) }).from(events);
  const last = row?.last ?? 0;
  const named = Number(lastEventId ?? Number.NaN);
  return Number.isSafeInteger(named) && named >= 0 && named <= last ? named : last;
}

async function withReferences(db: Database, found: readonly LoggedEvent[]): Promise<LiveEvent[]> {
  if (found.length === 0) return [];
  const ids = [...new Set(found.map((event) => event.ticketId))];
  const rows = await db.read
    .select({ id: tickets.id, number: tickets.number })
    .from(tickets)
    .where(inArray(tickets.id, ids));
  const numbers = new Map(rows.map((row) => [row.id, row.number]));
  return found.map((event) => ({
    position: event.position,
    ticketId: event.ticketId,
    reference: formatReference(numbers.get(event.ticketId) ?? 0),
    type: event.type,
    at: new Date(event.at).toISOString(),
    by: event.by,
  }));
}

/** Sleeps until a commit, the end, or for so long that a heartbeat is due. A commit during work is not missed. */
class Listener {
  #pending = false;
  #wake: ((how: 'woken') => void) | null = null;
  readonly #unsubscribe: () => void;
  ended = false;

  constructor(db: Database, committed: () => void) {
    this.#unsubscribe = db.onCommit(() => {
      committed();
      this.#call();
    });
  }

  woken(quietMs: number): Promise<'woken' | 'quiet'> {
    if (this.#pending || this.ended) {
      this.#pending = false;
      return Promise.resolve('woken');
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('quiet'), quietMs);
      this.#wake = (how) => {
        clearTimeout(timer);
        resolve(how);
      };
    }).then((how) => {
      this.#pending = false;
      this.#wake = null;
      return how === 'quiet' ? 'quiet' : 'woken';
    });
  }

  end(): void {
    this.ended = true;
    this.#call();
  }

  close(): void {
    this.#unsubscribe();
  }

  #call(): void {
    this.#pending = true;
    this.#wake?.('woken');
  }
}
