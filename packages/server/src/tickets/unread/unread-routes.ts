import type { Hono } from 'hono';
import { mount } from '../../http/index.js';
import type { Identity } from '../../identity/index.js';
import type { Database } from '../../storage/index.js';
import { readPublicVersion } from '../queries.js';
import { markSeen, readUnread } from './unread.js';

/** What a téomaster has not read yet, the same on each of their devices. */
export function unreadRoutes(app: Hono, db: Database, now: () => number, identity: Identity): void {
  const { asTeomaster } = identity;

  mount(app, 'listUnreadTickets', asTeomaster, ({ viewer }) => readUnread(db.read, viewer));

  mount(app, 'markTicketSeen', asTeomaster, async ({ viewer, param, body }) => {
    const ticketId = param('ticketId');
    await db.write(async (tx) => {
      // Nobody has read what has not happened.
      const version = Math.min(body.version, await readPublicVersion(tx, viewer, ticketId));
      await markSeen(tx, viewer.actor.id, { ticketId, version, at: now() });
    });
    return undefined;
  });
}
