import type { InStmt, InValue, RowsResult } from '@libsql/hrana-client';
import type { QueryMethod, QueryResult } from '../connection.js';
import { namer } from '../named-rows.js';

/** A statement as the client takes it. A number without decimals is sent as the integer that SQLite is to keep. */
export function statementOf(sql: string, params: readonly unknown[]): InStmt {
  return [sql, params.map(boundValue)];
}

function boundValue(value: unknown): InValue {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError('A libSQL server takes null, numbers, texts and bytes.');
}

/** What a query is answered: rows as arrays that answer to the names of their columns, too. */
export function answered(result: RowsResult, method: QueryMethod): QueryResult {
  const rows = rowsOf(result);
  if (method !== 'get') return { rows };
  const [row] = rows;
  return row === undefined ? {} : { rows: row };
}

function rowsOf({ rows, columnNames }: RowsResult): unknown[][] {
  const named = namer(columnNames.map((name, place) => name ?? String(place)));
  return rows.map((row) => named(columnNames.map((_, place) => row[place])));
}
