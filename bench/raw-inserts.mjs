import { rm } from 'node:fs/promises';
import Libsql from 'libsql';

/** The settings of the server's connections. */
const pragmas = `
  PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA foreign_keys = on;
  PRAGMA recursive_triggers = on; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000`;

/**
 * How often in a second all rows of one filing can be inserted, so many filings in a commit, by nothing but prepared
 * statements in the schema of the server, with its triggers and indexes.
 *
 * @param {string} model a database with at least one ticket, whose rows are taken
 * @param {string} path where to insert
 * @param {number} filingsPerCommit
 * @param {number} seconds
 * @returns {Promise<{ perSecond: number, cpuMs: number }>} `cpuMs`: of processor time for one filing
 */
export async function insertRaw(model, path, filingsPerCommit, seconds) {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) await rm(file, { force: true });
  const from = new Libsql(model);
  const { tables, ticketId } = rowsOfOneFiling(from);
  const to = new Libsql(path);
  to.exec(pragmas);
  for (const statement of schemaOf(from)) to.exec(statement);
  for (const index of ['ticket_words', 'ticket_team_words']) {
    // As the migration sets it: a setting is a row of the index, not part of its schema.
    to.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('secure-delete', 1)`);
  }
  from.close();
  const inserts = tables.map(({ name, rows }) => ({
    columns: Object.keys(rows[0] ?? {}),
    rows,
    statement: to.prepare(
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
      if (column === 'number' || column === 'position' || column === 'rowid') return filed;
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
      to.exec('BEGIN IMMEDIATE');
      for (let n = 0; n < filingsPerCommit; n += 1) insertOne();
      to.exec('COMMIT');
    }
    return ((filed - before) * 1000) / (performance.now() - begun);
  };
  insertFor(200);
  const cpuBefore = process.cpuUsage();
  const filedBefore = filed;
  const perSecond = insertFor(seconds * 1000);
  const { user, system } = process.cpuUsage(cpuBefore);
  to.close();
  return { perSecond, cpuMs: (user + system) / 1000 / (filed - filedBefore) };
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
  const event = one(db, 'SELECT position FROM events WHERE ticket_id = ?', ticketId);
  const wanted = /** @type {const} */ ([
    ['tickets', 'id', ticketId],
    ['events', 'ticket_id', ticketId],
    ['event_texts', 'position', event.position],
    ['idempotency_keys', 'outcome_id', ticketId],
    ['ticket_words', 'rowid', ticket.number],
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
  return { tables, ticketId };
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

/**
 * The statements that made the schema: virtual tables make their own parts.
 *
 * @param {ReturnType<typeof Libsql>} db
 */
function schemaOf(db) {
  const made = /** @type {{ name: string, type: string, sql: string | null }[]} */ (
    db.prepare('SELECT name, type, sql FROM sqlite_master ORDER BY rowid').all([])
  );
  const virtual = made
    .filter(({ sql }) => sql !== null && /^CREATE VIRTUAL/i.test(sql))
    .map(({ name }) => name);
  return made
    .filter(({ name }) => !name.startsWith('sqlite_'))
    .filter(({ name }) => !virtual.some((index) => name.startsWith(`${index}_`)))
    .sort((a, b) => Number(a.type === 'trigger') - Number(b.type === 'trigger'))
    .flatMap(({ sql }) => sql ?? []);
}
