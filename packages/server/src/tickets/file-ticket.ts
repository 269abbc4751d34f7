import { type TicketCommand, ticketId } from '@teo-support/core';
import { max } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { TeomasterViewer } from '../identity/index.js';
import { prepared, type Transaction } from '../storage/index.js';
import { handleCommand, type Moment, type TicketHistory } from './handle-command.js';
import { tickets } from './tables.js';

type FileCommand = Omit<Extract<TicketCommand, { type: 'file' }>, 'ticketId' | 'number'>;

/** The first number: references of four digits from the start. */
const firstNumber = 1001;

/** Files a ticket under the next number. */
export async function fileTicket(
  tx: Transaction,
  viewer: TeomasterViewer,
  command: FileCommand,
  moment: Moment,
): Promise<TicketHistory> {
  const id = ticketId(uuid());
  return handleCommand(tx, {
    ticketId: id,
    command: { ...command, ticketId: id, number: await nextNumber(tx) },
    actor: viewer.actor,
    ...moment,
    fieldsAt: '/answers',
  });
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
