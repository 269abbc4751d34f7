import { getTableColumns, type InferInsertModel, is, Param, Placeholder, sql } from 'drizzle-orm';
import type { PreparedQueryConfig, SQLitePreparedQuery, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { queryBeneath, type Reader } from './connection.js';

/** What can be asked of a query that was built before. */
type Askable<Q> = Pick<Q, Extract<keyof Q, 'run' | 'all' | 'get'>>;

type Values = Readonly<Record<string, unknown>>;

/**
 * A query that is built once for each connection rather than each time: building costs several times what SQLite then
 * takes to answer. What differs from time to time stands in it as `sql.placeholder(…)`. It is put to the connection
 * itself: what Drizzle does at each call (looking for placeholders, a cache, four promises) costs as much again.
 *
 * @example
 * const byId = prepared((db) => db.select().from(tickets).where(eq(tickets.id, sql.placeholder('id'))).prepare());
 * const [row] = await byId(tx).all({ id });
 */
export function prepared<Q extends SQLitePreparedQuery<PreparedQueryConfig>>(
  build: (db: Reader) => Q,
): (db: Reader) => Askable<Q> {
  return builtOnce(build, binding);
}

/** So many rows go into one statement, the most first: few statements stay prepared, and many rows take few of them. */
const rowsAtOnce = [64, 32, 16, 8, 4, 2, 1];

/** One statement for some of the rows. */
interface Portion<Q> {
  readonly statement: Askable<Q>;
  readonly values: { readonly rows: readonly Values[] };
}

/**
 * Inserts rows, many with one statement: that costs much less than a statement for each. What differs from row to row
 * stands in `row` as placeholders.
 *
 * @example
 * const insert = preparedRows(placeholdersOf(tickets), (db, rows) => db.insert(tickets).values(rows).prepare());
 * for (const { statement, values } of insert(tx, [one, another])) await statement.run(values);
 */
export function preparedRows<Row, Q extends SQLitePreparedQuery<PreparedQueryConfig>>(
  row: Row,
  build: (db: Reader, rows: Row[]) => Q,
): (db: Reader, rows: readonly Values[]) => Portion<Q>[] {
  const statements = rowsAtOnce.map((count) => ({
    count,
    statementOn: builtOnce((db) => build(db, Array<Row>(count).fill(row)), rowsBinding(count)),
  }));
  return (db, rows) => {
    const portions: Portion<Q>[] = [];
    let from = 0;
    for (const { count, statementOn } of statements) {
      for (; from + count <= rows.length; from += count) {
        portions.push({ statement: statementOn(db), values: { rows: rows.slice(from, from + count) } });
      }
    }
    return portions;
  };
}

type Binding = (params: readonly unknown[]) => (values: Values) => unknown[];

function builtOnce<Q extends SQLitePreparedQuery<PreparedQueryConfig>>(
  build: (db: Reader) => Q,
  bindingOf: Binding,
): (db: Reader) => Askable<Q> {
  const built = new WeakMap<Reader, Askable<Q>>();
  return (db) => {
    const known = built.get(db);
    if (known !== undefined) return known;
    const query = direct(build(db), db, bindingOf);
    built.set(db, query);
    return query;
  };
}

function direct<Q extends SQLitePreparedQuery<PreparedQueryConfig>>(
  query: Q,
  db: Reader,
  bindingOf: Binding,
): Askable<Q> {
  const ask = queryBeneath(db);
  const { sql: text, params } = query.getQuery();
  const bind = bindingOf(params);
  const asked = {
    run: (values: Values = {}) => ask(text, bind(values), 'run'),
    all: async (values: Values = {}) => query.mapAllResult((await ask(text, bind(values), 'values')).rows),
    get: async (values: Values = {}) => query.mapGetResult((await ask(text, bind(values), 'get')).rows),
  };
  // What is bound and how rows are read is the query's own; of the types of the two, Drizzle tells only the methods
  // that stand for these.
  return asked as unknown as Askable<Q>;
}

/** The parameters of a query, as the database is given them. */
function binding(params: readonly unknown[]): (values: Values) => unknown[] {
  const binders = params.map((param): ((values: Values) => unknown) => {
    if (is(param, Placeholder)) return (values) => given(values, param.name);
    if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
    const { encoder, value } = param;
    return (values) => {
      const plain = given(values, value.name);
      return plain === null ? null : encoder.mapToDriverValue(plain);
    };
  });
  return (values) => binders.map((bind) => bind(values));
}

/** The same of a query for so many rows: their parameters stand one row after the other, each as in the first. */
function rowsBinding(count: number): Binding {
  return (params) => {
    const bind = binding(params.slice(0, params.length / count));
    return ({ rows }) => {
      if (!Array.isArray(rows)) throw new Error('A query for rows was asked without any.');
      const bound: unknown[] = [];
      for (const row of rows) bound.push(...bind(row));
      return bound;
    };
  };
}

function given(values: Values, name: string): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`A query was asked without its ${name}.`);
  return value;
}

/** A placeholder for each column of a table, under its own name. */
export function placeholdersOf<T extends SQLiteTable>(
  table: T,
): { [Column in keyof InferInsertModel<T>]: Placeholder<string, InferInsertModel<T>[Column]> } {
  const names = Object.keys(getTableColumns(table));
  // The names are those of the table, of which the type is made; `fromEntries` forgets that.
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as ReturnType<
    typeof placeholdersOf<T>
  >;
}
