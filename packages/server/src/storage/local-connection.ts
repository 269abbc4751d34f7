import Libsql from 'libsql/promise';
import type { Connection, QueryMethod, QueryResult } from './connection.js';

/** What of the native library is used here; its own types say `any`. */
interface NativeStatement {
  readonly reader: boolean;
  raw(): NativeStatement;
  columns(): readonly { readonly name: string }[];
  run(params: readonly unknown[]): unknown;
  get(params: readonly unknown[]): unknown[] | undefined;
  all(params: readonly unknown[]): Promise<unknown[][]>;
}

interface NativeDatabase {
  prepare(sql: string): Promise<NativeStatement>;
  exec(sql: string): Promise<void>;
  close(): void;
}

interface Prepared {
  readonly statement: NativeStatement;
  readonly named: (values: unknown[]) => unknown[];
}

/** Lists of different lengths give different statements: the ones used longest ago are let go beyond this many. */
const mostPrepared = 300;

/**
 * What every connection needs, as pragmas belong to a connection and have to be set on each: a commit is on disk when
 * it is acknowledged, references hold, triggers fire for replaced rows too, and no call waits for a lock inside
 * SQLite, where it would hold up the event loop. 32 MiB of pages are kept in memory.
 */
const everywhere = `
  PRAGMA busy_timeout = 0;
  PRAGMA journal_mode = wal;
  PRAGMA synchronous = full;
  PRAGMA foreign_keys = on;
  PRAGMA recursive_triggers = on;
  PRAGMA cache_size = -32768;`;

/**
 * One connection to a database file, for one caller at a time. Statements are prepared once. What may take long is
 * done on a thread of the library: commits with their sync, scripts, and queries for many rows. Single rows and
 * changes, a few microseconds each inside a transaction, are not worth the way there.
 */
export class LocalConnection implements Connection {
  readonly #native: NativeDatabase;
  readonly #prepared = new Map<string, Prepared>();

  private constructor(native: NativeDatabase) {
    this.#native = native;
  }

  static async open(path: string, use: 'reading' | 'writing'): Promise<LocalConnection> {
    const connection = new LocalConnection(new Libsql(path, { timeout: 0 }));
    try {
      await connection.execute(everywhere);
      if (use === 'reading') await connection.execute('PRAGMA query_only = on');
    } catch (error) {
      connection.close();
      throw error;
    }
    return connection;
  }

  async execute(script: string): Promise<void> {
    await this.#native.exec(script);
  }

  async query(sql: string, params: readonly unknown[], method: QueryMethod): Promise<QueryResult> {
    const { statement, named } = this.#prepared.get(sql) ?? (await this.#prepare(sql));
    const bound = params.map((value) => (typeof value === 'boolean' ? Number(value) : value));
    if (!statement.reader) {
      statement.run(bound);
      return { rows: [] };
    }
    if (method !== 'get') return { rows: (await statement.all(bound)).map(named) };
    const row = statement.get(bound);
    return row === undefined ? {} : { rows: named(row) };
  }

  async close(): Promise<void> {
    try {
      if ('inTransaction' in this.#native && this.#native.inTransaction === true)
        await this.execute('ROLLBACK');
    } finally {
      // The file is let go once no statement is left that was prepared on it.
      this.#prepared.clear();
      this.#native.close();
    }
  }

  async #prepare(sql: string): Promise<Prepared> {
    const statement = await this.#native.prepare(sql);
    const prepared = {
      statement,
      named: statement.reader ? namer(statement.raw()) : (row: unknown[]) => row,
    };
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size >= mostPrepared && oldest !== undefined) this.#prepared.delete(oldest);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

/** Lets rows, which are arrays, also answer to the names of their columns, as those of a libSQL server do. */
function namer(statement: NativeStatement): (values: unknown[]) => unknown[] {
  const places = statement.columns().map(({ name }, place): [string, PropertyDescriptor] => [
    name,
    {
      get(this: readonly unknown[]) {
        return this[place];
      },
    },
  ]);
  const row: object = Object.create(Array.prototype, Object.fromEntries(places));
  return (values) => Object.setPrototypeOf(values, row);
}
