import { getTableColumns, type InferInsertModel, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader } from './connection.js';

/**
 * A query that is built once for each connection rather than each time: building costs several times what SQLite then
 * takes to answer. What differs from time to time stands in it as `sql.placeholder(…)`.
 *
 * @example
 * const byId = prepared((db) => db.select().from(tickets).where(eq(tickets.id, sql.placeholder('id'))).prepare());
 * const [row] = await byId(tx).all({ id });
 */
export function prepared<Q>(build: (db: Reader) => Q): (db: Reader) => Q {
  const built = new WeakMap<Reader, Q>();
  return (db) => {
    const known = built.get(db);
    if (known !== undefined) return known;
    const query = build(db);
    built.set(db, query);
    return query;
  };
}

/** A placeholder for each column of a table, under its own name. Not for columns of JSON that may be null. */
export function placeholdersOf<T extends SQLiteTable>(
  table: T,
): { [Column in keyof InferInsertModel<T>]: Placeholder<string, InferInsertModel<T>[Column]> } {
  const names = Object.keys(getTableColumns(table));
  // The names are those of the table, of which the type is made; `fromEntries` forgets that.
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as ReturnType<
    typeof placeholdersOf<T>
  >;
}
