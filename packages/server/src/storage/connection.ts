import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/sqlite-proxy';

export type QueryMethod = 'run' | 'all' | 'values' | 'get';

/** Rows as arrays; for `get` the one row, or nothing. */
export interface QueryResult {
  readonly rows?: unknown[];
}

/** One way to a database, for one caller at a time. */
export interface Connection {
  query(sql: string, params: readonly unknown[], method: QueryMethod): Promise<QueryResult>;
  /** Runs statements that answer nothing. */
  execute(script: string): Promise<void>;
  close(): Promise<void>;
}

/** Anything that can be asked: the reading connections, and a transaction alike. Transactions belong to the queue. */
export type Reader = Omit<BaseSQLiteDatabase<'async', QueryResult, Record<string, never>>, 'transaction'>;

/** Drizzle's types promise rows always; its code expects none at all where `get` has found no row. */
const noRow = {} as { rows: unknown[] };

const waysBeneath = new WeakMap<Reader, Connection['query']>();

/** Drizzle on whatever answers queries. */
export function drizzleOn(query: Connection['query']): Reader {
  const db = drizzle(async (sql, params, method) => {
    const { rows } = await query(sql, params, method);
    return rows === undefined ? noRow : { rows };
  });
  waysBeneath.set(db, query);
  return db;
}

/** What answers the queries of something that `drizzleOn` has made, for queries that are built already. */
export function queryBeneath(db: Reader): Connection['query'] {
  const query = waysBeneath.get(db);
  if (query === undefined) throw new Error('A query was asked of something that leads to no database.');
  return query;
}
