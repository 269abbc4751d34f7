import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { having, type Look, type LookRequest, mostFound } from './search-look.js';
import { ownerMark } from './search-marks.js';
import { kept, mostFollowed, readRarest } from './search-older.js';
import {
  expressionsOf,
  hasAll,
  hasHowMany,
  isMarked,
  markedBy,
  rowid,
  withTheTeams,
} from './search-words.js';

/** So many tickets of one owner, the latest, are looked at. */
const mostOfOwner = 2000;

/**
 * The tickets of one organization or téomaster. They are so few that each is asked how many of the words it has: of two
 * words that very many tickets have, FTS5 would go through those of all others.
 */
export function lookAtOwn(request: LookRequest, owner: string): Look {
  const { reader, words, audience } = request;
  const looking = readCounts(reader, ownQuery(request, owner));
  return {
    async all() {
      const rows = await looking;
      const found = rows.flatMap((row) => (row.words === words.length ? row.number : []));
      const oldest = rows.at(-1)?.number;
      const isEnd = rows.length < mostOfOwner || oldest === undefined;
      if (isEnd || found.length >= mostFound)
        return { words: having(words.length, found), latestOnly: !isEnd };
      const { expressions, inPart } = await expressionsOf(reader, words, audience);
      const ofOwner = markedBy([ownerMark(owner)]);
      const groups = [...expressions.map(({ everyone }) => everyone), ofOwner];
      const rarest = await readRarest(reader, groups, oldest);
      const condition = sql`${hasAll(words, audience)} and ${isMarked(ownerMark(owner))}`;
      const older = await kept(reader, rarest, { condition, audience });
      return {
        words: having(words.length, [...found, ...older]),
        latestOnly: inPart || rarest.length >= mostFollowed,
      };
    },
    async any() {
      const rows = await looking;
      return {
        words: new Map(rows.map((row) => [row.number, row.words])),
        latestOnly: rows.length >= mostOfOwner,
      };
    },
  };
}

/** The latest tickets of an owner, each with how many of the words it has, gathered. */
export function ownQuery({ words, audience, newest }: Omit<LookRequest, 'reader'>, owner: string): SQL {
  return sql`select json_group_array(number) as numbers, json_group_array(words) as words from (
    select ticket_words.rowid as number, ${hasHowMany(words, audience)} as words from ticket_words
    ${withTheTeams(audience)}
    where ticket_words match ${markedBy([ownerMark(owner)])} and ticket_words.rowid <= ${rowid(newest)}
    order by ticket_words.rowid desc limit ${mostOfOwner})`;
}

async function readCounts(
  reader: Reader,
  query: SQL,
): Promise<readonly { readonly number: number; readonly words: number }[]> {
  const [row] = await reader.all<{ numbers: string; words: string }>(query);
  if (row === undefined) return [];
  const numbers: number[] = JSON.parse(row.numbers);
  const words: number[] = JSON.parse(row.words);
  return numbers.map((number, place) => ({ number, words: words[place] ?? 0 }));
}
