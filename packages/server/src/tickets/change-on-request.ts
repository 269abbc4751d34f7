import { type TicketCommand, ticketId } from '@teo-support/core';
import type { Context } from 'hono';
import { expectedVersion } from '../http/index.js';
import type { Viewer } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import { changeTicket, type TicketHistory } from './handle-command.js';

/** Gives a request's command to its ticket, on the condition that its `If-Match` states. */
export function changeOnRequest(
  db: Database,
  viewer: Viewer,
  c: Context,
  command: TicketCommand,
  now: number,
): Promise<TicketHistory> {
  const change = {
    ticketId: ticketId(c.req.param('ticketId') ?? ''),
    command,
    now,
    fieldsAt: '',
    expectedVersion: expectedVersion(c),
  };
  return db.write((tx) => changeTicket(tx, viewer, change));
}
