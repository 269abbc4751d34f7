import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { invalidAt } from '../http/index.js';

/** Where a list goes on that is ordered by how often something was asked, then by its digest: as its cursor says. */
export function afterCount(column: AnyColumn, cursor: string | undefined): SQL {
  if (cursor === undefined) return sql`1`;
  const [, counted, digest] = /^(\d{1,12})\.([0-9a-f]{24})$/.exec(cursor) ?? [];
  if (counted === undefined || digest === undefined) {
    throw invalidAt('/cursor', 'invalid_cursor', (words) => words.invalidCursor);
  }
  return sql`(-count(*), ${column}) > (${-Number(counted)}, ${digest})`;
}

/** The cursor after a row. */
export function countPlaceOf<R extends { readonly asked: number }>(
  row: R | undefined,
  digestOf: (row: R) => string,
): string | null {
  return row === undefined ? null : `${row.asked}.${digestOf(row)}`;
}
