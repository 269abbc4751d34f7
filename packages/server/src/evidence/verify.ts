import { type ChainFault, type ChainLink, type KeptText, verifyChain } from '@teo-support/core';
import { asc, eq, max, min } from 'drizzle-orm';
import { events, eventTexts, internalNoteTexts, type Reader, sha256 } from '../storage/index.js';
import { tickets } from '../tickets/index.js';

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

/** Follows every ticket's chain, and checks that no ticket has left the log or the list as a whole. */
export async function verifyLog(reader: Reader): Promise<Verification> {
  const whole = await checkPositions(reader);
  if (whole !== null) return whole;
  const rows = await reader
    .select({ id: tickets.id, number: tickets.number, version: tickets.version, hash: tickets.headHash })
    .from(tickets)
    .orderBy(asc(tickets.number));
  let checked = 0;
  for (const row of rows) {
    const check = verifyChain(
      await linksOf(reader, row.id),
      await textsOf(reader, row.id),
      { version: row.version, hash: row.hash },
      sha256,
    );
    if (!check.ok) return { ok: false, fault: check.fault, ticketNumber: row.number, version: check.version };
    checked += check.events;
  }
  const total = await reader.$count(events);
  if (total !== checked) return { ok: false, fault: 'ticket_missing', ticketNumber: null, version: null };
  return { ok: true, tickets: rows.length, events: checked };
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

async function linksOf(reader: Reader, ticketId: string): Promise<ChainLink[]> {
  const rows = await reader
    .select()
    .from(events)
    .where(eq(events.ticketId, ticketId))
    .orderBy(asc(events.version));
  return rows.map((row) => ({
    ticketId: row.ticketId,
    version: row.version,
    payload: parsed(row.payload),
    previousHash: row.previousHash,
    hash: row.hash,
  }));
}

/** A payload that is no longer JSON was altered: it is handed on as text, which no hash matches. */
function parsed(payload: string): ChainLink['payload'] {
  try {
    return JSON.parse(payload);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return payload;
  }
}

async function textsOf(reader: Reader, ticketId: string): Promise<(version: number) => readonly KeptText[]> {
  const byVersion = new Map<number, KeptText[]>();
  for (const table of [eventTexts, internalNoteTexts]) {
    const rows = await reader
      .select({ version: events.version, path: table.path, salt: table.salt, text: table.text })
      .from(table)
      .innerJoin(events, eq(events.position, table.position))
      .where(eq(events.ticketId, ticketId));
    for (const { version, ...kept } of rows)
      byVersion.set(version, [...(byVersion.get(version) ?? []), kept]);
  }
  return (version) => byVersion.get(version) ?? [];
}
