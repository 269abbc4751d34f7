import type { ListSort } from '@teo-support/core';
import { and, asc, gt, max, type SQL, sql } from 'drizzle-orm';
import type { Place } from '../../http/index.js';
import { events, type Reader } from '../../storage/index.js';
import type { ListConditions } from '../list-conditions.js';
import { type ListRows, readFound, readWalked } from '../list-rows.js';
import type { Search } from '../search.js';
import { tickets } from '../tables.js';
import { NumberSet } from './number-set.js';

export type TicketRow = typeof tickets.$inferSelect;

export interface WholeList {
  readonly sort: ListSort;
  readonly conditions: ListConditions;
  readonly search: Search | null;
  /** The events that tell whoever reads the list what others change in it. */
  readonly changes: SQL | undefined;
}

/** So many tickets are read at once: they and their lines take a few milliseconds, and then others have their turn. */
const atOnce = 50;

/**
 * All tickets of a list, piece by piece, in its order. A walk by places loses a ticket that others move behind the place
 * where it stands, and meets one twice that they move before it. Therefore: each ticket that there was at the start is
 * given once at the most, as a bit for each tells; and at the end come those that changed meanwhile and were not met,
 * which the log of events knows. So none is lost that is in the list from the start to the end.
 *
 * Nothing is held between two pieces, no transaction and no connection: whoever reads slowly hinders nobody.
 */
export async function* wholeList(reader: Reader, list: WholeList): AsyncGenerator<readonly TicketRow[]> {
  const [{ last = 0 } = {}] = await reader
    .select({ last: sql<number>`coalesce(${max(tickets.number)}, 0)` })
    .from(tickets);
  const from = await lastPosition(reader);
  const given = new NumberSet(last);
  const fresh = (rows: readonly TicketRow[]) => rows.filter(({ number }) => given.add(number));

  const walk = await walkOf(reader, list, sql`+${tickets.number} <= ${last}`);
  for (let start: Place | null = null; ; ) {
    const { rows, next } = await walk.read(start);
    yield fresh(rows);
    if (next === null) break;
    start = next;
  }

  const until = await lastPosition(reader);
  for (let position = from; position < until; ) {
    const changes = await changesAfter(reader, position, list.changes);
    yield fresh(await ofTickets(reader, new Set(changes.map(({ ticketId }) => ticketId)), walk.kept));
    position = changes.at(-1)?.position ?? until;
  }
}

/** How a list is read from place to place, and what it keeps. */
interface Walk {
  read(start: Place | null): Promise<ListRows>;
  readonly kept: SQL | undefined;
}

async function walkOf(
  reader: Reader,
  { sort, conditions: { leading, checked }, search }: WholeList,
  atStart: SQL,
): Promise<Walk> {
  const conditions = { leading, checked: and(checked, atStart) };
  if (search === null) {
    return {
      read: (start) => readWalked(reader, { sort, conditions, start, limit: atOnce }),
      kept: and(leading, conditions.checked),
    };
  }
  // What is found is few, and is found once: words that are written meanwhile change nothing in it.
  const found = await search(reader, conditions, null);
  return {
    read: (start) => readFound(reader, found, { sort, start, limit: atOnce }),
    kept: found.where,
  };
}

/** Which tickets were changed after a position, as far as the condition lets through, oldest first. */
function changesAfter(reader: Reader, position: number, condition: SQL | undefined) {
  return reader
    .select({ position: events.position, ticketId: events.ticketId })
    .from(events)
    .where(and(gt(events.position, position), condition))
    .orderBy(asc(events.position))
    .limit(atOnce);
}

async function ofTickets(
  reader: Reader,
  ids: ReadonlySet<string>,
  kept: SQL | undefined,
): Promise<readonly TicketRow[]> {
  if (ids.size === 0) return [];
  const among = sql`${tickets.id} in (select value from json_each(${JSON.stringify([...ids])}))`;
  return reader
    .select()
    .from(tickets)
    .where(and(among, kept === undefined ? undefined : sql`+(${kept})`));
}

async function lastPosition(reader: Reader): Promise<number> {
  const [{ last = 0 } = {}] = await reader
    .select({ last: sql<number>`coalesce(${max(events.position)}, 0)` })
    .from(events);
  return last;
}
