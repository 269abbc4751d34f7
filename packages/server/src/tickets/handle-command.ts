import {
  type Actor,
  type Consequence,
  consequences,
  decide,
  decidePair,
  evolve,
  type PairCommand,
  type Policies,
  permission,
  replay,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  type TicketId,
} from '@teo-support/core';
import { and, eq, sql } from 'drizzle-orm';
import { claimFiles } from '../files/index.js';
import { ProblemError, RejectionError } from '../http/index.js';
import { type ActingViewer, ticketScope } from '../identity/index.js';
import { appendEvents, prepared, readHistory, type Transaction } from '../storage/index.js';
import { rowOf } from './row.js';
import { indexEvents } from './search-index.js';
import { tickets } from './tables.js';

/** A ticket with everything that happened to it, as one side may know it. */
export interface TicketHistory {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

/** When something is done, and under which policies: the one that a ticket was filed under holds for it. */
export interface Moment {
  readonly now: number;
  readonly policies: Policies;
}

interface Handling extends Moment {
  readonly ticketId: TicketId;
  readonly command: TicketCommand;
  readonly actor: Actor;
  /** Where the command's fields stand in the request, so that problems point to them. */
  readonly fieldsAt: string;
}

/** A ticket as it is stored: its history and the hash that the next event is chained to. */
interface Stored extends TicketHistory {
  readonly headHash: string;
}

export interface Change extends Moment {
  readonly ticketId: string;
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
  const found = await loadForChange(tx, viewer, change);
  const foundOther = await loadForChange(tx, viewer, {
    ...change,
    ticketId: change.otherId,
    expectedVersions: null,
  });
  const before = await withAlarms(tx, found, change);
  const other = found.ticket.id === foundOther.ticket.id ? before : await withAlarms(tx, foundOther, change);
  return pair(tx, before, other, change.type, { ...change, actor: viewer.actor });
}

async function pair(
  tx: Transaction,
  before: Stored,
  other: Stored,
  type: PairCommand['type'],
  { actor, now, policies }: Moment & { readonly actor: Actor },
): Promise<TicketHistory> {
  const policy = policies.of(before.ticket.policyVersion);
  const decision = decidePair(before.ticket, { type, other: other.ticket }, { actor, now, policy });
  if (!decision.ok) throw new RejectionError(decision.rejection, '');
  await append(tx, other.ticket.id, other, decision.otherEvents, policies);
  return append(tx, before.ticket.id, before, decision.events, policies);
}

/**
 * The one way in which a ticket changes: load, decide, append, and the row that lists read, in one transaction.
 * `fileTickets` is how one begins.
 */
export async function handleCommand(tx: Transaction, handling: Handling): Promise<TicketHistory> {
  const stored = await load(tx, handling.ticketId, handling.actor);
  if (stored === null) throw new RejectionError({ code: 'ticket_missing' }, handling.fieldsAt);
  return handle(tx, handling, stored);
}

async function handle(
  tx: Transaction,
  { ticketId, command, actor, now, policies, fieldsAt }: Handling,
  stored: Stored,
): Promise<TicketHistory> {
  const before = actor.kind === 'system' ? stored : await withAlarms(tx, stored, { now, policies });
  const policy = policies.of(before.ticket.policyVersion);
  const decision = decide(before.ticket, command, { actor, now, policy });
  if (!decision.ok) throw new RejectionError(decision.rejection, fieldsAt);
  const after = await append(tx, ticketId, before, decision.events, policies);
  const following = consequences(before.ticket, after.ticket);
  for (const consequence of following) await follow(tx, consequence, { actor, now, policies });
  // What followed may have changed this ticket, too.
  return following.length === 0 ? after : required(await load(tx, ticketId, actor));
}

/** Alarms whose instant has come are raised before anything else happens, so that none is lost by being overtaken. */
async function withAlarms(tx: Transaction, stored: Stored, { now, policies }: Moment): Promise<Stored> {
  const context = { actor: time, now, policy: policies.of(stored.ticket.policyVersion) };
  const decision = decide(stored.ticket, { type: 'raise_alarms' }, context);
  return decision.ok ? append(tx, stored.ticket.id, stored, decision.events, policies) : stored;
}

const time = { kind: 'system' } as const;

/** What a change of one ticket brings about in another, in the same transaction. */
async function follow(
  tx: Transaction,
  consequence: Consequence,
  by: Moment & { readonly actor: Actor },
): Promise<void> {
  const { ticketId } = consequence;
  if (consequence.kind === 'part') {
    const [ticket, other] = [await load(tx, ticketId, time), await load(tx, consequence.otherId, time)];
    await pair(tx, required(ticket), required(other), consequence.command, { ...by, actor: time });
    return;
  }
  const carried = required(await load(tx, ticketId, by.actor));
  const policy = by.policies.of(carried.ticket.policyVersion);
  // One that no longer waits for an answer has had its own.
  if (!permission('resolve', carried.ticket, { ...by, policy }).ok) return;
  await handle(tx, { ...by, ticketId, command: consequence.command, fieldsAt: '' }, carried);
}

function required(stored: Stored | null): Stored {
  if (stored === null) throw new Error('A ticket is held together with one that does not exist.');
  return stored;
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

const selectHead = prepared((db) =>
  db
    .select({ headHash: tickets.headHash })
    .from(tickets)
    .where(eq(tickets.id, sql.placeholder('ticketId')))
    .prepare(),
);

async function load(tx: Transaction, ticketId: string, actor: Actor): Promise<Stored | null> {
  const row = await selectHead(tx).get({ ticketId });
  if (row === undefined) return null;
  const events = await readHistory(tx, ticketId, actor.kind === 'teomaster' ? 'everyone' : 'staff');
  const ticket = replay(events);
  return ticket === null ? null : { ticket, events, headHash: row.headHash };
}

async function append(
  tx: Transaction,
  ticketId: string,
  before: Stored,
  decided: readonly TicketEvent[],
  policies: Policies,
): Promise<Stored> {
  if (decided.length === 0) return before;
  const appended = await appendEvents(
    tx,
    {
      ticketId,
      organizationId: before.ticket.organizationId,
      afterVersion: before.ticket.version,
      previousHash: before.headHash,
    },
    decided,
  );
  const events = [...before.events, ...appended.events];
  const ticket = appended.events.reduce<Ticket | null>(evolve, before.ticket);
  if (ticket === null) throw new Error('An accepted command left no ticket.');
  const row = rowOf(ticket, appended.head, policies.of(ticket.policyVersion));
  await tx.update(tickets).set(row).where(eq(tickets.id, ticketId));
  await indexEvents(tx, ticket.number, appended.events);
  await claimFiles(tx, ticket, decided);
  return { ticket, events, headHash: appended.head };
}
