import { type SQL, sql } from 'drizzle-orm';
import { having, type Look, type Looked, type LookRequest, mostFound } from './search-look.js';
import { recentUpTo } from './search-marks.js';
import { gathered, readNumbers } from './search-numbers.js';
import { kept, olderWithAll } from './search-older.js';
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
  const older = await olderWithAll(reader, {
    groups,
    condition: hasAll(words, audience),
    audience,
    before: from,
  });
  return { numbers: [...recent.numbers, ...older.numbers], latestOnly: older.latestOnly };
}

/** Those that have a word in what the team wrote, and the others there or in what everyone reads. */
async function withTeamWords(request: LookRequest, expressions: readonly Expressions[]): Promise<Found> {
  const { reader, words, audience } = request;
  const any = expressions.map(({ team }) => team).join(' OR ');
  const found = await latest(request, 'ticket_team_words', any, mostByTeam);
  if (words.length === 1) return found;
  const numbers = await kept(reader, found.numbers, { condition: hasAll(words, audience), audience });
  return { numbers, latestOnly: found.latestOnly };
}

/** How many of the words the latest tickets have that have any of them. */
async function withAny(
  { reader, newest }: LookRequest,
  expressions: readonly Expressions[],
): Promise<Looked> {
  const queries = expressions.flatMap(({ everyone, team }) => [
    latestQuery('ticket_words', everyone, newest, mostFound),
    latestQuery('ticket_team_words', team, newest, mostByTeam),
  ]);
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

/** The highest numbers first, and no further than they are asked for: FTS5 gives them so by itself. */
async function latest(
  { reader, newest }: LookRequest,
  index: WordsIndex,
  expression: string,
  most: number,
): Promise<Found> {
  const [numbers = []] = await readNumbers(reader, latestQuery(index, expression, newest, most));
  return { numbers, latestOnly: numbers.length >= most };
}

export function latestQuery(index: WordsIndex, expression: string, newest: number, most: number): SQL {
  const table = sql.identifier(index);
  return gathered(sql`select rowid as number from ${table} where ${table} match ${expression} and rowid <= ${rowid(newest)}
    order by rowid desc limit ${most}`);
}
