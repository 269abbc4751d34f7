import type { ActorRef, StaffActor, TeomasterActor } from '../people/actor.js';
import { fileId, organizationId, staffId, teomasterId, ticketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import { type Instant, publishedPolicy } from '../service-level/policy.js';
import { write } from '../text/written.js';
import type { AnswersInput, FileRef } from '../ticket-types/answers.js';
import type {
  AnswerTicket,
  AssignTicket,
  FileTicket,
  RecordReproductionTest,
  TicketCommandType,
} from '../tickets/commands.js';
import type { DecisionContext } from '../tickets/decision.js';
import type { InternalNoteBody, TicketEvent, TicketEventBody } from '../tickets/events.js';

/** 2026-06-01, 10:00 in Paris: far from any change of daylight saving. */
export const start: Instant = Date.UTC(2026, 5, 1, 8);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const lyon = organizationId('org_lyon');
export const brest = organizationId('org_brest');

export const claire: TeomasterActor = {
  kind: 'teomaster',
  id: teomasterId('tm_claire'),
  organizationId: lyon,
};
/** Of the same organization as Claire. */
export const karim: TeomasterActor = { kind: 'teomaster', id: teomasterId('tm_karim'), organizationId: lyon };
/** Of another organization. */
export const yann: TeomasterActor = { kind: 'teomaster', id: teomasterId('tm_yann'), organizationId: brest };

export const sofia = staff('st_sofia', 'customer');
export const hugo = staff('st_hugo', 'technical');

export function staff(id: string, ...services: readonly Service[]): StaffActor {
  return { kind: 'staff', id: staffId(id), role: 'agent', services };
}

export function upload(id: string): FileRef {
  return {
    id: fileId(id),
    digest: 'a'.repeat(64),
    mediaType: 'image/png',
    bytes: 1024,
    name: write(`${id}.png`),
  };
}

export const malfunctionAnswers = {
  subject: 'Erreur 500 à la validation',
  module: 'invoicing',
  description: 'La page de facturation ne répond plus depuis ce matin.',
  steps: ['Ouvrir la facture 12', 'Valider'],
  expected: 'La facture est validée',
  observed: 'Une erreur 500',
  screenshots: { files: [], noneBecause: 'Page blanche' },
} satisfies AnswersInput;

const questionAnswers = {
  subject: 'Quel marqueur ?',
  about: 'merge_field',
  module: 'documents',
  question: 'Je prépare le modèle de convention.',
} satisfies AnswersInput;

export function fileMalfunction(changes: Partial<FileTicket> = {}): FileTicket {
  return {
    type: 'file',
    ticketId: ticketId('tk_1'),
    number: 1042,
    ticketType: 'malfunction',
    answers: malfunctionAnswers,
    impact: { usable: false, alternative: 'none' },
    context: [],
    uploads: [],
    ...changes,
  };
}

export function fileQuestion(changes: Partial<FileTicket> = {}): FileTicket {
  return fileMalfunction({
    ticketType: 'usage_question',
    answers: questionAnswers,
    impact: { usable: true },
    ...changes,
  });
}

export function answerWith(text: string, changes: Partial<AnswerTicket> = {}): AnswerTicket {
  return { type: 'answer', text, files: [], awaitsRequester: false, ...changes };
}

export function assignTo(service: Service, agent: AssignTicket['agent'] = null): AssignTicket {
  return { type: 'assign', service, agent };
}

export function reproductionTest(changes: Partial<RecordReproductionTest> = {}): RecordReproductionTest {
  return {
    type: 'record_reproduction_test',
    verdict: 'confirmed',
    environment: 'Recette, Firefox',
    steps: ['Ouvrir la facture', 'Valider'],
    observed: 'Erreur 500',
    evidence: [],
    ...changes,
  };
}

/** Who gives a command, when, under which policy: Sofia, at the start, under the published one. */
export function context(changes: Partial<DecisionContext> = {}): DecisionContext {
  return { actor: sofia, now: start, policy: publishedPolicy, ...changes };
}

function by(actor: { readonly kind: 'teomaster' | 'staff' } & ActorRef): ActorRef {
  return actor.kind === 'teomaster' ? { kind: 'teomaster', id: actor.id } : { kind: 'staff', id: actor.id };
}

type Body = TicketEventBody | InternalNoteBody;

/** An event with its stamp: who and when. */
export function event(body: Body, actor: ActorRef, at: Instant = start): TicketEvent {
  return { ...body, at, by: by(actor) };
}

/** What was filed by Claire at the start, before anything else. */
export const filedMalfunction = filedAs('malfunction');
export const filedQuestion = filedAs('usage_question');

function filedAs(type: 'malfunction' | 'usage_question'): TicketEvent {
  const tested = type === 'malfunction';
  return event(
    {
      type: 'ticket.filed',
      ticketId: ticketId('tk_1'),
      number: 1042,
      ticketType: type,
      organizationId: lyon,
      requesterId: claire.id,
      answers: {
        subject: { kind: 'text', text: write(tested ? malfunctionAnswers.subject : questionAnswers.subject) },
      },
      impact: tested ? { usable: false, alternative: 'none' } : { usable: true },
      priority: tested ? 'urgent' : 'low',
      service: 'customer',
      context: [],
      policyVersion: publishedPolicy.version,
    },
    claire,
  );
}

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
  tested: (verdict: RecordReproductionTest['verdict'], after = hour) =>
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
  resolved: (after = hour) =>
    event({ type: 'ticket.resolved', resolution: write('Corrigé') }, sofia, start + after),
  confirmed: (after = hour) => event({ type: 'ticket.confirmed' }, claire, start + after),
  reopened: (after = hour) =>
    event({ type: 'ticket.reopened', reason: write('Pas encore') }, claire, start + after),
  noted: (after = hour) =>
    event({ type: 'internal_note.written', text: write('À voir entre nous') }, sofia, start + after),
} satisfies Record<string, (...args: never[]) => TicketEvent>;

/** Who gives a command as a rule. */
export const giver: Readonly<Record<TicketCommandType, TeomasterActor | StaffActor>> = {
  file: claire,
  reply: claire,
  confirm: claire,
  reopen: claire,
  answer: sofia,
  write_note: sofia,
  assign: sofia,
  record_reproduction_test: sofia,
  transfer: sofia,
  resolve: sofia,
};
