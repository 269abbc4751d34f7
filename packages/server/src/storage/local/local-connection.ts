import Libsql from 'libsql';
import OffLoopLibsql from 'libsql/promise';
import type { Connection, QueryMethod, QueryResult } from '../connection.js';
import { namer } from '../named-rows.js';

/** What of the native library is used here; its own types say `any`. */
interface Statement<Rows> {
  readonly reader: boolean;
  raw(): unknown;
  columns(): readonly { readonly name: string }[];
  run(params: readonly unknown[]): unknown;
  get(params: readonly unknown[]): unknown[] | undefined;
  all(params: readonly unknown[]): Rows;
}

/** A connection that answers at once, while the event loop waits. */
interface AtOnce {
  readonly inTransaction: boolean;
  prepare(sql: string): Statement<unknown[][]>;
}

/** A connection that answers later, from a thread of the library. */
interface OffLoop {
  prepare(sql: string): Promise<Statement<Promise<unknown[][]>>>;
  exec(sql: string): Promise<void>;
  close(): void;
}

interface Prepared {
  readonly statement: Statement<unknown[][] | Promise<unknown[][]>>;
  /** Whether it answers rows, rather than changing some. */
  readonly reads: boolean;
  readonly named: (values: unknown[]) => unknown[];
}

/** Where queries run that answer many rows. Single rows and changes take microseconds and are always done at once. */
export type QueryPlace = 'at once' | 'off the loop';

/** Lists of different lengths give different statements: the ones used longest ago are let go beyond this many. */
const mostPrepared = 300;

/**
 * What every connection needs, as pragmas belong to a connection and have to be set on each: a commit is on disk when
 * it is acknowledged, references hold, triggers fire for replaced rows too, and no call waits for a lock inside
 * SQLite, where it would hold up the event loop. How many pages are
 * kept in memory differs: one connection writes, several read, and what they share the system keeps anyway.
 */
const everywhere = `
  PRAGMA busy_timeout = 0;
  PRAGMA journal_mode = wal;
  PRAGMA synchronous = full;
  PRAGMA foreign_keys = on;
  PRAGMA recursive_triggers = on;`;

/**
 * So many pages of 4 KiB the log may have before a commit brings them into the file itself, and waits for that. Until
 * then it is done beside the commits: see `Checkpoints`. SQLite's own 1,000 are reached in five commits of many units.
 */
const logPages = 4000;

/** The memory for pages is in KiB where it is negative. */
const byUse = {
  writing: `PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = ${logPages};`,
  reading: 'PRAGMA cache_size = -8192;',
} as const;

/**
 * One connection to a database file, for one caller at a time. Statements are prepared once. What waits for the disk is
 * done on a thread of the library: commits with their sync, scripts, and queries that may have to look at much. What
 * takes microseconds is not worth the way there.
 */
export class LocalConnection implements Connection {
  readonly #offLoop: OffLoop;
  readonly #atOnce: AtOnce;
  readonly #place: QueryPlace;
  readonly #prepared = new Map<string, Prepared>();
  #closed = false;

  private constructor(path: string, place: QueryPlace) {
    const offLoop = new OffLoopLibsql(path, { timeout: 0 });
    this.#offLoop = offLoop;
    // The library has one class for each way, both on the same kind of handle: here they share one.
    this.#atOnce = Object.create(Libsql.prototype, {
      db: { value: offLoop.db },
      inTransaction: { get: () => 'inTransaction' in offLoop && offLoop.inTransaction },
    });
    this.#place = place;
  }

  static async open(
    path: string,
    use: 'reading' | 'writing',
    place: QueryPlace = 'at once',
  ): Promise<LocalConnection> {
    const connection = new LocalConnection(path, place);
    try {
      await connection.execute(everywhere + byUse[use]);
      if (use === 'reading') await connection.execute('PRAGMA query_only = on');
    } catch (error) {
      await connection.close();
      throw error;
    }
    return connection;
  }

  async execute(script: string): Promise<void> {
    await this.#offLoop.exec(script);
  }

  async query(sql: string, params: readonly unknown[], method: QueryMethod): Promise<QueryResult> {
    const { statement, reads, named } = this.#prepared.get(sql) ?? (await this.#prepare(sql));
    const bound = params.some(isBoolean)
      ? params.map((value) => (isBoolean(value) ? Number(value) : value))
      : params;
    if (!reads) {
      statement.run(bound);
      return { rows: [] };
    }
    // Whoever asks for values reads them by their places: no need for names.
    if (method === 'values') return { rows: await statement.all(bound) };
    if (method !== 'get') return { rows: (await statement.all(bound)).map(named) };
    const row = statement.get(bound);
    return row === undefined ? {} : { rows: named(row) };
  }

  /** Lets go of the file. Again does nothing: the library would end the process. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      if (this.#atOnce.inTransaction) await this.execute('ROLLBACK');
    } finally {
      // The file is let go once no statement is left that was prepared on it.
      this.#prepared.clear();
      this.#offLoop.close();
    }
  }

  async #prepare(sql: string): Promise<Prepared> {
    const statement =
      this.#place === 'at once' ? this.#atOnce.prepare(sql) : await this.#offLoop.prepare(sql);
    const reads = statement.reader;
    if (reads) statement.raw();
    const prepared = {
      statement,
      reads,
      named: reads ? namer(statement.columns().map(({ name }) => name)) : asIs,
    };
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size >= mostPrepared && oldest !== undefined) this.#prepared.delete(oldest);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

const asIs = (row: unknown[]) => row;

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
