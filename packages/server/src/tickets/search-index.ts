import { frenchWords, isPublic, type PublicTicketEvent, type TicketEvent } from '@teo-support/core';
import { asc, eq, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  type Database,
  placeholdersOf,
  prepared,
  preparedRows,
  readHistory,
  type Transaction,
} from '../storage/index.js';
import { tickets } from './tables.js';
import { publicWords, teamWords } from './words.js';

/**
 * The index of the tickets' words (FTS5). What everyone concerned may read and what the team keeps to itself stand in
 * two tables, so that no forgotten filter can find a ticket by the words of a note. Each has the words as they were
 * written and their stems, both made by `frenchWords`; the first also has whose the ticket is, so that a search within
 * few tickets does not go through those of all others.
 */
const publicIndex = indexIn('ticket_words');
const teamIndex = indexIn('ticket_team_words');
type Index = ReturnType<typeof indexIn>;

function columns() {
  return { number: integer('rowid'), stems: text('stems').notNull(), forms: text('forms').notNull() };
}

/** The words of a filing come with whose it is. */
const filedWords = sqliteTable('ticket_words', { ...columns(), owners: text('owners').notNull() });
const insertFiled = preparedRows(placeholdersOf(filedWords), (db, rows) =>
  db.insert(filedWords).values(rows).prepare(),
);

function indexIn(name: 'ticket_words' | 'ticket_team_words') {
  const table = sqliteTable(name, columns());
  const ofTicket = eq(table.number, sql.placeholder('number'));
  const written = { stems: sql.placeholder('stems'), forms: sql.placeholder('forms') };
  return {
    select: prepared((db) =>
      db.select({ stems: table.stems, forms: table.forms }).from(table).where(ofTicket).prepare(),
    ),
    insert: prepared((db) =>
      db
        .insert(table)
        .values({ number: sql.placeholder('number'), ...written })
        .prepare(),
    ),
    update: prepared((db) =>
      db
        .update(table)
        .set({ stems: sql`${written.stems}`, forms: sql`${written.forms}` })
        .where(ofTicket)
        .prepare(),
    ),
  };
}

/** Adds the words of events, in the transaction that appends them. */
export async function indexEvents(
  tx: Transaction,
  number: number,
  appended: readonly TicketEvent[],
): Promise<void> {
  const isNew = appended[0]?.type === 'ticket.filed';
  if (isNew) await indexFiled(tx, [{ ticket: { number }, events: appended }]);
  else await addWords(tx, publicIndex, number, appended.filter(isPublic).flatMap(publicWords), isNew);
  const kept = appended.flatMap((event) => (isPublic(event) ? [] : teamWords(event)));
  await addWords(tx, teamIndex, number, kept, isNew);
}

/** Adds the words of tickets that begin, as far as everyone concerned may read them. */
export async function indexFiled(
  tx: Transaction,
  begun: readonly { readonly ticket: { readonly number: number }; readonly events: readonly TicketEvent[] }[],
): Promise<void> {
  const rows = begun.map(({ ticket: { number }, events }) => {
    const said = events.filter(isPublic);
    return { number, ...indexed(said.flatMap(publicWords)), owners: said.flatMap(ownersIn).join(' ') };
  });
  for (const { statement, values } of insertFiled(tx, rows)) await statement.run(values);
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

/** What stands in the index for an organization or a téomaster: no word that anyone writes begins so. */
export function ownerToken(id: string): string {
  return `_${id}`;
}

/** Whose ticket it is, which its filing says for good. */
function ownersIn(event: PublicTicketEvent): string[] {
  return event.type === 'ticket.filed' ? [event.organizationId, event.requesterId].map(ownerToken) : [];
}

/** Texts as they stand in the index. */
function indexed(texts: readonly string[]): { readonly stems: string; readonly forms: string } {
  // Nothing that belongs to a word crosses a line.
  const words = frenchWords(texts.join('\n'));
  return { stems: words.map(({ stem }) => stem).join(' '), forms: words.map(({ form }) => form).join(' ') };
}

async function addWords(
  tx: Transaction,
  index: Index,
  number: number,
  texts: readonly string[],
  isNew: boolean,
): Promise<void> {
  const { stems, forms } = indexed(texts);
  if (forms === '') return;
  const { select, insert, update } = index;
  const known = isNew ? undefined : await select(tx).get({ number });
  if (known !== undefined)
    await update(tx).run({ number, stems: `${known.stems} ${stems}`, forms: `${known.forms} ${forms}` });
  else await insert(tx).run({ number, stems, forms });
}
