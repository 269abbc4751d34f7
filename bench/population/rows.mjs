import Libsql from 'libsql';

/** @typedef {Record<string, string | number | null>} Row */

/** A database file as a builder uses it: the native library, with types. */
export class Rows {
  #db;

  /** @param {string} path */
  constructor(path) {
    this.#db = new Libsql(path);
  }

  /** @param {string} script */
  run(script) {
    this.#db.exec(script);
  }

  /**
   * @param {string} sql
   * @param {...(string | number | null | undefined)} params
   * @returns {Row[]}
   */
  all(sql, ...params) {
    const rows = /** @type {(Row & { _metadata?: unknown })[]} */ (this.#db.prepare(sql).all(params));
    return rows.map(({ _metadata, ...row }) => row);
  }

  /**
   * Inserts many rows of one table, each with the same columns.
   *
   * @param {string} table
   * @param {readonly string[]} columns
   * @returns {(values: readonly (string | number | null)[]) => void}
   */
  inserter(table, columns) {
    const statement = this.#db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    return (values) => {
      statement.run(values);
    };
  }

  close() {
    this.#db.close();
  }
}
