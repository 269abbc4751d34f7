import { frenchWords, isPublic, type TicketEvent } from '@teo-support/core';
import { asc, sql } from 'drizzle-orm';
import { type Database, readHistory, type Transaction } from '../storage/index.js';
import { tickets } from './tables.js';
import { publicWords, teamWords } from './words.js';

/**
 * The index of the tickets' words (FTS5). What everyone concerned may read and what the team keeps to itself stand in
 * two tables, so that no forgotten filter can find a ticket by the words of a note. Each has the words as they were
 * written and their stems, both made by `frenchWords`.
 */
type Index = 'ticket_words' | 'ticket_team_words';

/** Adds the words of events, in the transaction that appends them. */
export async function indexEvents(
  tx: Transaction,
  number: number,
  appended: readonly TicketEvent[],
): Promise<void> {
  await addWords(tx, 'ticket_words', number, appended.filter(isPublic).flatMap(publicWords));
  await addWords(
    tx,
    'ticket_team_words',
    number,
    appended.flatMap((event) => (isPublic(event) ? [] : teamWords(event))),
  );
}

/**
 * Makes the whole index again from the log: after words were erased, or when words are normalised in another way.
 * @returns how many tickets were indexed
 */
export function rebuildIndex(db: Database): Promise<number> {
  return db.write(async (tx) => {
    await tx.run(sql`delete from ticket_words`);
    await tx.run(sql`delete from ticket_team_words`);
    const all = await tx
      .select({ id: tickets.id, number: tickets.number })
      .from(tickets)
      .orderBy(asc(tickets.number));
    for (const { id, number } of all) await indexEvents(tx, number, await readHistory(tx, id, 'staff'));
    return all.length;
  });
}

/** Makes the index if there is none yet: of tickets that were filed before there was one. */
export async function indexIfMissing(db: Database): Promise<void> {
  const [indexed] = await db.read.all<{ one: number }>(sql`select 1 as one from ticket_words limit 1`);
  if (indexed === undefined && (await db.read.$count(tickets)) > 0) await rebuildIndex(db);
}

async function addWords(
  tx: Transaction,
  index: Index,
  number: number,
  texts: readonly string[],
): Promise<void> {
  const words = texts.flatMap(frenchWords);
  if (words.length === 0) return;
  const stems = words.map(({ stem }) => stem).join(' ');
  const forms = words.map(({ form }) => form).join(' ');
  const table = sql.identifier(index);
  const [known] = await tx.all<{ stems: string; forms: string }>(
    sql`select stems, forms from ${table} where rowid = ${number}`,
  );
  if (known === undefined) {
    await tx.run(sql`insert into ${table} (rowid, stems, forms) values (${number}, ${stems}, ${forms})`);
    return;
  }
  await tx.run(
    sql`update ${table} set stems = ${`${known.stems} ${stems}`}, forms = ${`${known.forms} ${forms}`} where rowid = ${number}`,
  );
}
