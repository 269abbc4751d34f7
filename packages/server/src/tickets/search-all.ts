import { type SQL, sql } from 'drizzle-orm';
import { having, type Look, type Looked, type LookRequest, mostFound } from './search-look.js';
import { recentUpTo } from './search-marks.js';
import { keptQuery, olderWithAll } from './search-older.js';
import { type Expressions, expressionsOf, hasAll, markedBy, rowid } from './search-words.js';

/** So many tickets, the latest, are looked at of those that have a word in what the team wrote to itself. */
const mostByTeam = 100;

type WordsIndex = 'ticket_words' | 'ticket_team_words';

interface Found {
  readonly numbers: readonly number[];
  readonly latestOnly: boolean;
}

/** The tickets of everybody, as the team searches them. */
export function lookAtAll(request: LookRequest): Look {
  const { reader, words, audience } = request;
  const reading = expressionsOf(reader, words, audience);
  return {
    async all() {
      const { expressions, inPart } = await reading;
      const [first, ...others] = expressions;
      if (first === undefined) return { words: new Map(), latestOnly: false };
      const parts = await Promise.all([
        others.length === 0
          ? latest(request, 'ticket_words', first.everyone, mostFound)
          : withWords(request, expressions),
        withTeamWords(request, expressions),
      ]);
      return {
        words: having(
          words.length,
          parts.flatMap(({ numbers }) => numbers),
        ),
        latestOnly: inPart || parts.some(({ latestOnly }) => latestOnly),
      };
    },
    async any() {
      const { expressions, inPart } = await reading;
      const { words: counts, latestOnly } = await withAny(request, expressions);
      return { words: counts, latestOnly: inPart || latestOnly };
    },
  };
}

/** Those that have several words, all of them in what everyone concerned reads. */
async function withWords(request: LookRequest, expressions: readonly Expressions[]): Promise<Found> {
  const { reader, words, audience, newest } = request;
  const groups = expressions.map(({ everyone }) => everyone);
  const { marks, from } = recentUpTo(newest);
  const recent = await latest(request, 'ticket_words', [...groups, markedBy(marks)].join(' AND '), mostFound);
  if (recent.latestOnly || from === 0) return recent;
  const older = await olderWithAll(reader, { groups, condition: hasAll(words, audience), before: from });
  return { numbers: [...recent.numbers, ...older.numbers], latestOnly: older.latestOnly };
}

/** Those that have a word in what the team wrote, and the others there or in what everyone reads. */
async function withTeamWords(request: LookRequest, expressions: readonly Expressions[]): Promise<Found> {
  const { reader, words, audience } = request;
  const any = expressions.map(({ team }) => team).join(' OR ');
  const found = await latest(request, 'ticket_team_words', any, mostByTeam);
  if (words.length === 1 || found.numbers.length === 0) return found;
  const kept = await reader.all<{ number: number }>(keptQuery(found.numbers, hasAll(words, audience)));
  return { numbers: kept.map(({ number }) => number), latestOnly: found.latestOnly };
}

/** How many of the words the latest tickets have that have any of them. */
async function withAny(request: LookRequest, expressions: readonly Expressions[]): Promise<Looked> {
  const lists = await Promise.all(
    expressions.map(async ({ everyone, team }) => {
      const found = await Promise.all([
        latest(request, 'ticket_words', everyone, mostFound),
        latest(request, 'ticket_team_words', team, mostByTeam),
      ]);
      return {
        numbers: new Set(found.flatMap(({ numbers }) => numbers)),
        latestOnly: found.some(({ latestOnly }) => latestOnly),
      };
    }),
  );
  const words = new Map<number, number>();
  for (const { numbers } of lists)
    for (const number of numbers) words.set(number, (words.get(number) ?? 0) + 1);
  return { words, latestOnly: lists.some(({ latestOnly }) => latestOnly) };
}

/** The highest numbers first, and no further than they are asked for: FTS5 gives them so by itself. */
async function latest(
  { reader, newest }: LookRequest,
  index: WordsIndex,
  expression: string,
  most: number,
): Promise<Found> {
  const rows = await reader.all<{ number: number }>(latestQuery(index, expression, newest, most));
  return { numbers: rows.map(({ number }) => number), latestOnly: rows.length >= most };
}

export function latestQuery(index: WordsIndex, expression: string, newest: number, most: number): SQL {
  const table = sql.identifier(index);
  return sql`select rowid as number from ${table} where ${table} match ${expression} and rowid <= ${rowid(newest)}
    order by rowid desc limit ${most}`;
}
