import { type LiveEvent, operations, presenceLeaseMs } from '@teo-support/core/contract';
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { mount } from '../http/index.js';
import { eventScope, type Identity, type Viewer } from '../identity/index.js';
import { type Database, events } from '../storage/index.js';
import { readOwner, tickets } from '../tickets/index.js';
import type { Feed, Listening } from './feed.js';
import { liveEventColumns, liveEventOf } from './live-event.js';
import { forgetPresence, notePresence, readPresent } from './present.js';

/** A comment this often keeps proxies from closing a quiet stream. */
const heartbeatMs = 15_000;
/** Who has missed more is told to read anew what is shown: that is less than hearing it all. */
const mostMissed = 500;
/** After which listeners are asked to come back when the server stops. */
const reconnectMs = 1000;

export interface LiveRoutesOptions {
  readonly now: () => number;
  /** Ends the streams. */
  readonly ending: AbortSignal;
  readonly feed: Feed;
}

/**
 * The event log as a stream, from the position that the caller saw last, and who of the team has which ticket open.
 * What a listener missed is read from the log under their scope; what comes afterwards, the feed gives them under the same.
 */
export function liveRoutes(
  app: Hono,
  db: Database,
  identity: Identity,
  { now, ending, feed }: LiveRoutesOptions,
): void {
  mount(app, 'streamLiveEvents', identity.asSignedIn, async ({ viewer, c }) => {
    const listening = await feed.join(viewer);
    const response = streamSSE(c, async (stream) => {
      const { mailbox, leave } = listening;
      const end = () => mailbox.end();
      // Rights end with the token, the key or the session; the client comes back with a fresh one.
      const expiry = setTimeout(end, Math.min(2 ** 31 - 1, Math.max(0, viewer.expiresAt - now())));
      stream.onAbort(end);
      ending.addEventListener('abort', end);
      try {
        const mayStillListen = () => identity.stillAdmits(c, operations.streamLiveEvents);
        if (!ending.aborted) await tell(stream, { db, c, viewer, listening, feed, mayStillListen });
        // Whoever listens comes back soon, to the process that follows, and misses nothing.
        if (ending.aborted) await stream.writeSSE({ event: 'closing', data: '', retry: reconnectMs });
      } finally {
        clearTimeout(expiry);
        ending.removeEventListener('abort', end);
        leave();
      }
    });
    // Proxies are to keep nothing of it: neither for others, nor until they have a buffer full, nor to make it smaller.
    response.headers.set('x-accel-buffering', 'no');
    response.headers.set('cache-control', 'no-store, no-transform');
    return response;
  });

  mount(app, 'announcePresence', identity.asStaff, async ({ viewer, param, body }) => {
    const ticketId = param('ticketId');
    const { organizationId } = await readOwner(db.lookUp, viewer, ticketId);
    const at = now();
    const until = at + presenceLeaseMs;
    await notePresence(
      db,
      { ticketId, organizationId, staffId: viewer.actor.id, visit: param('visit') },
      { doing: body.doing, until, now: at },
    );
    const present = (await readPresent(db.lookUp, at)).get(ticketId);
    return {
      others: (present?.people ?? []).filter(({ id }) => id !== viewer.actor.id),
      until: new Date(until).toISOString(),
    };
  });

  mount(app, 'endPresence', identity.asStaff, async ({ viewer, param }) => {
    await forgetPresence(db, {
      ticketId: param('ticketId'),
      staffId: viewer.actor.id,
      visit: param('visit'),
    });
    return undefined;
  });
}

interface Telling {
  readonly db: Database;
  readonly c: Context;
  readonly viewer: Viewer;
  readonly listening: Listening;
  readonly feed: Feed;
  readonly mayStillListen: () => Promise<boolean>;
}

/** Tells what was missed, and then what happens, until the mailbox ends. */
async function tell(stream: SSEStreamingApi, telling: Telling): Promise<void> {
  const { db, c, viewer, listening, feed, mayStillListen } = telling;
  const { mailbox, since } = listening;
  const missed = await readMissed(db, viewer, c.req.header('last-event-id'), since);
  // Asked after reading and before telling: what happened after a right had ended is never told.
  if (!(await mayStillListen())) return;
  // Where the stream stands, so that a client that has heard nothing yet resumes from here after a cut.
  await stream.writeSSE({ event: 'connected', id: String(missed.from), data: '' });
  if (missed.tooMany) await tellReload(stream, since);
  for (const event of missed.events) await tellEvent(stream, event);
  for (const presence of listening.presences) {
    await stream.writeSSE({ event: 'presence', data: JSON.stringify(presence) });
  }
  while (!mailbox.ended) {
    const mail = await mailbox.take(heartbeatMs);
    // Here, too, and for whoever is quiet.
    if (mailbox.ended || !(await mayStillListen())) return;
    if (mail === null) {
      await stream.write(': still here\n\n');
      // Nobody has told of anything for long, which may be because looking failed.
      await feed.look();
      continue;
    }
    if (mail.leftOutUpTo !== null) await tellReload(stream, mail.leftOutUpTo);
    for (const event of mail.events) await tellEvent(stream, event);
    for (const presence of mail.presences) {
      await stream.writeSSE({ event: 'presence', data: JSON.stringify(presence) });
    }
    mailbox.sent();
  }
}

function tellEvent(stream: SSEStreamingApi, event: LiveEvent): Promise<void> {
  return stream.writeSSE({ event: 'ticket', id: String(event.position), data: JSON.stringify(event) });
}

function tellReload(stream: SSEStreamingApi, position: number): Promise<void> {
  return stream.writeSSE({ event: 'reload', id: String(position), data: '' });
}

interface Missed {
  /** After which event the stream begins. */
  readonly from: number;
  readonly events: readonly LiveEvent[];
  /** Whether what is shown is to be read anew, rather than each event be told. */
  readonly tooMany: boolean;
}

/** What has happened after the position that the caller names, up to where the mailbox takes over. */
async function readMissed(
  db: Database,
  viewer: Viewer,
  lastEventId: string | undefined,
  since: number,
): Promise<Missed> {
  const named = /^\d{1,15}$/.test(lastEventId ?? '') ? Number(lastEventId) : null;
  if (named === null || named === since) return { from: since, events: [], tooMany: false };
  // The log was longer once: a backup was restored, and what the caller has seen may never have been.
  if (named > since) return { from: since, events: [], tooMany: true };
  const rows = await db.read
    .select(liveEventColumns)
    .from(events)
    .leftJoin(tickets, eq(tickets.id, events.ticketId))
    .where(and(gt(events.position, named), lte(events.position, since), eventScope(viewer, events)))
    .orderBy(asc(events.position))
    .limit(mostMissed + 1);
  return rows.length > mostMissed
    ? { from: since, events: [], tooMany: true }
    : { from: named, events: rows.map(liveEventOf), tooMany: false };
}
