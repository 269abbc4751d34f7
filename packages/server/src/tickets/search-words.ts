import type { SearchQuery, SearchWord } from '@teo-support/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { ownerToken } from './search-index.js';

/**
 * Whose words are searched: requesters search within what is theirs, never the words of the team, nor by the names of
 * people. `owner` is the id of an organization, or of a téomaster for their own tickets.
 */
export type WordsAudience =
  | { readonly kind: 'requester'; readonly owner: string }
  | { readonly kind: 'staff' };

/** So many tickets, the latest, are looked at of those that have the words: very many have a common one. */
const mostFound = 500;
/** The same of those that have a word in what the team wrote to itself, which costs more to look at. */
const mostByTeam = 100;
/** So many words are looked for in place of a beginning, and so many people and organizations by a name. */
const mostMeant = 64;

/** One word, as FTS5 queries. Whatever is written stands between quotes, so that nothing is a syntax. */
interface Asked {
  readonly everyone: string;
  readonly team: string;
}

/** What the words stand for in the index. `inPart`: a beginning or a name means more than is looked for. */
export async function readWords(
  reader: Reader,
  { words, unfinished }: SearchQuery,
  audience: WordsAudience,
): Promise<{ readonly words: readonly Asked[]; readonly inPart: boolean }> {
  const last = words.length - 1;
  const read = await Promise.all(
    words.map(async (word, place) => {
      const open = unfinished && place === last;
      const [everyone, team, owners] = await Promise.all([
        open ? beginningWith(reader, 'ticket_vocabulary', word) : [],
        open && audience.kind === 'staff' ? beginningWith(reader, 'ticket_team_vocabulary', word) : [],
        audience.kind === 'staff' ? named(reader, word, open) : [],
      ]);
      return {
        everyone: either([...ofStem(word), ...ofForms(everyone), ...ofOwners(owners)]),
        team: either([...ofStem(word), ...ofForms(team)]),
        inPart: [everyone, team, owners].some(({ length }) => length >= mostMeant),
      };
    }),
  );
  return { words: read, inPart: read.some(({ inPart }) => inPart) };
}

function either(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`;
}

function ofStem({ stem }: SearchWord): string[] {
  return [`stems : ${quoted(stem)}`];
}

function ofForms(forms: readonly string[]): string[] {
  return forms.length === 0 ? [] : [`forms : (${forms.map(quoted).join(' OR ')})`];
}

function ofOwners(ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`owners : (${ids.map((id) => quoted(ownerToken(id))).join(' OR ')})`];
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
    sql`select id from people_words where people_words match ${name} limit ${mostMeant}`,
  );
  return rows.map(({ id }) => id);
}

/** Tickets by their numbers, and whether there were so many that only the latest were looked at. */
interface Latest {
  readonly numbers: readonly number[];
  readonly latestOnly: boolean;
}

/** The latest tickets that have all of the words. */
export async function latestWithAll(
  reader: Reader,
  words: readonly Asked[],
  audience: WordsAudience,
): Promise<Latest> {
  const all = words.map(({ everyone }) => everyone).join(' AND ');
  const found = await latest(reader, 'ticket_words', within(all, audience), mostFound);
  if (audience.kind !== 'staff') return found;
  const byTeam = await withTeamWords(reader, words);
  return {
    numbers: [...new Set([...found.numbers, ...byTeam.numbers])],
    latestOnly: found.latestOnly || byTeam.latestOnly,
  };
}

/** Those that have one of the words at least in what the team wrote, and the others there or in what everyone reads. */
async function withTeamWords(reader: Reader, words: readonly Asked[]): Promise<Latest> {
  const any = words.map(({ team }) => team).join(' OR ');
  const found = await latest(reader, 'ticket_team_words', any, mostByTeam);
  if (words.length === 1 || found.numbers.length === 0) return found;
  const among = sql`rowid in (select value from json_each(${JSON.stringify(found.numbers)}))`;
  const having = words.map(
    ({ everyone, team }) => sql`select number from (
      select rowid as number from ticket_words where ticket_words match ${everyone} and ${among}
      union select rowid from ticket_team_words where ticket_team_words match ${team} and ${among})`,
  );
  const rows = await reader.all<{ number: number }>(sql.join(having, sql` intersect `));
  return { numbers: rows.map(({ number }) => number), latestOnly: found.latestOnly };
}

/** How many of the words the latest tickets have that have any of them. */
export async function latestWithAny(
  reader: Reader,
  words: readonly Asked[],
  audience: WordsAudience,
): Promise<{ readonly words: ReadonlyMap<number, number>; readonly latestOnly: boolean }> {
  const counts = new Map<number, number>();
  let latestOnly = false;
  for (const { everyone, team } of words) {
    const found = [await latest(reader, 'ticket_words', within(everyone, audience), mostFound)];
    if (audience.kind === 'staff') found.push(await latest(reader, 'ticket_team_words', team, mostByTeam));
    latestOnly ||= found.some((part) => part.latestOnly);
    for (const number of new Set(found.flatMap(({ numbers }) => numbers))) {
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  return { words: counts, latestOnly };
}

function within(expression: string, audience: WordsAudience): string {
  if (audience.kind === 'staff') return expression;
  return `(${expression}) AND owners : ${quoted(ownerToken(audience.owner))}`;
}

/** The highest numbers first, and no further than they are asked for: FTS5 gives them so by itself. */
async function latest(
  reader: Reader,
  index: 'ticket_words' | 'ticket_team_words',
  expression: string,
  most: number,
): Promise<Latest> {
  const rows = await reader.all<{ number: number }>(latestQuery(index, expression, most));
  return { numbers: rows.map(({ number }) => number), latestOnly: rows.length >= most };
}

export function latestQuery(
  index: 'ticket_words' | 'ticket_team_words',
  expression: string,
  most: number,
): SQL {
  const table = sql.identifier(index);
  return sql`select rowid as number from ${table} where ${table} match ${expression} order by rowid desc limit ${most}`;
}
