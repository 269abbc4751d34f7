import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';

/** The numbers of tickets that a query gives as `number`, gathered: as rows they would take longer than to be found. */
export function gathered(query: SQL): SQL {
  return sql`select json_group_array(number) as numbers from (${query})`;
}

/** The lists of numbers that a query has gathered, each in a row. */
export async function readNumbers(reader: Reader, query: SQL): Promise<readonly number[][]> {
  const rows = await reader.all<{ numbers: string }>(query);
  return rows.map(({ numbers }): number[] => JSON.parse(numbers));
}
