import type { PairCommand, TicketCommand } from '@teo-support/core';
import type { Context } from 'hono';
import { expectedVersion } from '../http/index.js';
import type { ActingViewer } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import { type Change, changePair, changeTicket, type TicketHistory } from './handle-command.js';
import { findTicketId } from './queries.js';

/** Gives a request's command to its ticket, on the condition that its `If-Match` states. */
export function changeOnRequest(
  db: Database,
  viewer: ActingViewer,
  c: Context,
  command: TicketCommand,
  now: number,
): Promise<TicketHistory> {
  return db.write((tx) => changeTicket(tx, viewer, { ...requested(c, now), command }));
}

/** The same for a command that concerns another ticket, too, which a person names by its id or its reference. */
export function changePairOnRequest(
  db: Database,
  viewer: ActingViewer,
  c: Context,
  { type, other }: { readonly type: PairCommand['type']; readonly other: string },
  now: number,
): Promise<TicketHistory> {
  return db.write(async (tx) =>
    changePair(tx, viewer, {
      ...requested(c, now),
      type,
      otherId: await findTicketId(tx, viewer, other, 'ticket'),
    }),
  );
}

function requested(c: Context, now: number): Change {
  return { ticketId: c.req.param('ticketId') ?? '', now, expectedVersion: expectedVersion(c) };
}
