import { type ChainFault, type ChainLink, type KeptText, verifyChain } from '@teo-support/core';
import { asc, max, min, sql } from 'drizzle-orm';
import { events, eventTexts, internalNoteTexts, prepared, type Reader, sha256 } from '../storage/index.js';
import { tickets } from '../tickets/index.js';
import { parsedPayload } from './parsed-payload.js';

/** The first thing that is wrong with the log, or how much of it was checked. */
export type Verification =
  | { readonly ok: true; readonly tickets: number; readonly events: number }
  | {
      readonly ok: false;
      readonly fault: ChainFault | 'positions_missing' | 'ticket_missing';
      /** Number of the ticket, as in its reference, where a ticket is at fault. */
      readonly ticketNumber: number | null;
      readonly version: number | null;
    };

/** So many tickets are read at once: fewer would ask too often, more would hold the event loop too long. */
const ticketsAtOnce = 50;

/**
 * Follows every ticket's chain, and checks that no ticket has left the log or the list as a whole.
 * @param progress is told now and then how many tickets were checked
 */
export async function verifyLog(reader: Reader, progress?: (tickets: number) => void): Promise<Verification> {
  const whole = await checkPositions(reader);
  if (whole !== null) return whole;
  const checked = { tickets: 0, events: 0 };
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await nextTickets(reader).all({ after });
    const last = rows.at(-1);
    if (last === undefined) break;
    const ids = JSON.stringify(rows.map((row) => row.id));
    const links = await linksOf(reader, ids);
    const texts = await textsOf(reader, ids);
    for (const row of rows) {
      const kept = texts.get(row.id);
      const check = verifyChain(
        links.get(row.id) ?? [],
        (version) => kept?.get(version) ?? [],
        { version: row.version, hash: row.hash },
        sha256,
      );
      if (!check.ok)
        return { ok: false, fault: check.fault, ticketNumber: row.number, version: check.version };
      checked.events += check.events;
    }
    checked.tickets += rows.length;
    progress?.(checked.tickets);
    after = last.number;
  }
  const total = await reader.$count(events);
  if (total !== checked.events) {
    return { ok: false, fault: 'ticket_missing', ticketNumber: null, version: null };
  }
  return { ok: true, ...checked };
}

/** Positions run from 1 without gaps: a gap is a ticket's event, or a whole ticket, that was taken out. */
async function checkPositions(reader: Reader): Promise<Verification | null> {
  const [span] = await reader
    .select({ first: min(events.position), last: max(events.position) })
    .from(events);
  const count = await reader.$count(events);
  const whole = count === 0 || (span?.first === 1 && span.last === count);
  return whole ? null : { ok: false, fault: 'positions_missing', ticketNumber: null, version: null };
}

const nextTickets = prepared((db) =>
  db
    .select({ id: tickets.id, number: tickets.number, version: tickets.version, hash: tickets.headHash })
    .from(tickets)
    .where(sql`${tickets.number} > ${sql.placeholder('after')}`)
    .orderBy(asc(tickets.number))
    .limit(ticketsAtOnce)
    .prepare(),
);

const ofTickets = sql`${events.ticketId} in (select value from json_each(${sql.placeholder('ids')}))`;

const selectLinks = prepared((db) =>
  db.select().from(events).where(ofTickets).orderBy(asc(events.ticketId), asc(events.version)).prepare(),
);

async function linksOf(reader: Reader, ids: string): Promise<ReadonlyMap<string, ChainLink[]>> {
  const links = new Map<string, ChainLink[]>();
  for (const { ticketId, version, payload, previousHash, hash } of await selectLinks(reader).all({ ids })) {
    const link = { ticketId, version, payload: parsedPayload(payload), previousHash, hash };
    const ofTicket = links.get(ticketId);
    if (ofTicket === undefined) links.set(ticketId, [link]);
    else ofTicket.push(link);
  }
  return links;
}

const selectTexts = [eventTexts, internalNoteTexts].map((table) =>
  prepared((db) =>
    db
      .select({
        ticketId: events.ticketId,
        version: events.version,
        path: table.path,
        salt: table.salt,
        text: table.text,
      })
      .from(events)
      .innerJoin(table, sql`${table.position} = ${events.position}`)
      .where(ofTickets)
      .prepare(),
  ),
);

async function textsOf(
  reader: Reader,
  ids: string,
): Promise<ReadonlyMap<string, ReadonlyMap<number, KeptText[]>>> {
  const texts = new Map<string, Map<number, KeptText[]>>();
  for (const select of selectTexts) {
    for (const { ticketId, version, ...kept } of await select(reader).all({ ids })) {
      const ofTicket = texts.get(ticketId) ?? new Map<number, KeptText[]>();
      texts.set(ticketId, ofTicket);
      const ofEvent = ofTicket.get(version);
      if (ofEvent === undefined) ofTicket.set(version, [kept]);
      else ofEvent.push(kept);
    }
  }
  return texts;
}
