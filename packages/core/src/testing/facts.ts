import { type Actor, refOf, type StaffActor } from '../people/actor.js';
import { ticketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import type { Priority } from '../priority/priority.js';
import { type Instant, publishedPolicy } from '../service-level/policy.js';
import { write } from '../text/written.js';
import { declarationOf, type TicketType } from '../ticket-types/index.js';
import type { InternalEventBody, TicketEvent, TicketEventBody } from '../tickets/events.js';
import type { Verdict } from '../tickets/reproduction.js';
import { answersTo } from './commands.js';
import { claire, hour, hugo, lyon, sofia, start, time } from './domain.js';

/** An event with its stamp: who and when. */
export function event(
  body: TicketEventBody | InternalEventBody,
  actor: Actor,
  at: Instant = start,
): TicketEvent {
  return { ...body, at, by: refOf(actor) };
}

type FiledBody = Extract<TicketEventBody, { type: 'ticket.filed' }>;

/** What was filed by Claire at the start, before anything else. */
export function filed(type: TicketType, changes: Partial<FiledBody> = {}): TicketEvent {
  const pressing = type === 'malfunction' || type === 'mishandling';
  return event(
    {
      type: 'ticket.filed',
      ticketId: ticketId('tk_1'),
      number: 1042,
      ticketType: type,
      organizationId: lyon,
      requesterId: claire.id,
      answers: { subject: { kind: 'text', text: write(answersTo[type].subject) } },
      impact: pressing ? { usable: false, alternative: 'none' } : { usable: true },
      priority: pressing ? 'urgent' : 'low',
      service: declarationOf(type).routedTo,
      context: [],
      policyVersion: publishedPolicy.version,
      ...changes,
    },
    claire,
  );
}

export const filedMalfunction = filed('malfunction');
export const filedMishandling = filed('mishandling');
export const filedQuestion = filed('usage_question');

const other = ticketId('tk_2');

/** Facts that follow a filing, `after` the start. */
export const facts = {
  answered: (after = hour, awaitsRequester = false) =>
    event(
      { type: 'ticket.answered', text: write('Bonjour'), files: [], awaitsRequester },
      sofia,
      start + after,
    ),
  replied: (after = hour) =>
    event({ type: 'ticket.replied', text: write('Voici'), files: [] }, claire, start + after),
  assigned: (service: Service, agent: StaffActor | null = null, after = hour) =>
    event({ type: 'ticket.assigned', service, agentId: agent?.id ?? null }, sofia, start + after),
  tested: (verdict: Verdict, after = hour) =>
    event(
      {
        type: 'ticket.reproduction_tested',
        verdict,
        environment: write('Recette'),
        steps: [write('Valider')],
        observed: write('Erreur 500'),
        evidence: [],
      },
      sofia,
      start + after,
    ),
  transferred: (after = hour) =>
    event({ type: 'ticket.transferred', to: 'technical', reason: null }, sofia, start + after),
  reprioritised: (priority: Priority, after = hour) =>
    event({ type: 'ticket.reprioritised', priority, reason: write('Moins gênant') }, sofia, start + after),
  requalified: (ticketType: TicketType, after = hour) =>
    event(
      {
        type: 'ticket.requalified',
        ticketType,
        service: declarationOf(ticketType).routedTo,
        reason: write('Autre chose'),
        answers: {},
      },
      sofia,
      start + after,
    ),
  consulted: (service: Service, after = hour) =>
    event({ type: 'consultation.asked', service, question: write('Votre avis ?') }, sofia, start + after),
  viewGiven: (consultation = 1, after = hour) =>
    event({ type: 'consultation.answered', consultation, answer: write('Mon avis') }, hugo, start + after),
  viewsCrossed: (service: Service, after = hour) =>
    event({ type: 'ticket.views_crossed', service }, hugo, start + after),
  guided: (steps: readonly string[], after = hour) =>
    event({ type: 'ticket.roll_back_guided', steps: steps.map(write) }, sofia, start + after),
  ticked: (step: number, done = true, after = hour) =>
    event({ type: 'ticket.roll_back_step_ticked', step, done }, claire, start + after),
  ruledOut: (after = hour) =>
    event({ type: 'ticket.roll_back_ruled_out', reason: write('Trop ancien') }, sofia, start + after),
  merged: (after = hour, into = other) => event({ type: 'ticket.merged', into }, sofia, start + after),
  unmerged: (after = hour, from = other) => event({ type: 'ticket.unmerged', from }, sofia, start + after),
  duplicateAdded: (after = hour, duplicate = other) =>
    event({ type: 'ticket.duplicate_added', duplicate }, sofia, start + after),
  duplicateRemoved: (after = hour, duplicate = other) =>
    event({ type: 'ticket.duplicate_removed', duplicate }, sofia, start + after),
  carried: (after = hour, carrier = other) =>
    event({ type: 'ticket.carried', carrier }, sofia, start + after),
  released: (after = hour) => event({ type: 'ticket.released' }, sofia, start + after),
  carriedAdded: (after = hour, carried = other) =>
    event({ type: 'carried_ticket.added', carried }, sofia, start + after),
  carriedRemoved: (after = hour, carried = other) =>
    event({ type: 'carried_ticket.removed', carried }, sofia, start + after),
  linked: (after = hour, to = other) => event({ type: 'link.added', other: to }, sofia, start + after),
  unlinked: (after = hour, from = other) =>
    event({ type: 'link.removed', other: from }, sofia, start + after),
  resolved: (after = hour) =>
    event({ type: 'ticket.resolved', resolution: write('Corrigé') }, sofia, start + after),
  confirmed: (after = hour) => event({ type: 'ticket.confirmed' }, claire, start + after),
  closedByTime: (after = hour) => event({ type: 'ticket.closed_by_time' }, time, start + after),
  reopened: (after = hour) =>
    event({ type: 'ticket.reopened', reason: write('Pas encore') }, claire, start + after),
  cancelled: (after = hour) => event({ type: 'ticket.cancelled', reason: null }, claire, start + after),
  noted: (after = hour) =>
    event({ type: 'internal_note.written', text: write('À voir entre nous') }, sofia, start + after),
} satisfies Record<string, (...args: never[]) => TicketEvent>;
