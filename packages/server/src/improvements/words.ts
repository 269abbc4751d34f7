import { frenchWords, type SearchQuery, type SearchWord } from '@teo-support/core';
import { sql } from 'drizzle-orm';
import type { Reader, Transaction } from '../storage/index.js';

/** So many requests, the latest, are looked at of those that have the words: very many have a common one. */
const mostFound = 500;
/** So many words are looked for in place of a beginning. */
const mostMeant = 64;

/** Adds the words of a request to the index, as they are written and by their stems. */
export async function indexWords(tx: Transaction, number: number, texts: readonly string[]): Promise<void> {
  // Nothing that belongs to a word crosses a line.
  const words = frenchWords(texts.join('\n'));
  const stems = words.map(({ stem }) => stem).join(' ');
  const forms = words.map(({ form }) => form).join(' ');
  await tx.run(
    sql`insert into improvement_words(rowid, stems, forms) values (${number}, ${stems}, ${forms})`,
  );
}

/** The latest requests that have all of the words, and whether there may be more. */
export async function latestWith(
  reader: Reader,
  { words, unfinished }: SearchQuery,
): Promise<{ readonly numbers: readonly number[]; readonly latestOnly: boolean }> {
  const last = words.length - 1;
  const meant = await Promise.all(
    words.map(async (word, place) => {
      const beginning = unfinished && place === last ? await beginningWith(reader, word) : [];
      const forms = beginning.length === 0 ? [] : [`forms : (${beginning.map(quoted).join(' OR ')})`];
      return `(${[stemOf(word), ...forms].join(' OR ')})`;
    }),
  );
  if (meant.length === 0) return { numbers: [], latestOnly: false };
  const numbers = await matching(reader, meant.join(' AND '), mostFound + 1);
  return { numbers: numbers.slice(0, mostFound), latestOnly: numbers.length > mostFound };
}

/** The latest requests that an expression of FTS5 finds. Taken in the order of their numbers, it stops when it has them. */
export async function matching(reader: Reader, expression: string, most: number): Promise<number[]> {
  const rows = await reader.all<{ number: number }>(
    sql`select rowid as number from improvement_words where improvement_words match ${expression}
      order by rowid desc limit ${most}`,
  );
  return rows.map(({ number }) => number);
}

/** One word in any of its forms, as FTS5 queries. Whatever is written stands between quotes: nothing is a syntax. */
export function stemOf({ stem }: SearchWord): string {
  return `stems : ${quoted(stem)}`;
}

/** How many requests have each of the stems; those that none has are left out. */
export async function spreadOf(
  reader: Reader,
  stems: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const spread = new Map<string, number>();
  for (const stem of stems) {
    const [row] = await reader.all<{ doc: number }>(
      sql`select doc from improvement_spread where term = ${stem}`,
    );
    if (row !== undefined) spread.set(stem, row.doc);
  }
  return spread;
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/** The words that begin so, step by step from one to the next, as FTS5 itself would gather all requests that have them. */
async function beginningWith(reader: Reader, { form }: SearchWord): Promise<string[]> {
  const rows = await reader.all<{ term: string }>(sql`
    with recursive beginning(term) as (
      select (select term from improvement_vocabulary where term >= ${form} limit 1)
      union all
      select (select term from improvement_vocabulary where term >= beginning.term || char(1) limit 1) from beginning
      where substr(beginning.term, 1, length(${form})) = ${form} limit ${mostMeant + 1}
    )
    select term from beginning where substr(term, 1, length(${form})) = ${form} limit ${mostMeant}`);
  return rows.map(({ term }) => term);
}
