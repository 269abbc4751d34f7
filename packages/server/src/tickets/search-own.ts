import { type SQL, sql } from 'drizzle-orm';
import { having, type Look, type LookRequest, mostFound } from './search-look.js';
import { ownerMark } from './search-marks.js';
import { olderWithAll } from './search-older.js';
import { expressionsOf, hasAll, hasHowMany, isMarked, markedBy, rowid } from './search-words.js';

/** So many tickets of one owner, the latest, are looked at. */
const mostOfOwner = 2000;

/**
 * The tickets of one organization or téomaster. They are so few that each is asked how many of the words it has: of two
 * words that very many tickets have, FTS5 would go through those of all others.
 */
export function lookAtOwn(request: LookRequest, owner: string): Look {
  const { reader, words, audience, newest } = request;
  const looking = reader.all<{ number: number; words: number }>(
    ownQuery(owner, hasHowMany(words, audience), newest),
  );
  return {
    async all() {
      const rows = await looking;
      const found = rows.flatMap((row) => (row.words === words.length ? row.number : []));
      const oldest = rows.at(-1)?.number;
      const isEnd = rows.length < mostOfOwner || oldest === undefined;
      if (isEnd || found.length >= mostFound)
        return { words: having(words.length, found), latestOnly: !isEnd };
      const { expressions, inPart } = await expressionsOf(reader, words, audience);
      const older = await olderWithAll(reader, {
        groups: [...expressions.map(({ everyone }) => everyone), markedBy([ownerMark(owner)])],
        condition: sql`${hasAll(words, audience)} and ${isMarked(ownerMark(owner))}`,
        before: oldest,
      });
      return {
        words: having(words.length, [...found, ...older.numbers]),
        latestOnly: inPart || older.latestOnly,
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

/** The latest tickets of an owner, each with what is counted of it. */
export function ownQuery(owner: string, counted: SQL, newest: number): SQL {
  return sql`select ticket_words.rowid as number, ${counted} as words from ticket_words
    left join ticket_team_words on ticket_team_words.rowid = ticket_words.rowid
    where ticket_words match ${markedBy([ownerMark(owner)])} and ticket_words.rowid <= ${rowid(newest)}
    order by ticket_words.rowid desc limit ${mostOfOwner}`;
}
