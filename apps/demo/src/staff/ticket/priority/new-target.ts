import { type Priority, policyOf, serviceClock } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/sdk';
import { toldPauses } from '../clock/pauses.js';

/** The target of a ticket under another priority: counted from its filing, with the pauses that it had. */
export function targetUnder(priority: Priority, ticket: StaffTicket, now: number): number {
  const timed = {
    filedAt: Date.parse(ticket.filedAt),
    priority,
    pauses: toldPauses(ticket.timeline),
    endedAt: null,
    firstAnswered: null,
    assigned: null,
  };
  return serviceClock(timed, policyOf(ticket.policyVersion), now).dueAt;
}
