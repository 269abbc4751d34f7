import { addCalendarDays } from '../service-level/calendar.js';
import type { Instant, ServicePolicy } from '../service-level/policy.js';
import type { Ticket } from './ticket.js';

/** Until when the requester can say that it is not solved after all; `null` for a ticket that is not resolved. */
export function reopenableUntil(ticket: Ticket, policy: ServicePolicy): Instant | null {
  if (ticket.status !== 'resolved' && ticket.status !== 'closed') return null;
  return addCalendarDays(ticket.resolvedAt, policy.reopenWindowDays, policy.timeZone);
}

/** From when a resolved ticket is closed if nobody speaks up; `null` for every other ticket. */
export function closableFrom(ticket: Ticket, policy: ServicePolicy): Instant | null {
  if (ticket.status !== 'resolved') return null;
  return addCalendarDays(ticket.resolvedAt, policy.closesAfterDays, policy.timeZone);
}
