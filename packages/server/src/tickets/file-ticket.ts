import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  decide,
  evolve,
  type Policies,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  ticketId,
} from '@teo-support/core';
import { max } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { claimFiles } from '../files/index.js';
import { RejectionError } from '../http/index.js';
import type { TeomasterViewer } from '../identity/index.js';
import {
  type Appending,
  appendHistories,
  drawRandom,
  placeholdersOf,
  prepared,
  preparedRows,
  previousHashOf,
  type Transaction,
} from '../storage/index.js';
import type { Moment, TicketHistory } from './handle-command.js';
import { rowOf } from './row.js';
import { indexFiled } from './search-index.js';
import { tickets } from './tables.js';

export type FileCommand = Omit<Extract<TicketCommand, { type: 'file' }>, 'ticketId' | 'number'>;

/** A ticket that is to be filed: by whom, when, and with what. */
export interface Filing extends Moment {
  readonly viewer: TeomasterViewer;
  readonly command: FileCommand;
}

/** The ticket that was filed, or why it was refused: then nothing was written for it. */
export type Filed =
  | { readonly ok: true; readonly history: TicketHistory }
  | { readonly ok: false; readonly refusal: RejectionError };

/** The first number: references of four digits from the start. */
const firstNumber = 1001;

/** Files a ticket under the next number. */
export async function fileTicket(tx: Transaction, filing: Filing): Promise<TicketHistory> {
  const [filed] = await fileTickets(tx, [filing]);
  if (filed === undefined) throw new Error('What became of a filing is not known.');
  if (!filed.ok) throw filed.refusal;
  return filed.history;
}

/** Files tickets under the next numbers, with few statements for all of them. Gives what became of each, in their order. */
export async function fileTickets(tx: Transaction, filings: readonly Filing[]): Promise<Filed[]> {
  let number = await nextNumber(tx);
  const decided = filings.map((filing) => {
    const decision = decideFiling(filing, number);
    if (decision.ok) number += 1;
    return decision;
  });
  const histories = (
    await begin(
      tx,
      decided.flatMap((each) => (each.ok ? [each.filed] : [])),
    )
  ).values();
  return decided.map((each) => {
    if (!each.ok) return each;
    const { value: history } = histories.next();
    if (history === undefined) throw new Error('A ticket was accepted, and not written.');
    return { ok: true, history };
  });
}

/** What the first events of a ticket are, and where they will stand. */
interface Begun {
  readonly place: Appending;
  readonly events: readonly TicketEvent[];
  readonly policies: Policies;
}

function decideFiling(
  { viewer: { actor }, command, now, policies }: Filing,
  number: number,
): { readonly ok: true; readonly filed: Begun } | Extract<Filed, { ok: false }> {
  const id = ticketId(uuid({ random: drawRandom(16) }));
  const filing = Object.assign({}, command, { ticketId: id, number });
  const decision = decide(null, filing, { actor, now, policy: policies.current });
  if (!decision.ok) return { ok: false, refusal: new RejectionError(decision.rejection, '/answers') };
  const { organizationId } = actor;
  const place = { ticketId: id, organizationId, afterVersion: 0, previousHash: previousHashOf(null) };
  return { ok: true, filed: { place, events: decision.events, policies } };
}

const insertTickets = preparedRows(placeholdersOf(tickets), (db, rows) =>
  db.insert(tickets).values(rows).prepare(),
);

/** Writes the beginnings of tickets, and the rows that lists read. */
async function begin(tx: Transaction, begun: readonly Begun[]): Promise<TicketHistory[]> {
  const appended = await appendHistories(tx, begun);
  const histories: TicketHistory[] = [];
  const rows: ReturnType<typeof rowOf>[] = [];
  for (const [index, { policies }] of begun.entries()) {
    const { events = [], head = '' } = appended[index] ?? {};
    const ticket = events.reduce<Ticket | null>(evolve, null);
    if (ticket === null) throw new Error('An accepted filing left no ticket.');
    histories.push({ ticket, events });
    rows.push(rowOf(ticket, head, policies.of(ticket.policyVersion)));
  }
  for (const { statement, values } of insertTickets(tx, rows)) await statement.run(values);
  // Many tickets take long enough for whoever else waits to get a turn in the middle.
  await nextTurn();
  await indexFiled(tx, histories);
  for (const { ticket, events } of histories) await claimFiles(tx, ticket, events);
  return histories;
}

const highestNumber = prepared((db) =>
  db
    .select({ highest: max(tickets.number) })
    .from(tickets)
    .prepare(),
);

async function nextNumber(tx: Transaction): Promise<number> {
  const row = await highestNumber(tx).get();
  return Math.max(firstNumber, (row?.highest ?? 0) + 1);
}
