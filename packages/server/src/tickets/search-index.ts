import { frenchWords, isPublic, type PublicTicketEvent, type TicketEvent } from '@teo-support/core';
import { eq, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { placeholdersOf, prepared, preparedRows, type Transaction } from '../storage/index.js';
import { ownerMark, stretchMark } from './search-marks.js';
import { publicWords, teamWords } from './words.js';

/**
 * The index of the tickets' words (FTS5). What everyone concerned may read and what the team keeps to itself stand in
 * two tables, so that no forgotten filter can find a ticket by the words of a note. Each has the words as they were
 * written and their stems, both made by `frenchWords`; the first also has the marks of each ticket.
 */
export const wordIndexes = ['ticket_words', 'ticket_team_words'] as const;
export type WordIndex = (typeof wordIndexes)[number];

const publicIndex = indexIn('ticket_words');
const teamIndex = indexIn('ticket_team_words');
type Index = ReturnType<typeof indexIn>;

function columns() {
  return { number: integer('rowid'), stems: text('stems').notNull(), forms: text('forms').notNull() };
}

/** The words of a filing come with the marks of its ticket. */
const filedWords = sqliteTable('ticket_words', { ...columns(), marks: text('marks').notNull() });
const insertFiled = preparedRows(placeholdersOf(filedWords), (db, rows) =>
  db.insert(filedWords).values(rows).prepare(),
);

function indexIn(name: WordIndex) {
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
    remove: prepared((db) => db.delete(table).where(ofTicket).prepare()),
  };
}

/** The words of events, as the index holds them. */
interface IndexedWords {
  readonly stems: string;
  readonly forms: string;
}

/** What the whole history of a ticket puts into the index. */
export interface IndexedTicket {
  readonly number: number;
  readonly marks: string;
  readonly everyone: IndexedWords;
  /** Null for no words. */
  readonly team: IndexedWords | null;
}

/** Events from the filing on, as the index holds them. */
export function toIndex(number: number, events: readonly TicketEvent[]): IndexedTicket {
  const said = events.filter(isPublic);
  return {
    number,
    marks: [...said.flatMap(ownersIn).map(ownerMark), stretchMark(number)].join(' '),
    everyone: wordsIn(said.flatMap(publicWords)),
    team: teamWordsIn(events),
  };
}

/** Adds the words of events that follow a filing, in the transaction that appends them. */
export async function indexEvents(
  tx: Transaction,
  number: number,
  appended: readonly TicketEvent[],
): Promise<void> {
  // A ticket that is not indexed yet will be, from the log, and with these words.
  await addWords(tx, publicIndex, number, wordsIn(appended.filter(isPublic).flatMap(publicWords)));
  const team = teamWordsIn(appended);
  if (team !== null && !(await addWords(tx, teamIndex, number, team)))
    await teamIndex.insert(tx).run({ number, ...team });
}

/** Adds the words of tickets that begin, as far as everyone concerned may read them. */
export async function indexFiled(
  tx: Transaction,
  begun: readonly { readonly ticket: { readonly number: number }; readonly events: readonly TicketEvent[] }[],
): Promise<void> {
  const filed = begun.map(({ ticket: { number }, events }) => toIndex(number, events));
  await insertAll(tx, filed);
}

/**
 * Takes every word away by making both tables anew: row by row, each word that FTS5 is to forget for good costs ten
 * times what it costs to learn it.
 */
export async function emptyIndex(tx: Transaction): Promise<void> {
  for (const name of wordIndexes) {
    const [made] = await tx.all<{ sql: string }>(sql`SELECT sql FROM sqlite_master WHERE name = ${name}`);
    if (made === undefined) throw new Error(`There is no table ${name}.`);
    const table = sql.identifier(name);
    await tx.run(sql`DROP TABLE ${table}`);
    await tx.run(sql.raw(made.sql));
    await tx.run(sql`INSERT INTO ${table}(${table}, rank) VALUES ('secure-delete', 1)`);
    await tx.run(sql`INSERT INTO ${table}(${table}, rank) VALUES ('usermerge', 2)`);
  }
}

/** Puts what the log says of tickets in the place of whatever the index has of them. */
export async function indexAnew(tx: Transaction, indexed: readonly IndexedTicket[]): Promise<void> {
  for (const { number } of indexed) {
    await publicIndex.remove(tx).run({ number });
    await teamIndex.remove(tx).run({ number });
  }
  await insertAll(tx, indexed);
  for (const { number, team } of indexed)
    if (team !== null) await teamIndex.insert(tx).run({ number, ...team });
}

async function insertAll(tx: Transaction, indexed: readonly IndexedTicket[]): Promise<void> {
  const rows = indexed.map(({ number, everyone, marks }) => ({ number, marks, ...everyone }));
  for (const { statement, values } of insertFiled(tx, rows)) await statement.run(values);
}

/** Whose ticket it is, which its filing says for good. */
function ownersIn(event: PublicTicketEvent): string[] {
  return event.type === 'ticket.filed' ? [event.organizationId, event.requesterId] : [];
}

function wordsIn(texts: readonly string[]): IndexedWords {
  // Nothing that belongs to a word crosses a line.
  const [stems, forms]: [string[], string[]] = [[], []];
  for (const { stem, form } of frenchWords(texts.join('\n'))) {
    stems.push(stem);
    forms.push(form);
  }
  return { stems: stems.join(' '), forms: forms.join(' ') };
}

function teamWordsIn(events: readonly TicketEvent[]): IndexedWords | null {
  const words = wordsIn(events.flatMap((event) => (isPublic(event) ? [] : teamWords(event))));
  return words.forms === '' ? null : words;
}

/** Adds words to those that are there, and says whether there were any. */
async function addWords(
  tx: Transaction,
  { select, update }: Index,
  number: number,
  { stems, forms }: IndexedWords,
): Promise<boolean> {
  if (forms === '') return true;
  const known = await select(tx).get({ number });
  if (known === undefined) return false;
  await update(tx).run({ number, stems: `${known.stems} ${stems}`, forms: `${known.forms} ${forms}` });
  return true;
}
