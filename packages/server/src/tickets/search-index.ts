import { frenchWords, isPublic, type PublicTicketEvent, type TicketEvent } from '@teo-support/core';
import { asc, eq, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Database, prepared, readHistory, type Transaction } from '../storage/index.js';
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
const insertFiled = prepared((db) =>
  db
    .insert(sqliteTable('ticket_words', { ...columns(), owners: text('owners').notNull() }))
    .values({
      number: sql.placeholder('number'),
      stems: sql.placeholder('stems'),
      forms: sql.placeholder('forms'),
      owners: sql.placeholder('owners'),
    })
    .prepare(),
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
  const said = appended.filter(isPublic);
  await addWords(tx, publicIndex, number, said.flatMap(publicWords), isNew, said.flatMap(ownersIn));
  const kept = appended.flatMap((event) => (isPublic(event) ? [] : teamWords(event)));
  await addWords(tx, teamIndex, number, kept, isNew);
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

async function addWords(
  tx: Transaction,
  index: Index,
  number: number,
  texts: readonly string[],
  isNew: boolean,
  owners: readonly string[] = [],
): Promise<void> {
  // Nothing that belongs to a word crosses a line.
  const words = frenchWords(texts.join('\n'));
  if (words.length === 0) return;
  const stems = words.map(({ stem }) => stem).join(' ');
  const forms = words.map(({ form }) => form).join(' ');
  const { select, insert, update } = index;
  const known = isNew ? undefined : await select(tx).get({ number });
  if (known !== undefined)
    await update(tx).run({ number, stems: `${known.stems} ${stems}`, forms: `${known.forms} ${forms}` });
  else if (owners.length === 0) await insert(tx).run({ number, stems, forms });
  else await insertFiled(tx).run({ number, stems, forms, owners: owners.join(' ') });
}
