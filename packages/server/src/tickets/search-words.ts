import type { SearchQuery, SearchWord } from '@teo-support/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import type { WordIndex } from './search-index.js';
import { ownerMark } from './search-marks.js';

/** So many words are looked for in place of a beginning. */
const mostMeant = 64;
/** So many people and organizations are looked for by a name: each is a list of the index of its own. */
const mostNamed = 32;

/** Whose words are searched: requesters never search those of the team, nor by the names of people. */
export type Audience = 'requester' | 'staff';

/** One word that is searched for. */
export interface Asked extends SearchWord {
  /** It may go on: nothing follows it yet. */
  readonly open: boolean;
  /** The people and organizations whose names have it. */
  readonly owners: readonly string[];
}

/** One word as FTS5 queries. Whatever is written stands between quotes, so that nothing is a syntax. */
export interface Expressions {
  readonly everyone: string;
  readonly team: string;
}

/** What was asked for. Names are known to the team alone. `inPart`: a name means more than is looked for. */
export async function readWords(
  reader: Reader,
  { words, unfinished }: SearchQuery,
  audience: Audience,
): Promise<{ readonly words: readonly Asked[]; readonly inPart: boolean }> {
  const read = await Promise.all(
    words.map(async (word, place) => {
      const open = unfinished && place === words.length - 1;
      return { ...word, open, owners: audience === 'staff' ? await named(reader, word, open) : [] };
    }),
  );
  return { words: read, inPart: read.some(({ owners }) => owners.length >= mostNamed) };
}

/** Words as the index is asked for them. `inPart`: a beginning means more than is looked for. */
export async function expressionsOf(
  reader: Reader,
  words: readonly Asked[],
  audience: Audience,
): Promise<{ readonly expressions: readonly Expressions[]; readonly inPart: boolean }> {
  let inPart = false;
  const beginnings = async (word: Asked, vocabulary: 'ticket_vocabulary' | 'ticket_team_vocabulary') => {
    const forms = word.open ? await beginningWith(reader, vocabulary, word) : [];
    inPart ||= forms.length >= mostMeant;
    return forms;
  };
  const expressions = await Promise.all(
    words.map(async (word) => {
      const [everyone, team] = await Promise.all([
        beginnings(word, 'ticket_vocabulary'),
        audience === 'staff' ? beginnings(word, 'ticket_team_vocabulary') : [],
      ]);
      const stem = `stems : ${quoted(word.stem)}`;
      return {
        everyone: either([
          stem,
          ...inColumn('forms', everyone),
          ...inColumn('marks', word.owners.map(ownerMark)),
        ]),
        team: either([stem, ...inColumn('forms', team)]),
      };
    }),
  );
  return { expressions, inPart };
}

function either(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`;
}

function inColumn(column: 'forms' | 'marks', terms: readonly string[]): string[] {
  return terms.length === 0 ? [] : [`${column} : (${terms.map(quoted).join(' OR ')})`];
}

/** What has one of the marks. */
export function markedBy(marks: readonly string[]): string {
  return either(inColumn('marks', marks));
}

/**
 * A number that FTS5 begins at. The driver binds numbers as floating point, of which FTS5 takes no notice: it would begin
 * at the end, and go through all that lies between.
 */
export function rowid(number: number): SQL {
  return sql`cast(${number} as integer)`;
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/**
 * The words that begin so, step by step from one to the next: FTS5 by itself would gather every ticket that has any of
 * them before it gives the first.
 */
async function beginningWith(
  reader: Reader,
  vocabulary: 'ticket_vocabulary' | 'ticket_team_vocabulary',
  { form }: SearchWord,
): Promise<string[]> {
  const table = sql.identifier(vocabulary);
  const rows = await reader.all<{ term: string }>(sql`
    with recursive beginning(term) as (
      select (select term from ${table} where term >= ${form} limit 1)
      union all
      select (select term from ${table} where term >= beginning.term || char(1) limit 1) from beginning
      where substr(beginning.term, 1, length(${form})) = ${form} limit ${mostMeant + 1}
    )
    select term from beginning where substr(term, 1, length(${form})) = ${form} limit ${mostMeant}`);
  return rows.map(({ term }) => term);
}

/** The people and organizations whose names have the word. */
async function named(reader: Reader, { form }: SearchWord, open: boolean): Promise<string[]> {
  const name = open ? `name : ${quoted(form)} *` : `name : ${quoted(form)}`;
  const rows = await reader.all<{ id: string }>(
    sql`select id from people_words where people_words match ${name} limit ${mostNamed}`,
  );
  return rows.map(({ id }) => id);
}

/** Whether a ticket has all of the words, told from its words in the index. */
export function hasAll(words: readonly Asked[], audience: Audience): SQL {
  return sql.join(
    words.map((word) => has(word, audience)),
    sql` and `,
  );
}

/** How many of the words it has. */
export function hasHowMany(words: readonly Asked[], audience: Audience): SQL {
  return sql.join(
    words.map((word) => has(word, audience)),
    sql` + `,
  );
}

/** What the team wrote about the same tickets, which is not even opened for a requester. */
export function withTheTeams(audience: Audience): SQL {
  if (audience === 'requester') return sql``;
  return sql`left join ticket_team_words on ticket_team_words.rowid = ticket_words.rowid`;
}

/** Terms stand between spaces in the index, each form with its stem. */
function has(word: Asked, audience: Audience): SQL {
  const inEveryones = isIn('ticket_words', word);
  if (audience === 'requester') return inEveryones;
  const named = word.owners.map((owner) => sql` or ${isMarked(ownerMark(owner))}`);
  return sql`(${inEveryones} or ${isIn('ticket_team_words', word)}${sql.join(named)})`;
}

function isIn(index: WordIndex, { stem, form, open }: Asked): SQL {
  const table = sql.identifier(index);
  const byStem = sql`instr(' ' || coalesce(${table}.stems, '') || ' ', ${` ${stem} `}) > 0`;
  const byBeginning = sql` or instr(' ' || coalesce(${table}.forms, ''), ${` ${form}`}) > 0`;
  return sql`(${byStem}${open ? byBeginning : sql``})`;
}

export function isMarked(mark: string): SQL {
  return sql`instr(' ' || ticket_words.marks || ' ', ${` ${mark} `}) > 0`;
}
