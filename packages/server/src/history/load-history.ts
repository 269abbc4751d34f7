import {
  type FileRef,
  organizationId,
  type PairCommand,
  type Policies,
  publishedPolicies,
  type SystemActor,
  staffId,
  type TicketCommand,
  teomasterId,
  ticketId,
} from '@teo-support/core';
import { type HistoryCommand, type HistoryInput, historySchema } from '@teo-support/core/contract';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { changeEnrolment, changeTraining, changeTrial, readEntitlements } from '../entitlements/index.js';
import type { FileStore } from '../files/index.js';
import { type ActingViewer, hashPassword, type TeomasterViewer } from '../identity/index.js';
import { organizationName, organizations, staff, teomasters } from '../people/index.js';
import type { Database, Transaction } from '../storage/index.js';
import { changePair, fileTicket, handleCommand, type Moment, passTime, tickets } from '../tickets/index.js';
import { loadFaq } from './load-faq.js';
import { loadForum } from './load-forum.js';
import { storeFiles } from './record-uploads.js';

/** Whether anything was filed yet: a history is loaded into an empty database only. */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await db.read.$count(tickets)) === 0 && (await db.read.$count(staff)) === 0;
}

/** Who gives a command of a history: a person whom it introduces, or the passing of time. */
type Author = ActingViewer | { readonly kind: 'system'; readonly actor: SystemActor };

type HistoryStep = ReturnType<typeof historySchema.parse>['tickets'][number]['commands'][number];

interface Cast {
  readonly viewers: ReadonlyMap<string, ActingViewer>;
  readonly staffByEmail: ReadonlyMap<string, Extract<ActingViewer, { kind: 'staff' }>>;
}

/**
 * Loads people and what they did, each command through the rules at its own time, as one unit: all of it or nothing.
 * @throws when a rule refuses a command, with the ticket's key and the command's place
 */
export async function loadHistory(
  db: Database,
  store: FileStore,
  input: HistoryInput,
  policies: Policies = publishedPolicies,
): Promise<{ readonly tickets: number }> {
  const history = historySchema.parse(input);
  const recordUploads = await storeFiles(store, history.files);
  const passwords = new Map<string, string>();
  for (const person of history.staff) {
    if (!passwords.has(person.password)) passwords.set(person.password, await hashPassword(person.password));
  }
  const steps = history.tickets
    .flatMap((story) =>
      story.commands.map((step, place) => ({ ...step, key: story.key, place, now: Date.parse(step.at) })),
    )
    .sort((a, b) => a.now - b.now || a.place - b.place);

  await db.write(async (tx) => {
    const cast = await recordPeople(tx, history, passwords, steps[0]?.now ?? 0);
    await loadFaq(tx, history.faq, {
      team: cast.staffByEmail,
      teomaster: (subject) => teomasterOf(cast, subject),
      recordUploads,
    });
    await loadForum(tx, history.improvements, (by) => authorOf(cast, by).actor, policies.current);
    const ids = new Map<string, string>();
    for (const step of steps) {
      const author = authorOf(cast, step.by);
      const uploads =
        author.kind === 'system'
          ? nothing
          : await recordUploads(tx, author.actor.id, filesIn(step.command), step.now);
      const context = `${step.key}, command ${step.place + 1} (${step.command.type})`;
      // What came between two commands is part of the history, at its own time.
      await passTime(tx, step.now - 1, policies);
      try {
        await perform(tx, author, { ...step, policies }, ids, uploads, cast);
      } catch (error) {
        throw new Error(`The history cannot be loaded: ${context} was refused.`, { cause: error });
      }
    }
  });
  return { tickets: history.tickets.length };
}

/** The time itself uploads nothing. */
const nothing: ReadonlyMap<string, FileRef> = new Map();

type Step = Moment & { readonly key: string; readonly command: HistoryCommand };

async function perform(
  tx: Transaction,
  author: Author,
  step: Step,
  ids: Map<string, string>,
  uploads: ReadonlyMap<string, FileRef>,
  cast: Cast,
): Promise<void> {
  const { command, now, policies } = step;
  const moment = { now, policies };
  if (command.type === 'file') {
    if (author.kind !== 'teomaster') throw new Error('Only a téomaster files.');
    const { request } = command;
    const { ticket } = await fileTicket(tx, {
      viewer: author,
      ...moment,
      command: {
        type: 'file',
        ticketType: request.type,
        answers: Object.fromEntries(
          Object.entries(request.answers).map(([name, answer]) => [
            name,
            typeof answer === 'object' && !Array.isArray(answer)
              ? { ...answer, files: answer.files.map((key) => uploads.get(key)?.id ?? key) }
              : answer,
          ]),
        ),
        impact: request.impact,
        context: request.context,
        uploads: [...uploads.values()],
        entitlements: await readEntitlements(tx, author.organization.id),
      },
    });
    ids.set(step.key, ticket.id);
    return;
  }
  const id = ticketId(ids.get(step.key) ?? '');
  switch (command.type) {
    case 'merge':
    case 'unmerge':
    case 'carry':
    case 'release':
    case 'link':
    case 'unlink':
      if (author.kind === 'system') throw new Error('Only people bring tickets together.');
      await changePair(tx, author, {
        ...moment,
        ticketId: id,
        expectedVersions: null,
        type: command.type,
        otherId: ids.get(command.request.ticket) ?? '',
      });
      return;
    case 'requalify': {
      const { type, reason, answers } = command.request;
      const entitlements = await readEntitlements(tx, (await rowOf(tx, id))?.organizationId ?? '');
      await handleCommand(tx, {
        ticketId: id,
        command: { type: 'requalify', ticketType: type, reason, answers, entitlements },
        actor: author.actor,
        ...moment,
        fieldsAt: '',
      });
      return;
    }
    case 'close_by_time':
      // The time that passed before this step may have closed it to the minute.
      if ((await rowOf(tx, id))?.status === 'closed') return;
      await handleCommand(tx, { ticketId: id, command, actor: author.actor, ...moment, fieldsAt: '' });
      return;
    default:
      await handleCommand(tx, {
        ticketId: id,
        command: toCommand(command, uploads, cast),
        actor: author.actor,
        ...moment,
        fieldsAt: '',
      });
  }
}

async function rowOf(tx: Transaction, id: string) {
  const [row] = await tx
    .select({ organizationId: tickets.organizationId, status: tickets.status })
    .from(tickets)
    .where(eq(tickets.id, id));
  return row;
}

type SimpleCommand = Exclude<
  HistoryCommand,
  { type: 'file' | 'requalify' | 'close_by_time' | PairCommand['type'] }
>;

function toCommand(command: SimpleCommand, uploads: ReadonlyMap<string, FileRef>, cast: Cast): TicketCommand {
  const refs = (keys: readonly string[]) => keys.flatMap((key) => uploads.get(key) ?? []);
  switch (command.type) {
    case 'reply':
      return { type: 'reply', text: command.request.text, files: refs(command.request.files) };
    case 'confirm':
      return { type: command.type };
    case 'answer':
      return { type: 'answer', ...command.request, files: refs(command.request.files) };
    case 'assign': {
      const { agentEmail, service } = command.request;
      const agent = agentEmail === null ? null : (cast.staffByEmail.get(agentEmail)?.actor ?? null);
      return { type: 'assign', service, agent };
    }
    case 'record_reproduction_test':
      return {
        type: 'record_reproduction_test',
        ...command.request,
        evidence: refs(command.request.evidence),
      };
    case 'reopen':
      return { type: 'reopen', ...command.request };
    case 'write_note':
      return { type: 'write_note', ...command.request };
    case 'transfer':
      return { type: 'transfer', ...command.request };
    case 'reprioritise':
      return { type: 'reprioritise', ...command.request };
    case 'consult':
      return { type: 'consult', ...command.request };
    case 'answer_consultation':
      return { type: 'answer_consultation', ...command.request };
    case 'guide_roll_back':
      return { type: 'guide_roll_back', ...command.request };
    case 'rule_out_roll_back':
      return { type: 'rule_out_roll_back', ...command.request };
    case 'tick_roll_back_step':
      return { type: 'tick_roll_back_step', ...command.request };
    case 'cancel':
      return { type: 'cancel', ...command.request };
    case 'resolve':
      return { type: 'resolve', ...command.request };
  }
}

function filesIn(command: HistoryCommand): readonly string[] {
  switch (command.type) {
    case 'file':
      return Object.values(command.request.answers).flatMap((answer) =>
        typeof answer === 'object' && !Array.isArray(answer) ? answer.files : [],
      );
    case 'reply':
    case 'answer':
      return command.request.files;
    case 'record_reproduction_test':
      return command.request.evidence;
    default:
      return [];
  }
}

type By = HistoryStep['by'];

function keyOf(by: Exclude<By, { kind: 'system' }>): string {
  return by.kind === 'staff' ? `staff:${by.email}` : `teomaster:${by.subject}`;
}

function authorOf(cast: Cast, by: By): Author {
  if (by.kind === 'system') return { kind: 'system', actor: { kind: 'system' } };
  const viewer = cast.viewers.get(keyOf(by));
  if (viewer === undefined)
    throw new Error(`The history names a person whom it does not introduce: ${keyOf(by)}`);
  return viewer;
}

function teomasterOf(cast: Cast, subject: string): TeomasterViewer {
  const author = authorOf(cast, { kind: 'teomaster', subject });
  if (author.kind !== 'teomaster') throw new Error(`${subject} is no téomaster.`);
  return author;
}

type Organization = ReturnType<typeof historySchema.parse>['organizations'][number];

/** What the organization's tickets may be linked to: each course from its day on, trials from the beginning on. */
async function recordEntitlements(
  tx: Transaction,
  organizationId: string,
  { trainings, trials }: Organization,
  begin: number,
): Promise<void> {
  const system: SystemActor = { kind: 'system' };
  const taken = (at: number) => ({ actor: system, now: at, policy: publishedPolicies.current });
  const expected = null;
  for (const { id, title, deliveredOn } of trainings) {
    const command = { type: 'record', title, deliveredOn } as const;
    const context = taken(Date.parse(`${deliveredOn}T16:00:00Z`));
    await changeTraining(tx, { organizationId, trainingId: id, command, context, expected });
  }
  for (const { id, name } of trials) {
    const context = taken(begin);
    await changeTrial(tx, { trialId: id, command: { type: 'define', name }, context, expected });
    const command = { type: 'enrol' } as const;
    await changeEnrolment(tx, { organizationId, trialId: id, command, context, expected });
  }
}

async function recordPeople(
  tx: Transaction,
  history: ReturnType<typeof historySchema.parse>,
  passwords: ReadonlyMap<string, string>,
  begin: number,
): Promise<Cast> {
  const viewers = new Map<string, ActingViewer>();
  const staffByEmail = new Map<string, Extract<ActingViewer, { kind: 'staff' }>>();
  const organizationIds = new Map<string, string>();
  for (const person of history.teomasters) {
    const organization = history.organizations.find((known) => known.externalId === person.organization);
    if (organization === undefined)
      throw new Error(`Unknown organization in the history: ${person.organization}`);
    const place = `${person.issuer} ${organization.externalId}`;
    const orgId = organizationIds.get(place) ?? uuid();
    if (!organizationIds.has(place)) {
      const { externalId, name } = organization;
      await tx
        .insert(organizations)
        .values({ id: orgId, issuer: person.issuer, externalId, ...organizationName(name) });
      await recordEntitlements(tx, orgId, organization, begin);
      organizationIds.set(place, orgId);
    }
    const id = uuid();
    const { issuer, subject, name, email, locale } = person;
    await tx.insert(teomasters).values({ id, issuer, subject, organizationId: orgId, name, email, locale });
    viewers.set(keyOf({ kind: 'teomaster', subject }), {
      kind: 'teomaster',
      actor: { kind: 'teomaster', id: teomasterId(id), organizationId: organizationId(orgId) },
      name,
      organization: { id: orgId, name: organization.name },
      modules: null,
      expiresAt: 0,
    });
  }
  for (const { password, ...person } of history.staff) {
    const id = uuid();
    const email = person.email.toLowerCase();
    await tx.insert(staff).values({ id, ...person, email, passwordHash: passwords.get(password) ?? '' });
    const viewer = {
      kind: 'staff',
      actor: { kind: 'staff', id: staffId(id), role: person.role, services: person.services },
      name: person.name,
      email,
      expiresAt: 0,
    } as const;
    viewers.set(keyOf({ kind: 'staff', email: person.email }), viewer);
    staffByEmail.set(person.email, viewer);
  }
  return { viewers, staffByEmail };
}
