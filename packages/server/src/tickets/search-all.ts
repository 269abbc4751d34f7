import { type SQL, sql } from 'drizzle-orm';
import type { WordIndex } from './search-index.js';
import { having, type Look, type Looked, type LookRequest, mostFound } from './search-look.js';
import { recentUpTo } from './search-marks.js';
import { gathered, readNumbers } from './search-numbers.js';
import { followedQueries, kept, mostFollowed, rarestOf } from './search-older.js';
import { type Expressions, expressionsOf, hasAll, markedBy, rowid } from './search-words.js';

/** So many tickets, the latest, are looked at of those that have a word in what the team wrote to itself. */
const mostByTeam = 100;

/** The tickets of everybody, as the team searches them. */
export function lookAtAll(request: LookRequest): Look {
  const { reader, words, audience } = request;
  const reading = expressionsOf(reader, words, audience);
  return {
    async all() {
      const { expressions, inPart } = await reading;
      // Of one word, to have all is to have any.
      const found = await (words.length > 1 ? withWords : withAny)(request, expressions);
      return { ...found, latestOnly: inPart || found.latestOnly };
    },
    async any() {
      const { expressions, inPart } = await reading;
      const { words: counts, latestOnly } = await withAny(request, expressions);
      return { words: counts, latestOnly: inPart || latestOnly };
    },
  };
}

/**
 * Those that have several words: all of them in what everyone concerned reads, among the latest by the index alone; or
 * one in what the team wrote, and the others there or in what everyone reads. Of older ones it is looked at those with the
 * rarest word, unless of the latest there are enough: no more of the older would be looked at than that.
 */
async function withWords(request: LookRequest, expressions: readonly Expressions[]): Promise<Looked> {
  const { reader, words, audience, newest } = request;
  const groups = expressions.map(({ everyone }) => everyone);
  const { marks, from } = recentUpTo(newest);
  const recent = [...groups, markedBy(marks)].join(' AND ');
  const byTeam = expressions.map(({ team }) => team).join(' OR ');
  const [recents = [], teams = [], ...followed] = await readNumbers(
    reader,
    allWordsQuery({ everyone: recent, team: byTeam }, newest, { groups, from }),
  );
  const isEnough = recents.length >= mostFollowed;
  const rarest = rarestOf(followed);
  const looked = await kept(reader, [...new Set([...rarest, ...teams])], {
    condition: hasAll(words, audience),
    audience,
  });
  return {
    words: having(words.length, [...recents, ...looked]),
    latestOnly:
      (isEnough && from > 0) ||
      recents.length >= mostFound ||
      rarest.length >= mostFollowed ||
      teams.length >= mostByTeam,
  };
}

/**
 * The latest tickets that have the words, then lists of older ones, with each of them, unless the latest are enough: in one
 * query, as each takes its way to another thread and back.
 */
export function allWordsQuery(
  latest: Expressions,
  newest: number,
  { groups, from }: { readonly groups: readonly string[]; readonly from: number },
): SQL {
  const [recents, teams] = latestOfBoth(latest, newest);
  const most = sql`case when (select json_array_length(numbers) from recents) < ${mostFollowed} then ${mostFollowed} else 0 end`;
  const lists = [
    sql`select numbers from recents`,
    teams,
    ...(from === 0 ? [] : followedQueries(groups, from, most)),
  ];
  return sql`with recents as materialized (${recents}) ${sql.join(lists, sql` union all `)}`;
}

/** How many of the words the latest tickets have that have any of them. */
async function withAny(
  { reader, newest }: LookRequest,
  expressions: readonly Expressions[],
): Promise<Looked> {
  const queries = expressions.flatMap((word) => latestOfBoth(word, newest));
  const lists = await readNumbers(reader, sql.join(queries, sql` union all `));
  const words = new Map<number, number>();
  let latestOnly = false;
  for (const place of expressions.keys()) {
    const [everyones = [], teams = []] = lists.slice(2 * place);
    for (const number of new Set([...everyones, ...teams])) words.set(number, (words.get(number) ?? 0) + 1);
    latestOnly ||= everyones.length >= mostFound || teams.length >= mostByTeam;
  }
  return { words, latestOnly };
}

/** The latest that have a word in what everyone concerned reads, and those in what the team wrote to itself. */
function latestOfBoth({ everyone, team }: Expressions, newest: number): readonly [SQL, SQL] {
  return [
    latestQuery('ticket_words', everyone, newest, mostFound),
    latestQuery('ticket_team_words', team, newest, mostByTeam),
  ];
}

/** The highest numbers first, and no further than they are asked for: FTS5 gives them so by itself. */
export function latestQuery(index: WordIndex, expression: string, newest: number, most: number): SQL {
  const table = sql.identifier(index);
  return gathered(sql`select rowid as number from ${table} where ${table} match ${expression} and rowid <= ${rowid(newest)}
    order by rowid desc limit ${most}`);
}
