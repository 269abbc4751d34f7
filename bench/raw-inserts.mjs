import { open, rm } from 'node:fs/promises';
import Libsql from 'libsql';

/** The settings of the server's connections. */
const pragmas = `
  PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA foreign_keys = on;
  PRAGMA recursive_triggers = on; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000`;

/**
 * How often in a second all rows of one filing can be inserted, so many filings in a commit, by nothing but prepared
 * statements. It is done in a copy of the server's database as it stands: among as many tickets the same rows cost more
 * than in empty tables.
 *
 * @param {string} model a database with at least one ticket, whose rows are taken
 * @param {string} path where to insert
 * @param {number} filingsPerCommit
 * @param {number} seconds
 * @returns {Promise<{ perSecond: number, cpuMs: number }>} `cpuMs`: of processor time for one filing
 */
export async function insertRaw(model, path, filingsPerCommit, seconds) {
  await copy(model, path);
  const db = new Libsql(path);
  db.exec(pragmas);
  const { tables, ticketId, number, position } = rowsOfOneFiling(db);
  const inserts = tables.map(({ name, rows }) => ({
    columns: Object.keys(rows[0] ?? {}),
    rows,
    statement: db.prepare(
      `INSERT INTO "${name}" (${Object.keys(rows[0] ?? {}).map((c) => `"${c}"`)}) VALUES (${Object.keys(rows[0] ?? {}).map(() => '?')})`,
    ),
  }));
  let filed = 0;
  const insertOne = () => {
    filed += 1;
    // Ids in the order of time, as the server's; keys in none, as its callers'.
    const [id, key] = [idNow(), crypto.randomUUID()];
    /** @type {(column: string, value: unknown) => unknown} */
    const changed = (column, value) => {
      if (value === ticketId) return id;
      if (column === 'key') return key;
      if (column === 'number' || column === 'rowid') return number + filed;
      if (column === 'position') return position + filed;
      return value;
    };
    for (const { columns, rows, statement } of inserts) {
      for (const row of rows) statement.run(columns.map((column) => changed(column, row[column])));
    }
  };
  /** @param {number} duration */
  const insertFor = (duration) => {
    const begun = performance.now();
    const before = filed;
    while (performance.now() - begun < duration) {
      db.exec('BEGIN IMMEDIATE');
      for (let n = 0; n < filingsPerCommit; n += 1) insertOne();
      db.exec('COMMIT');
    }
    return ((filed - before) * 1000) / (performance.now() - begun);
  };
  insertFor(200);
  const cpuBefore = process.cpuUsage();
  const filedBefore = filed;
  const perSecond = insertFor(seconds * 1000);
  const { user, system } = process.cpuUsage(cpuBefore);
  db.close();
  return { perSecond, cpuMs: (user + system) / 1000 / (filed - filedBefore) };
}

/**
 * @param {string} model
 * @param {string} path where its copy goes, in the place of what is there
 */
async function copy(model, path) {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) await rm(file, { force: true });
  const db = new Libsql(model);
  db.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  db.close();
  // On the disk before anything is measured: else the commits would wait for the copy, too.
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}

/** An id as the server makes them (UUID, version 7): it begins with the time, and so goes to the end of an index. */
function idNow() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

/** @typedef {{ name: string, rows: Record<string, unknown>[] }} TableRows */

/**
 * The rows that filing the latest ticket has made, whichever tables they are in.
 *
 * @param {ReturnType<typeof Libsql>} db
 */
function rowsOfOneFiling(db) {
  const ticket = one(db, 'SELECT id, number FROM tickets ORDER BY number DESC LIMIT 1');
  const ticketId = String(ticket.id);
  const number = Number(ticket.number);
  const position = Number(one(db, 'SELECT max(position) AS last FROM events').last);
  const wanted = /** @type {const} */ ([
    ['tickets', 'id', ticketId],
    ['events', 'ticket_id', ticketId],
    ['event_texts', 'position', position],
    ['idempotency_keys', 'outcome_id', ticketId],
    ['ticket_words', 'rowid', number],
  ]);
  const tables = wanted.map(([name, column, value]) => ({
    name,
    rows: /** @type {Record<string, unknown>[]} */ (
      db
        .prepare(`SELECT ${name === 'ticket_words' ? 'rowid, ' : ''}* FROM "${name}" WHERE "${column}" = ?`)
        .all([value])
    ).map(({ _metadata, ...row }) => row),
  }));
  const empty = tables.find(({ rows }) => rows.length === 0);
  if (empty !== undefined) throw new Error(`A filing makes no row in ${empty.name} any more.`);
  return { tables, ticketId, number, position };
}

/**
 * @param {ReturnType<typeof Libsql>} db
 * @param {string} sql
 * @param {string} [param]
 */
function one(db, sql, param) {
  const row = db.prepare(sql).get(param === undefined ? [] : [param]);
  if (typeof row !== 'object' || row === null) throw new Error('No ticket was filed to take the rows of.');
  return /** @type {Record<string, unknown>} */ (row);
}
