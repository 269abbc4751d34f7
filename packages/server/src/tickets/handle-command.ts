import {
  type Actor,
  decide,
  decidePair,
  type PairCommand,
  permission,
  policyOf,
  publishedPolicy,
  replay,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  type TicketId,
} from '@teo-support/core';
import { and, eq } from 'drizzle-orm';
import { claimFiles } from '../files/index.js';
import { ProblemError, RejectionError } from '../http/index.js';
import { type ActingViewer, ticketScope } from '../identity/index.js';
import { appendEvents, previousHashOf, readHistory, type Transaction } from '../storage/index.js';
import { rowOf } from './row.js';
import { indexEvents } from './search-index.js';
import { tickets } from './tables.js';

/** A ticket with everything that happened to it, as one side may know it. */
export interface TicketHistory {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

interface Handling {
  readonly ticketId: TicketId;
  readonly command: TicketCommand;
  readonly actor: Actor;
  readonly now: number;
  /** Where the command's fields stand in the request, so that problems point to them. */
  readonly fieldsAt: string;
}

/** A ticket as it is stored: its history and the hash that the next event is chained to. */
interface Stored extends TicketHistory {
  readonly headHash: string;
}

export interface Change {
  readonly ticketId: string;
  readonly now: number;
  /** The versions on which the caller's command may build, or `null` for any. */
  readonly expectedVersions: readonly number[] | null;
}

/** The ticket is at none of the versions that its caller expects. */
export class StaleTicketError extends Error {
  override readonly name = 'StaleTicketError';
  /** The ticket as it is now. */
  readonly current: TicketHistory;

  constructor(current: TicketHistory) {
    super('The ticket has changed.');
    this.current = current;
  }
}

/** A command on a ticket that exists: who may see it at all, the version that the caller expects, then the rules. */
export async function changeTicket(
  tx: Transaction,
  viewer: ActingViewer,
  change: Change & { readonly command: TicketCommand },
): Promise<TicketHistory> {
  const before = await loadForChange(tx, viewer, change);
  return handle(tx, { ...change, ticketId: before.ticket.id, actor: viewer.actor, fieldsAt: '' }, before);
}

/** A command that changes two tickets: the caller must be able to see both ends, and both change or neither. */
export async function changePair(
  tx: Transaction,
  viewer: ActingViewer,
  change: Change & { readonly type: PairCommand['type']; readonly otherId: string },
): Promise<TicketHistory> {
  const before = await loadForChange(tx, viewer, change);
  const other = await loadForChange(tx, viewer, {
    ...change,
    ticketId: change.otherId,
    expectedVersions: null,
  });
  const decision = decidePair(
    before.ticket,
    { type: change.type, other: other.ticket },
    { actor: viewer.actor, now: change.now, policy: policyOf(before.ticket.policyVersion) },
  );
  if (!decision.ok) throw new RejectionError(decision.rejection, '');
  await append(tx, other.ticket.id, other, decision.otherEvents);
  return append(tx, before.ticket.id, before, decision.events);
}

/** The one way in which one ticket changes: load, decide, append, and the row that lists read, in one transaction. */
export async function handleCommand(tx: Transaction, handling: Handling): Promise<TicketHistory> {
  return handle(tx, handling, await load(tx, handling.ticketId, handling.actor));
}

async function handle(
  tx: Transaction,
  { ticketId, command, actor, now, fieldsAt }: Handling,
  before: Stored | null,
): Promise<TicketHistory> {
  const policy = before === null ? publishedPolicy : policyOf(before.ticket.policyVersion);
  const decision = decide(before?.ticket ?? null, command, { actor, now, policy });
  if (!decision.ok) throw new RejectionError(decision.rejection, fieldsAt);
  const after = await append(tx, ticketId, before, decision.events);
  if (command.type === 'resolve') await resolveCarried(tx, after.ticket, { command, actor, now, fieldsAt });
  return after;
}

/** The resolution of a malfunction answers every ticket that it carries and that still waits for an answer. */
async function resolveCarried(
  tx: Transaction,
  { carries }: Ticket,
  handling: Omit<Handling, 'ticketId'>,
): Promise<void> {
  const { actor, now } = handling;
  for (const carriedId of carries) {
    const carried = await load(tx, carriedId, actor);
    if (carried === null) throw new Error('A malfunction carries a ticket that does not exist.');
    const policy = policyOf(carried.ticket.policyVersion);
    if (!permission('resolve', carried.ticket, { actor, now, policy }).ok) continue;
    await handle(tx, { ...handling, ticketId: carriedId }, carried);
  }
}

async function loadForChange(tx: Transaction, viewer: ActingViewer, change: Change): Promise<Stored> {
  const [row] = await tx
    .select({ id: tickets.id, version: tickets.version, publicVersion: tickets.publicVersion })
    .from(tickets)
    .where(and(eq(tickets.id, change.ticketId), ticketScope(viewer, tickets.organizationId)));
  if (row === undefined) throw new ProblemError('not-found');
  const seen = viewer.kind === 'staff' ? row.version : row.publicVersion;
  const stored = await load(tx, row.id, viewer.actor);
  if (stored === null) throw new ProblemError('not-found');
  if (change.expectedVersions?.includes(seen) === false) throw new StaleTicketError(stored);
  return stored;
}

async function load(tx: Transaction, ticketId: string, actor: Actor): Promise<Stored | null> {
  const [row] = await tx.select({ headHash: tickets.headHash }).from(tickets).where(eq(tickets.id, ticketId));
  if (row === undefined) return null;
  const events = await readHistory(tx, ticketId, actor.kind === 'teomaster' ? 'everyone' : 'staff');
  const ticket = replay(events);
  return ticket === null ? null : { ticket, events, headHash: row.headHash };
}

async function append(
  tx: Transaction,
  ticketId: string,
  before: Stored | null,
  decided: readonly TicketEvent[],
): Promise<TicketHistory> {
  if (before !== null && decided.length === 0) return before;
  const appended = await appendEvents(
    tx,
    {
      ticketId,
      organizationId: organizationOf(before?.ticket ?? null, decided),
      afterVersion: before?.ticket.version ?? 0,
      previousHash: previousHashOf(before?.headHash ?? null),
    },
    decided,
  );
  const events = [...(before?.events ?? []), ...appended.events];
  const ticket = replay(events);
  if (ticket === null) throw new Error('An accepted command left no ticket.');
  const row = rowOf(ticket, appended.head);
  if (before === null) await tx.insert(tickets).values(row);
  else await tx.update(tickets).set(row).where(eq(tickets.id, ticketId));
  await indexEvents(tx, ticket.number, appended.events);
  await claimFiles(tx, ticket, decided);
  return { ticket, events };
}

/** Whose ticket it is: what it was filed for, also when that happens just now. */
function organizationOf(ticket: Ticket | null, decided: readonly TicketEvent[]): string {
  const owned = ticket ?? replay(decided);
  if (owned === null) throw new Error('An accepted command left no ticket.');
  return owned.organizationId;
}
