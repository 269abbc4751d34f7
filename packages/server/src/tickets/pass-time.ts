import { nextByTime, type Policies, replay, ticketId } from '@teo-support/core';
import { asc, eq, lte } from 'drizzle-orm';
import { type Database, readHistory, type Transaction } from '../storage/index.js';
import { handleCommand, type Moment } from './handle-command.js';
import { tickets } from './tables.js';

/** How many tickets are woken at once: few enough that people's own commands get their turn in between. */
const mostAtOnce = 25;

/**
 * Gives some of the tickets that the time has come for what it gives them: alarms, or that they are closed. Each is a
 * unit of its own, through the write queue and the rules like every command, so whoever is quicker leaves nothing to do.
 *
 * @param report is told of a ticket that could not be woken; the others are all the same
 * @returns whether it is worth asking again at once
 */
export async function wakeTickets(
  db: Database,
  moment: Moment,
  report: (error: unknown) => void,
): Promise<boolean> {
  const due = await db.read
    .select({ id: tickets.id })
    .from(tickets)
    .where(lte(tickets.wakeAt, moment.now))
    .orderBy(asc(tickets.wakeAt))
    .limit(mostAtOnce);
  const woken = await Promise.allSettled(due.map(({ id }) => db.write((tx) => wake(tx, id, moment))));
  for (const outcome of woken) if (outcome.status === 'rejected') report(outcome.reason);
  return due.length === mostAtOnce && woken.some((outcome) => outcome.status === 'fulfilled');
}

/** Lets the time pass within a transaction: everything that it gives until an instant, each at its own. */
export async function passTime(tx: Transaction, until: number, policies: Policies): Promise<void> {
  for (;;) {
    const [next] = await tx
      .select({ id: tickets.id, wakeAt: tickets.wakeAt })
      .from(tickets)
      .where(lte(tickets.wakeAt, until))
      .orderBy(asc(tickets.wakeAt))
      .limit(1);
    if (next === undefined || next.wakeAt === null) return;
    await wake(tx, next.id, { now: next.wakeAt, policies });
  }
}

async function wake(tx: Transaction, id: string, moment: Moment): Promise<void> {
  const [row] = await tx.select({ wakeAt: tickets.wakeAt }).from(tickets).where(eq(tickets.id, id));
  if (row?.wakeAt == null || row.wakeAt > moment.now) return;
  const ticket = replay(await readHistory(tx, id, 'everyone'));
  const next = ticket === null ? null : nextByTime(ticket, moment.policies.of(ticket.policyVersion));
  if (next === null) throw new Error('A ticket is to be woken for nothing.');
  await handleCommand(tx, {
    ticketId: ticketId(id),
    command: next.command,
    actor: { kind: 'system' },
    ...moment,
    fieldsAt: '',
  });
}
