import { type PairCommand, replay, type TicketCommand } from '@teo-support/core';
import type { RequesterTicket, StaffTicket } from '@teo-support/core/contract';
import {
  type CommandCall,
  type EarlierOutcome,
  expectedVersions,
  once,
  ProblemError,
} from '../http/index.js';
import { type ActingViewer, callerOf, type Viewer } from '../identity/index.js';
import type { Database, Reader, Transaction } from '../storage/index.js';
import { etagOf } from './etag.js';
import {
  type Change,
  changePair,
  changeTicket,
  type Moment,
  StaleTicketError,
  type TicketHistory,
} from './handle-command.js';
import { findTicketId, readTicket } from './queries.js';
import { markSeen } from './unread/unread.js';

/** A ticket to be shown, and the time at which it is looked at. */
export interface Shown {
  readonly history: TicketHistory;
  readonly at: number;
}

/**
 * Gives a request's command to its ticket, once per idempotency key and on the condition that its `If-Match` states.
 * @param command made within the transaction, and not at all when the request was answered before
 */
export function changeOnRequest(
  db: Database,
  call: CommandCall<ActingViewer>,
  command: (tx: Transaction) => Promise<TicketCommand>,
  moment: Moment,
): Promise<Shown> {
  return change(db, call, moment, async (tx, requested) =>
    changeTicket(tx, call.viewer, { ...requested, command: await command(tx) }),
  );
}

/** The same for a command that concerns another ticket, too, which a person names by its id or its reference. */
export function changePairOnRequest(
  db: Database,
  call: CommandCall<ActingViewer>,
  { type, other }: { readonly type: PairCommand['type']; readonly other: string },
  moment: Moment,
): Promise<Shown> {
  return change(db, call, moment, async (tx, requested) => {
    const otherId = await findTicketId(tx, call.viewer, other, 'ticket');
    return changePair(tx, call.viewer, { ...requested, type, otherId });
  });
}

function change(
  db: Database,
  { viewer, param, intention, c }: CommandCall<ActingViewer>,
  moment: Moment,
  act: (tx: Transaction, requested: Change) => Promise<TicketHistory>,
): Promise<Shown> {
  const requested = { ...moment, ticketId: param('ticketId'), expectedVersions: expectedVersions(c) };
  return db.write((tx) =>
    once(tx, {
      caller: callerOf(viewer),
      intention: intention(),
      now: moment.now,
      async first() {
        const history = await act(tx, requested);
        const { id, version, publicVersion } = history.ticket;
        // Whoever acts on a ticket has read it.
        if (viewer.kind === 'teomaster')
          await markSeen(tx, viewer.actor.id, { ticketId: id, version: publicVersion, at: moment.now });
        return { outcome: { id, version }, result: { history, at: moment.now } };
      },
      again: (earlier) => asItWas(tx, viewer, earlier),
    }),
  );
}

/** The ticket as a request left it, so that the same request again gets the answer that it got first. */
export async function asItWas(
  reader: Reader,
  viewer: Viewer,
  { id, version, at }: EarlierOutcome,
): Promise<Shown> {
  const { events: all } = await readTicket(reader, viewer, id);
  const events = all.slice(0, version);
  const ticket = replay(events);
  if (ticket === null) throw new ProblemError('not-found');
  return { history: { ticket, events }, at };
}

/** Shows what a change led to; when it came too late, refuses it with what there is now. */
export async function orConflict<T extends RequesterTicket | StaffTicket>(
  changing: Promise<Shown>,
  show: (history: TicketHistory, at: number) => Promise<T>,
  now: number,
): Promise<T> {
  try {
    const { history, at } = await changing;
    return await show(history, at);
  } catch (error) {
    if (!(error instanceof StaleTicketError)) throw error;
    const current = await show(error.current, now);
    throw new ProblemError('version-conflict', { current, headers: { etag: etagOf(current) } });
  }
}
