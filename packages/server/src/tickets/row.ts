import {
  endedAt,
  nextByTime,
  priorities,
  type ServicePolicy,
  serviceClock,
  subjectOf,
  type Ticket,
  timed,
} from '@teo-support/core';
import type { tickets } from './tables.js';

type TicketRow = typeof tickets.$inferSelect;

/** Sorts after every real target: for tickets that wait for their requester or are done. In the year 2286. */
const notQueued = 9_999_999_999_999;

/**
 * The row that lists read, made from the history alone: replaying the events of a ticket always gives it again
 * (a test proves it).
 */
export function rowOf(ticket: Ticket, headHash: string, policy: ServicePolicy): TicketRow {
  const clock = serviceClock(timed(ticket), policy, ticket.lastEventAt);
  const queueAt = clock.state === 'running' ? Math.min(clock.dueAt, notQueued) : notQueued;
  return {
    id: ticket.id,
    number: ticket.number,
    type: ticket.type,
    organizationId: ticket.organizationId,
    requesterId: ticket.requesterId,
    status: ticket.status,
    priority: ticket.priority,
    service: ticket.service,
    agentId: ticket.agentId,
    subject: subjectOf(ticket.answers),
    verdict: ticket.verdict,
    transferredAt: ticket.transferredAt,
    policyVersion: ticket.policyVersion,
    pauses: ticket.pauses,
    firstAnswered: ticket.firstAnswered,
    assigned: ticket.assigned,
    filedAt: ticket.filedAt,
    changedAt: ticket.changedAt,
    endedAt: endedAt(ticket),
    mergedInto: ticket.merged?.into ?? null,
    carrier: ticket.carrier,
    awaitedViews: ticket.consultations.flatMap(({ service, answered }) => (answered ? [] : [service])),
    phase: phaseOf(ticket),
    queueAt,
    priorityAt: priorities.indexOf(ticket.priority) * 10 * notQueued + queueAt,
    wakeAt: nextByTime(ticket, policy)?.at ?? null,
    version: ticket.version,
    publicVersion: ticket.publicVersion,
    headHash,
  };
}

/** Where a ticket stands on its path, as coarsely as lists ask. */
function phaseOf(ticket: Ticket): TicketRow['phase'] {
  if (ticket.merged !== null) return 'merged';
  if (ticket.status === 'resolved') return 'resolved';
  return endedAt(ticket) === null ? 'unresolved' : 'done';
}
