import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { gathered, readNumbers } from './search-numbers.js';
import { type Audience, rowid, withTheTeams } from './search-words.js';

/** So many tickets are followed: the latest that have the rarest of the words. */
export const mostFollowed = 64;

/** What a ticket has to have, as it is told from its words in the index. */
interface Told {
  readonly condition: SQL;
  readonly audience: Audience;
}

/**
 * The older tickets that may have all of the words: those with the rarest of them, to be looked at one by one. What is met
 * in both of two long lists may be nothing at all, and only the end of one would tell.
 *
 * @param groups what each ticket has to have, as FTS5 queries
 * @param before from this number on, tickets have been looked at
 */
export async function readRarest(
  reader: Reader,
  groups: readonly string[],
  before: number,
): Promise<readonly number[]> {
  return rarestOf(await readNumbers(reader, sql.join(followedQueries(groups, before), sql` union all `)));
}

/** Of the lists that `followedQueries` give, the one of the rarest word: empty where there is none. */
export function rarestOf(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.reduce((one, other) => (isRarer(other, one) ? other : one), lists[0] ?? []);
}

/** Of two lists that are cut, the one that goes further back is of what fewer tickets have. */
function isRarer(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  return (one.at(-1) ?? 0) < (other.at(-1) ?? 0);
}

/**
 * For each group the latest tickets before a number that have it.
 *
 * @param most how many are followed: where an expression says 0, none is looked at
 */
export function followedQueries(
  groups: readonly string[],
  before: number,
  most: SQL = sql`${mostFollowed}`,
): SQL[] {
  return groups.map((group) =>
    gathered(sql`select rowid as number from ticket_words where ticket_words match ${group} and rowid < ${rowid(before)}
      order by rowid desc limit ${most}`),
  );
}

/** Of so many tickets those that are as they should be, told from their words in the index. */
export async function kept(
  reader: Reader,
  numbers: readonly number[],
  told: Told,
): Promise<readonly number[]> {
  if (numbers.length === 0) return [];
  const [found = []] = await readNumbers(reader, keptQuery(numbers, told));
  return found;
}

export function keptQuery(numbers: readonly number[], { condition, audience }: Told): SQL {
  return gathered(sql`
    select ticket_words.rowid as number from json_each(${JSON.stringify(numbers)}) as candidate
    cross join ticket_words on ticket_words.rowid = candidate.value
    ${withTheTeams(audience)}
    where ${condition}`);
}
