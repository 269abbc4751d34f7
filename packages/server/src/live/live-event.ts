import { formatReference } from '@teo-support/core';
import type { LiveEvent } from '@teo-support/core/contract';
import { events } from '../storage/index.js';
import { tickets } from '../tickets/index.js';

/** What is read of an event to tell of it: that it happened, never what was written. */
export const liveEventColumns = {
  position: events.position,
  ticketId: events.ticketId,
  type: events.type,
  at: events.at,
  by: events.actorKind,
  number: tickets.number,
};

type Row = Pick<typeof events.$inferSelect, 'position' | 'ticketId' | 'type' | 'at'> & {
  readonly by: LiveEvent['by'];
  readonly number: number | null;
};

export function liveEventOf({ position, ticketId, type, at, by, number }: Row): LiveEvent {
  return {
    position,
    ticketId,
    reference: formatReference(number ?? 0),
    type,
    at: new Date(at).toISOString(),
    by,
  };
}
