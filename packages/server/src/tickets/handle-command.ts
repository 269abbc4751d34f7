import {
  type Actor,
  decide,
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
import { ticketScope, type Viewer } from '../identity/index.js';
import { appendEvents, previousHashOf, readHistory, type Transaction } from '../storage/index.js';
import { rowOf } from './row.js';
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

/** A command on a ticket that exists: who may see it at all, the version that the caller expects, then the rules. */
export async function changeTicket(
  tx: Transaction,
  viewer: Viewer,
  change: Omit<Handling, 'actor'> & { readonly expectedVersion: number | null },
): Promise<TicketHistory> {
  const [row] = await tx
    .select({ version: tickets.version, publicVersion: tickets.publicVersion, headHash: tickets.headHash })
    .from(tickets)
    .where(and(eq(tickets.id, change.ticketId), ticketScope(viewer, tickets.organizationId)));
  if (row === undefined) throw new ProblemError('not-found');
  const seen = viewer.kind === 'staff' ? row.version : row.publicVersion;
  if (change.expectedVersion !== null && change.expectedVersion !== seen)
    throw new ProblemError('version-conflict');
  return handleCommand(tx, { ...change, actor: viewer.actor }, row.headHash);
}

/** The one way in which a ticket changes: load, decide, append, and the row that lists read, in one transaction. */
export async function handleCommand(
  tx: Transaction,
  { ticketId, command, actor, now, fieldsAt }: Handling,
  headHash: string | null,
): Promise<TicketHistory> {
  const before =
    headHash === null ? [] : await readHistory(tx, ticketId, actor.kind === 'staff' ? 'staff' : 'everyone');
  const ticket = replay(before);
  const decision = decide(ticket, command, { actor, now, policy: publishedPolicy });
  if (!decision.ok) throw new RejectionError(decision.rejection, fieldsAt);
  if (ticket !== null && decision.events.length === 0) return { ticket, events: before };
  const appended = await appendEvents(
    tx,
    {
      ticketId,
      organizationId: organizationOf(ticket, decision.events),
      afterVersion: ticket?.version ?? 0,
      previousHash: previousHashOf(headHash),
    },
    decision.events,
  );
  const history = [...before, ...appended.events];
  const after = replay(history);
  if (after === null) throw new Error('An accepted command left no ticket.');
  const row = rowOf(after, history, appended.head);
  if (ticket === null) await tx.insert(tickets).values(row);
  else await tx.update(tickets).set(row).where(eq(tickets.id, ticketId));
  await claimFiles(tx, after, decision.events);
  return { ticket: after, events: history };
}

/** Whose ticket it is: what it was filed for, also when that happens just now. */
function organizationOf(ticket: Ticket | null, decided: readonly TicketEvent[]): string {
  const owned = ticket ?? replay(decided);
  if (owned === null) throw new Error('An accepted command left no ticket.');
  return owned.organizationId;
}
