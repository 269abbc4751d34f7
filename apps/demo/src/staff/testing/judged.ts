import {
  organizationId,
  permission,
  publishedPolicy,
  type StaffActor,
  services,
  staffId,
  type Ticket,
  teomasterId,
  ticketId,
  transitionNames,
  type Written,
} from '@teo-support/core';
import { rejectionMessage } from '@teo-support/core/messages';
import { fr } from '@teo-support/core/messages/fr';
import type { StaffTicket } from '@teo-support/sdk';

/** Of every service, so that what is possible depends on the ticket alone. */
const agent: StaffActor = { kind: 'staff', id: staffId('s'), role: 'agent', services: [...services] };

/** The ticket with what the rules say of it, unless `given` says otherwise: as the server would show it. */
export function judged(view: StaffTicket, given: Partial<StaffTicket>): StaffTicket {
  const context = { actor: agent, now: Date.parse(view.changedAt), policy: publishedPolicy };
  const possible: StaffTicket['possible'] = [];
  const refusals: StaffTicket['refusals'] = {};
  for (const name of transitionNames) {
    const allowed = permission(name, ruled(view), context);
    if (allowed.ok) possible.push(name);
    else refusals[name] = rejectionMessage(allowed.rejection, fr);
  }
  return { ...view, possible: given.possible ?? possible, refusals: given.refusals ?? refusals };
}

/** What the rules look at, from what is shown. */
function ruled(view: StaffTicket): Ticket {
  const at = Date.parse(view.changedAt);
  const facts = {
    id: ticketId(view.id),
    number: 1,
    type: view.type,
    filedAs: view.filedAs,
    organizationId: organizationId(view.organizationId),
    requesterId: teomasterId(view.requester.id),
    filedAt: Date.parse(view.filedAt),
    changedAt: at,
    lastEventAt: at,
    answers: {},
    impact: view.impact,
    priority: view.priority,
    context: [],
    policyVersion: view.policyVersion,
    service: view.service,
    agentId: view.agent === null ? null : staffId(view.agent.id),
    firstAnswered: null,
    assigned: null,
    alarms: [],
    verdict: view.verdict,
    transferredAt: view.transferredAt === null ? null : Date.parse(view.transferredAt),
    rollBack:
      view.rollBack === null
        ? null
        : view.rollBack.kind === 'guided'
          ? {
              kind: view.rollBack.kind,
              steps: view.rollBack.steps.map(({ text, done }) => ({ text: written(text), done })),
            }
          : { kind: view.rollBack.kind, reason: written(view.rollBack.reason) },
    consultations: view.consultations,
    merged: view.mergedInto === null ? null : { into: ticketId(view.mergedInto.id), at },
    duplicates: view.duplicates.map(({ id }) => ticketId(id)),
    carrier: view.carrier === null ? null : ticketId(view.carrier.id),
    carries: view.carries.map(({ id }) => ticketId(id)),
    links: view.links.map(({ id }) => ticketId(id)),
    pauses: [],
    version: view.version,
    publicVersion: view.version,
  };
  switch (view.status) {
    case 'new':
    case 'open':
    case 'pending':
      return { ...facts, status: view.status };
    case 'resolved':
      return { ...facts, status: view.status, resolution: written(''), resolvedAt: at };
    case 'closed':
      return { ...facts, status: view.status, resolution: written(''), resolvedAt: at, closedAt: at };
    case 'cancelled':
      return { ...facts, status: view.status, cancelledAt: at };
  }
}

function written(text: string | null): Written {
  return { written: text };
}
