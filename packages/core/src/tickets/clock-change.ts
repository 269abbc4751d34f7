import type { Ticket, TicketStatus } from './ticket.js';

function stands(status: TicketStatus): boolean {
  return status !== 'new' && status !== 'open';
}

/** Whether the clock stopped or went on between two states of a ticket, so that the timeline can show it. */
export function clockChange(before: Ticket | null, after: Ticket): 'stopped' | 'resumed' | null {
  if (before === null || stands(before.status) === stands(after.status)) return null;
  return stands(after.status) ? 'stopped' : 'resumed';
}
