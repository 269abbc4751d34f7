import type { Connection } from '../connection.js';

/** So many rows are read and written at a time: a request of bearable size each. */
const rowsAtOnce = 200;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Copies every row of every table, with the row's own number, to a database of the same schema that holds none. What
 * triggers would add comes as rows of its own, so the triggers of the target are out of the way meanwhile.
 * @param copied is told of each table, and how many there are
 */
export async function copyTables(
  from: Connection,
  to: Connection,
  copied: (done: number, total: number) => void,
): Promise<void> {
  const tables = await tablesIn(from);
  const triggers = await rowsOf(to, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
  for (const [name] of triggers) await to.query(`DROP TRIGGER ${quoted(name)}`, [], 'run');
  for (const [done, table] of tables.entries()) {
    await copyTable(from, to, table);
    copied(done + 1, tables.length);
  }
  for (const [, sql] of triggers) await to.query(String(sql), [], 'run');
}

async function copyTable(from: Connection, to: Connection, { name, columns }: Table): Promise<void> {
  const names = columns.map(quoted).join(', ');
  const select = `SELECT rowid, ${names} FROM ${quoted(name)} WHERE rowid > ? ORDER BY rowid LIMIT ${rowsAtOnce}`;
  const row = `(${['rowid', ...columns].map(() => '?').join(', ')})`;
  let after: unknown = -(2 ** 53) + 1;
  for (;;) {
    const { rows = [] } = await from.query(select, [after], 'all');
    if (rows.length === 0) return;
    const values = rows.map((cells) => (Array.isArray(cells) ? cells : []));
    await to.query(
      `INSERT INTO ${quoted(name)} (rowid, ${names}) VALUES ${values.map(() => row).join(', ')}`,
      values.flat(),
      'run',
    );
    after = values.at(-1)?.[0];
  }
}

/** Tables of our own: neither SQLite's, nor the parts of a virtual table, nor what tells the state of the schema. */
async function tablesIn(connection: Connection): Promise<Table[]> {
  const made = await rowsOf(
    connection,
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name",
  );
  const virtual = made
    .filter(([, sql]) => /^CREATE VIRTUAL/i.test(String(sql)))
    .map(([name]) => String(name));
  // A vocabulary is read from its index, and holds nothing of its own.
  const derived = made
    .filter(([, sql]) => /USING\s+fts5vocab/i.test(String(sql)))
    .map(([name]) => String(name));
  const own = made
    .map(([name]) => String(name))
    .filter(
      (name) => !name.startsWith('sqlite_') && !name.startsWith('libsql_') && name !== '__drizzle_migrations',
    )
    .filter((name) => !virtual.some((index) => name.startsWith(`${index}_`)) && !derived.includes(name));
  const tables: Table[] = [];
  for (const name of own) {
    const columns = await rowsOf(connection, `PRAGMA table_info(${quoted(name)})`);
    // The number of a row under another name is the number of the row.
    const numbered = columns.filter(
      ([, , type, , , key]) => key === 1 && String(type).toUpperCase() === 'INTEGER',
    );
    const alias = numbered.length === 1 && columns.filter(([, , , , , key]) => Number(key) > 0).length === 1;
    tables.push({
      name,
      columns: columns
        .map((column) => String(column[1]))
        .filter((column) => !(alias && column === numbered[0]?.[1])),
    });
  }
  return parentsFirst(tables, await rowsOf(connection, references));
}

const references = `SELECT made.name, key."table" FROM sqlite_master AS made, pragma_foreign_key_list(made.name) AS key
  WHERE made.type = 'table'`;

/** Tables in an order in which each row finds what it refers to: whether references are held differs by connection. */
function parentsFirst(tables: readonly Table[], referring: readonly (readonly unknown[])[]): Table[] {
  const placed: Table[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const isLeft = (name: unknown) => left.some((table) => table.name === name);
    const ready = left.filter(
      ({ name }) => !referring.some(([child, parent]) => child === name && parent !== name && isLeft(parent)),
    );
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle.');
    placed.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return placed;
}

async function rowsOf(connection: Connection, sql: string): Promise<unknown[][]> {
  const { rows = [] } = await connection.query(sql, [], 'all');
  return rows.map((row) => (Array.isArray(row) ? row : []));
}

function quoted(name: unknown): string {
  return `"${String(name).replaceAll('"', '""')}"`;
}
