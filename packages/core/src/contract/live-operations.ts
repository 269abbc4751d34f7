import { announcePresenceSchema, presenceReceiptSchema } from './live.js';
import type { Operation } from './operation.js';

/** What is told as it happens, and what people of the team tell each other by it. */
export const liveOperations = {
  streamLiveEvents: {
    method: 'GET',
    path: '/v1/live',
    tag: 'live',
    audience: 'signed_in',
    group: 'live',
    summary:
      'Server-sent events: what happens to the tickets that the caller may see; resumes from Last-Event-ID',
    response: {
      status: 200,
      mediaType: 'text/event-stream',
      description:
        'A `ticket` message per LiveEvent, a `presence` message per change of a Presence, and `reload` in place of events that are too many to tell: what is shown is to be read anew, and the stream goes on from there',
    },
    problems: ['not-signed-in'],
  },
  announcePresence: {
    method: 'POST',
    path: '/v1/staff/tickets/{ticketId}/presence/{visit}',
    tag: 'live',
    audience: 'staff',
    summary:
      'Say that one has the ticket open, and what one does; `visit` is any id of the window that shows it',
    body: announcePresenceSchema,
    response: { status: 200, schema: presenceReceiptSchema },
    problems: ['not-signed-in', 'not-found', 'busy-try-again'],
  },
  endPresence: {
    method: 'DELETE',
    path: '/v1/staff/tickets/{ticketId}/presence/{visit}',
    tag: 'live',
    audience: 'staff',
    summary: 'Say that a window no longer shows the ticket',
    response: { status: 204 },
    problems: ['not-signed-in', 'busy-try-again'],
  },
} as const satisfies Record<string, Operation>;
