import { canonicalJson, replay, type TicketCommand, ticketId } from '@teo-support/core';
import { and, eq, max } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { ProblemError } from '../http/index.js';
import type { TeomasterViewer } from '../identity/index.js';
import { idempotencyKeys, readHistory, sha256, type Transaction } from '../storage/index.js';
import { handleCommand, type TicketHistory } from './handle-command.js';
import { tickets } from './tables.js';

type FileCommand = Omit<Extract<TicketCommand, { type: 'file' }>, 'ticketId' | 'number'>;

export interface Filing {
  readonly command: FileCommand;
  readonly key: string;
  /** The request as it came, from which it is told whether a repeated key means the same. */
  readonly request: unknown;
  readonly now: number;
}

/** The first number: references of four digits from the start. */
const firstNumber = 1001;

/**
 * Files a ticket once per key: the same request again gets the same ticket, another request with the same key a
 * clear problem. Key, ticket and events are one transaction, so a crash leaves all of them or none.
 */
export async function fileTicket(
  tx: Transaction,
  viewer: TeomasterViewer,
  filing: Filing,
): Promise<TicketHistory> {
  const caller = viewer.actor.id;
  // JSON.parse of the body gave it, so it is JSON.
  const fingerprint = sha256(canonicalJson(JSON.parse(JSON.stringify(filing.request))));
  const [earlier] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.caller, caller), eq(idempotencyKeys.key, filing.key)));
  if (earlier !== undefined) {
    if (earlier.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
    return asFiled(tx, earlier.ticketId);
  }
  const id = ticketId(uuid());
  const history = await handleCommand(tx, {
    ticketId: id,
    command: { ...filing.command, ticketId: id, number: await nextNumber(tx) },
    actor: viewer.actor,
    now: filing.now,
    fieldsAt: '/answers',
  });
  await tx
    .insert(idempotencyKeys)
    .values({ caller, key: filing.key, fingerprint, ticketId: id, createdAt: filing.now });
  return history;
}

/** The ticket as it stood when it was filed, so that a repeated request gets the answer that it got first. */
async function asFiled(tx: Transaction, id: string): Promise<TicketHistory> {
  const events = (await readHistory(tx, id, 'everyone')).slice(0, 1);
  const ticket = replay(events);
  if (ticket === null) throw new ProblemError('not-found');
  return { ticket, events };
}

async function nextNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.select({ highest: max(tickets.number) }).from(tickets);
  return Math.max(firstNumber, (row?.highest ?? 0) + 1);
}
