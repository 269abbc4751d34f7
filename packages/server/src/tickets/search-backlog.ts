import { desc, lte, max, min } from 'drizzle-orm';
import { type Database, type Reader, readHistory, type Transaction } from '../storage/index.js';
import { emptyIndex, type IndexedTicket, indexAnew, toIndex } from './search-index.js';
import { searchBacklog, tickets } from './tables.js';

/** So many tickets are indexed in one write: others wait no longer for it than for one another. */
const ticketsAtOnce = 25;

/**
 * Indexes some of the tickets that are still to be, from the log and beginning with the latest, and tells whether there
 * may be more. What it did is on disk then: whoever is stopped goes on from there. Searches meanwhile find what is
 * indexed, and say so. Several processes may do it together, and tickets may change while it is done.
 */
export async function workOnBacklog(db: Database): Promise<boolean> {
  const upTo = await backlogUpTo(db.read);
  if (upTo === null) return false;
  // Their words are gathered before: a write is to hold others up for as short a time as can be.
  const gathered = new Map<string, IndexedTicket>();
  for (const { id, number, version } of await ticketsUpTo(db.read, upTo)) {
    gathered.set(`${id} ${version}`, toIndex(number, await readHistory(db.read, id, 'staff')));
  }
  await db.write(async (tx) => {
    // Another process was faster.
    if ((await backlogUpTo(tx)) !== upTo) return;
    const rows = await ticketsUpTo(tx, upTo);
    const indexed: IndexedTicket[] = [];
    // From the lowest up, as FTS5 takes them most easily.
    for (const { id, number, version } of rows.toReversed()) {
      const known = gathered.get(`${id} ${version}`);
      indexed.push(known ?? toIndex(number, await readHistory(tx, id, 'staff')));
    }
    await indexAnew(tx, indexed);
    const last = rows.at(-1);
    if (last === undefined) await tx.delete(searchBacklog);
    else await putBacklog(tx, last.number - 1);
  });
  return true;
}

/** Empties the index and has all of it made again: when words are normalised in another way, or it is in doubt. */
export async function putAllInBacklog(db: Database): Promise<void> {
  await db.write(async (tx) => {
    await emptyIndex(tx);
    const [last] = await tx.select({ number: max(tickets.number) }).from(tickets);
    if (last !== undefined && last.number !== null) await putBacklog(tx, last.number);
  });
}

/** How many tickets are still to be indexed. Numbers follow one another. */
export async function countBacklog(reader: Reader): Promise<number> {
  const upTo = await backlogUpTo(reader);
  if (upTo === null) return 0;
  const [first] = await reader.select({ number: min(tickets.number) }).from(tickets);
  return Math.max(0, upTo + 1 - (first?.number ?? upTo + 1));
}

async function backlogUpTo(reader: Reader): Promise<number | null> {
  const [backlog] = await reader.select().from(searchBacklog);
  return backlog?.upTo ?? null;
}

async function putBacklog(tx: Transaction, upTo: number): Promise<void> {
  await tx
    .insert(searchBacklog)
    .values({ id: 1, upTo })
    .onConflictDoUpdate({ target: searchBacklog.id, set: { upTo } });
}

function ticketsUpTo(reader: Reader, upTo: number) {
  return reader
    .select({ id: tickets.id, number: tickets.number, version: tickets.version })
    .from(tickets)
    .where(lte(tickets.number, upTo))
    .orderBy(desc(tickets.number))
    .limit(ticketsAtOnce);
}
