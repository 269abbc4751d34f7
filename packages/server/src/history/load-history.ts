import {
  type FileRef,
  fileId,
  organizationId,
  staffId,
  type TicketCommand,
  teomasterId,
  ticketId,
  write,
} from '@teo-support/core';
import { type HistoryCommand, type HistoryInput, historySchema } from '@teo-support/core/contract';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type FileStore, files } from '../files/index.js';
import { hashPassword, type Viewer } from '../identity/index.js';
import { organizations, staff, teomasters } from '../people/index.js';
import type { Database, Transaction } from '../storage/index.js';
import { fileTicket, handleCommand, tickets } from '../tickets/index.js';

/** Whether anything was filed yet: a history is loaded into an empty database only. */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await db.read.$count(tickets)) === 0 && (await db.read.$count(staff)) === 0;
}

interface Cast {
  readonly viewers: ReadonlyMap<string, Viewer>;
  readonly staffByEmail: ReadonlyMap<string, Extract<Viewer, { kind: 'staff' }>>;
}

/**
 * Loads people and what they did, each command through the rules at its own time, as one unit: all of it or nothing.
 * @throws when a rule refuses a command, with the ticket's key and the command's place
 */
export async function loadHistory(
  db: Database,
  store: FileStore,
  input: HistoryInput,
): Promise<{ readonly tickets: number }> {
  const history = historySchema.parse(input);
  const stored = new Map<string, Omit<FileRef, 'id'>>();
  for (const file of history.files) {
    const content = Buffer.from(file.base64, 'base64');
    const digest = await store.put(content);
    stored.set(file.key, {
      digest,
      mediaType: 'image/png',
      bytes: content.byteLength,
      name: write(file.name),
    });
  }
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
    const cast = await recordPeople(tx, history, passwords);
    const ids = new Map<string, string>();
    for (const step of steps) {
      const viewer = viewerOf(cast, step.by);
      const uploads = await recordUploads(tx, viewer, filesIn(step.command), stored, step.now);
      const context = `${step.key}, command ${step.place + 1} (${step.command.type})`;
      try {
        await perform(tx, viewer, step, ids, uploads, cast);
      } catch (error) {
        throw new Error(`The history cannot be loaded: ${context} was refused.`, { cause: error });
      }
    }
  });
  return { tickets: history.tickets.length };
}

type Step = { readonly key: string; readonly now: number; readonly command: HistoryCommand };

async function perform(
  tx: Transaction,
  viewer: Viewer,
  step: Step,
  ids: Map<string, string>,
  uploads: ReadonlyMap<string, FileRef>,
  cast: Cast,
): Promise<void> {
  const { command, now } = step;
  if (command.type === 'file') {
    if (viewer.kind !== 'teomaster') throw new Error('Only a téomaster files.');
    const { request } = command;
    const { ticket } = await fileTicket(tx, viewer, {
      key: `history-${step.key}`,
      request,
      now,
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
      },
    });
    ids.set(step.key, ticket.id);
    return;
  }
  const id = ticketId(ids.get(step.key) ?? '');
  const [row] = await tx.select({ head: tickets.headHash }).from(tickets).where(eq(tickets.id, id));
  await handleCommand(
    tx,
    { ticketId: id, command: toCommand(command, uploads, cast), actor: viewer.actor, now, fieldsAt: '' },
    row?.head ?? null,
  );
}

function toCommand(
  command: Exclude<HistoryCommand, { type: 'file' }>,
  uploads: ReadonlyMap<string, FileRef>,
  cast: Cast,
): TicketCommand {
  const refs = (keys: readonly string[]) => keys.flatMap((key) => uploads.get(key) ?? []);
  switch (command.type) {
    case 'reply':
      return { type: 'reply', text: command.request.text, files: refs(command.request.files) };
    case 'confirm':
      return { type: 'confirm' };
    case 'reopen':
      return { type: 'reopen', ...command.request };
    case 'answer':
      return { type: 'answer', ...command.request, files: refs(command.request.files) };
    case 'write_note':
      return { type: 'write_note', ...command.request };
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
    case 'transfer':
      return { type: 'transfer', ...command.request };
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

async function recordUploads(
  tx: Transaction,
  viewer: Viewer,
  keys: readonly string[],
  stored: ReadonlyMap<string, Omit<FileRef, 'id'>>,
  now: number,
): Promise<ReadonlyMap<string, FileRef>> {
  const uploads = new Map<string, FileRef>();
  for (const key of keys) {
    const content = stored.get(key);
    if (content === undefined) throw new Error(`The history names a file that it does not have: ${key}`);
    const upload = { ...content, id: fileId(uuid()) };
    uploads.set(key, upload);
    await tx
      .insert(files)
      .values({ ...upload, name: upload.name.written, uploaderId: viewer.actor.id, createdAt: now });
  }
  return uploads;
}

function keyOf(by: { kind: 'teomaster'; subject: string } | { kind: 'staff'; email: string }): string {
  return by.kind === 'staff' ? `staff:${by.email}` : `teomaster:${by.subject}`;
}

function viewerOf(cast: Cast, by: Parameters<typeof keyOf>[0]): Viewer {
  const viewer = cast.viewers.get(keyOf(by));
  if (viewer === undefined)
    throw new Error(`The history names a person whom it does not introduce: ${keyOf(by)}`);
  return viewer;
}

async function recordPeople(
  tx: Transaction,
  history: ReturnType<typeof historySchema.parse>,
  passwords: ReadonlyMap<string, string>,
): Promise<Cast> {
  const viewers = new Map<string, Viewer>();
  const staffByEmail = new Map<string, Extract<Viewer, { kind: 'staff' }>>();
  const organizationIds = new Map<string, string>();
  for (const person of history.teomasters) {
    const organization = history.organizations.find((known) => known.externalId === person.organization);
    if (organization === undefined)
      throw new Error(`Unknown organization in the history: ${person.organization}`);
    const place = `${person.issuer} ${organization.externalId}`;
    const orgId = organizationIds.get(place) ?? uuid();
    if (!organizationIds.has(place)) {
      await tx.insert(organizations).values({ id: orgId, issuer: person.issuer, ...organization });
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
