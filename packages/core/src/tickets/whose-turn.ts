import type { TicketStatus } from './ticket.js';

export const turns = ['team', 'requester', 'nobody'] as const;
export type Turn = (typeof turns)[number];

/** Whose turn it is, derived from the status: waiting for an answer, or for a word on the resolution. */
export function whoseTurn(status: TicketStatus): Turn {
  switch (status) {
    case 'new':
    case 'open':
      return 'team';
    case 'pending':
    case 'resolved':
      return 'requester';
    case 'closed':
    case 'cancelled':
      return 'nobody';
  }
}
