import type { TicketId } from '../people/ids.js';
import type { PairCommand, ResolveTicket } from './commands.js';
import type { Ticket } from './ticket.js';

/**
 * What a change of one ticket brings about in others, as commands of their own that are given in the same transaction.
 * - `answer`: the resolution of a malfunction answers a ticket that it carries, in the name of whoever resolved it. It
 *   is refused, and then left out, where that ticket no longer waits for an answer.
 * - `part`: what held two tickets together no longer stands. It follows by itself, so that nobody of one organization
 *   appears in the story of another one's ticket.
 */
export type Consequence =
  | { readonly kind: 'answer'; readonly ticketId: TicketId; readonly command: ResolveTicket }
  | {
      readonly kind: 'part';
      readonly ticketId: TicketId;
      readonly command: Extract<PairCommand['type'], 'release' | 'unmerge'>;
      readonly otherId: TicketId;
    };

/** What follows for others from a change of a ticket. Nothing while it stays what it was to them. */
export function consequences(before: Ticket, after: Ticket): Consequence[] {
  const part = (ticketId: TicketId, command: 'release' | 'unmerge', otherId: TicketId): Consequence => ({
    kind: 'part',
    ticketId,
    command,
    otherId,
  });
  const { id, carries, carrier, duplicates } = after;
  if (after.status === 'resolved' && before.status !== 'resolved') {
    const command = { type: 'resolve', resolution: after.resolution.written ?? '' } as const;
    return carries.map((ticketId) => ({ kind: 'answer', ticketId, command }));
  }
  const withdrawn = after.status === 'cancelled' && before.status !== 'cancelled';
  const reopened = after.status === 'open' && (before.status === 'resolved' || before.status === 'closed');
  return [
    // Whoever withdraws a ticket withdraws their own: what repeated it goes on by itself.
    ...(withdrawn ? duplicates.map((duplicate) => part(duplicate, 'unmerge', id)) : []),
    // Nor can it carry others when it is withdrawn or turns out to be no confirmed bug.
    ...(withdrawn || (canCarry(before) && !canCarry(after))
      ? carries.map((carried) => part(carried, 'release', id))
      : []),
    // What answered it did not solve it: whether the malfunction is its matter is to be seen anew.
    ...(reopened && carrier !== null ? [part(id, 'release', carrier)] : []),
  ];
}

/** « Si le bug est avéré »: only a confirmed malfunction carries other tickets. */
export function canCarry({ type, verdict }: Ticket): boolean {
  return type === 'malfunction' && verdict === 'confirmed';
}
