import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../package-root.js';
import { organizations } from '../people/index.js';
import type { Connection, Reader } from './connection.js';
import { DatabaseRefusedError, openDatabase, openForReading, type Transaction } from './index.js';
import { LocalConnection } from './local/local-connection.js';
import { migrateSchema } from './migrate.js';
import { RemoteFault } from './remote/remote-fault.js';

const migrations = readMigrationFiles({ migrationsFolder: join(packageRoot(), 'migrations') });
let folder: string;
let path: string;
let url: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  path = join(folder, 'support.db');
  url = pathToFileURL(path).href;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function pragma(reader: Reader, name: string): Promise<unknown> {
  return (await reader.values(sql.raw(`PRAGMA ${name}`)))[0]?.[0];
}

async function settings(reader: Reader) {
  return {
    journal: await pragma(reader, 'journal_mode'),
    synchronous: await pragma(reader, 'synchronous'),
    foreignKeys: await pragma(reader, 'foreign_keys'),
    recursiveTriggers: await pragma(reader, 'recursive_triggers'),
    busyTimeout: await pragma(reader, 'busy_timeout'),
    queryOnly: await pragma(reader, 'query_only'),
  };
}

const durable = {
  journal: 'wal',
  synchronous: 2,
  foreignKeys: 1,
  recursiveTriggers: 1,
  busyTimeout: 0,
  queryOnly: 0,
};

describe('every connection', () => {
  test('has the settings that make a commit durable, and readers cannot write', async () => {
    const db = await openDatabase({ url });
    expect(await db.write(settings)).toEqual(durable);
    // So many at once that each connection of the pool answers some.
    const answers = await Promise.all(Array.from({ length: 40 }, () => settings(db.read)));
    for (const answer of answers) expect(answer).toEqual({ ...durable, queryOnly: 1 });
    await expect(
      db.read.insert(organizations).values({ id: 'a', issuer: 'i', externalId: 'a', name: 'A' }),
    ).rejects.toMatchObject({ cause: { code: 'SQLITE_READONLY' } });
    await db.close();
  });

  test('has them again after it was made anew', async () => {
    const db = await openDatabase({ url, busyLimitMs: 1 });
    const other = createClient({ url });
    const held = await other.transaction('write');
    await expect(db.write(settings)).rejects.toThrow('Another process holds');
    await held.rollback();
    other.close();
    expect(await db.write(settings)).toEqual(durable);
    await db.close();
  });

  test('leaves the event loop to others while it works', async () => {
    const connection = await LocalConnection.open(path, 'writing', 'off the loop');
    await connection.execute('CREATE TABLE many (n INTEGER)');
    let done = false;
    const work = connection
      .execute(
        'INSERT INTO many WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 300000) SELECT n FROM c',
      )
      .then(() => {
        done = true;
      });
    await nextTurn();
    expect(done).toBe(false);
    await work;
    done = false;
    const query = connection.query('SELECT count(*) FROM many a WHERE a.n % 7 = 3', [], 'all').then(() => {
      done = true;
    });
    await nextTurn();
    expect(done).toBe(false);
    await query;
    await connection.close();
  });

  test('gives rows that answer to places and to names', async () => {
    const connection = await LocalConnection.open(path, 'writing');
    const { rows } = await connection.query('SELECT 1 AS one, ? AS two', ['deux'], 'all');
    expect(rows?.[0]).toMatchObject({ one: 1, two: 'deux', 0: 1, 1: 'deux' });
    expect(await connection.query('SELECT 1 WHERE ?', [false], 'get')).toEqual({});
    await connection.close();
  });
});

describe('one process per file', () => {
  test('the second is told who has it, and may read beside it', async () => {
    const db = await openDatabase({ url });
    await expect(openDatabase({ url })).rejects.toThrow(
      new RegExp(`pid ${process.pid}\\) has the database .*one process per file`),
    );
    const beside = await openForReading({ url });
    expect(await beside.read.$count(organizations)).toBe(0);
    await beside.close();
    // An operator's command writes beside a server; both are on disk.
    const command = await openDatabase({ url, besideServer: true });
    const add = (id: string) => (tx: Transaction) =>
      tx.insert(organizations).values({ id, issuer: 'i', externalId: id, name: id });
    await Promise.all([command.write(add('command')), db.write(add('server'))]);
    await command.close();
    await expect(openDatabase({ url })).rejects.toBeInstanceOf(DatabaseRefusedError);
    await db.close();
    const next = await openDatabase({ url });
    expect(await next.read.$count(organizations)).toBe(2);
    await next.close();
  });
});

/** Leaves the file as a process does that is killed: the lock was dropped, and nothing noted. */
async function forgetCleanStop() {
  const lock = createClient({ url: pathToFileURL(`${path}.lock`).href });
  await lock.execute('UPDATE holder SET stopped = 0');
  lock.close();
}

describe('after a stop that was not clean', () => {
  test('a whole file is checked once, and said to be whole', async () => {
    const said: string[] = [];
    const report = (sentence: string) => void said.push(sentence);
    await (await openDatabase({ url, report })).close();
    expect(said).toEqual([]);
    await forgetCleanStop();
    await (await openDatabase({ url, report })).close();
    expect(said[0]).toContain('was not closed in order');
    expect(said[1]).toContain('whole');
    await (await openDatabase({ url, report })).close();
    expect(said).toHaveLength(2);
  });

  test('a damaged file is refused, each time, and left as it is', async () => {
    const db = await openDatabase({ url });
    await db.write(async (tx) => {
      for (let n = 0; n < 500; n += 1) {
        await tx
          .insert(organizations)
          .values({ id: `o${n}`, issuer: 'i', externalId: `o${n}`, name: 'x'.repeat(200) });
      }
    });
    await db.close();
    const checkpoint = createClient({ url });
    await checkpoint.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    const { rows } = await checkpoint.execute(
      "SELECT rootpage FROM sqlite_master WHERE name = 'organizations'",
    );
    checkpoint.close();
    // One page of the table is overwritten, as a failing disk would.
    const file = await open(path, 'r+');
    await file.write(Buffer.alloc(4096, 0x5a), 0, 4096, (Number(rows[0]?.rootpage) - 1) * 4096);
    await file.close();
    await forgetCleanStop();
    const before = await readFile(path);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const refused = openDatabase({ url });
      await expect(refused).rejects.toBeInstanceOf(DatabaseRefusedError);
      await expect(refused).rejects.toThrow(/is damaged: .*restore the last backup/);
    }
    expect((await readFile(path)).equals(before)).toBe(true);
  });
});

describe('the schema', () => {
  test('of a newer program is refused', async () => {
    await (await openDatabase({ url })).close();
    const newer = createClient({ url });
    await newer.execute({
      sql: "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of the future', ?)",
      args: [(migrations.at(-1)?.folderMillis ?? 0) + 1],
    });
    newer.close();
    for (const opening of [openDatabase, openForReading]) {
      await expect(opening({ url })).rejects.toThrow(/made by a newer version of this program/);
    }
  });

  test('is not what reading alone makes', async () => {
    await expect(openForReading({ url })).rejects.toThrow('teo-support migrate');
  });

  test('is brought up to date once by several that start together', async () => {
    const connections: LocalConnection[] = [];
    for (let n = 0; n < 4; n += 1) connections.push(await LocalConnection.open(path, 'writing'));
    const applied = await Promise.all(connections.map((connection) => migrateSchema(connection, 20_000)));
    expect([...applied].sort((a, b) => a - b)).toEqual([0, 0, 0, migrations.length]);
    await Promise.all(connections.map((connection) => connection.close()));
  });

  test('is brought up to date again where the server took the transaction away, as from who is slow', async () => {
    const connection = await LocalConnection.open(path, 'writing');
    let taken = 0;
    const server: Connection = {
      query: (...asked) => connection.query(...asked),
      close: () => connection.close(),
      async execute(script) {
        if (script !== 'COMMIT' || taken === 2) return connection.execute(script);
        taken += 1;
        await connection.execute('ROLLBACK');
        throw new RemoteFault('The transaction timed out.');
      },
    };
    expect(await migrateSchema(server, 20_000)).toBe(migrations.length);
    expect(taken).toBe(2);
    expect(await migrateSchema(server, 20_000)).toBe(0);
    await connection.close();
  });

  test.each(migrations.map((_, index) => index + 1))(
    'of version %i is brought to the current one with its data',
    async (version) => {
      const old = createClient({ url });
      await old.execute(
        'CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
      );
      for (const migration of migrations.slice(0, version)) {
        for (const statement of migration.sql) await old.execute(statement);
        await old.execute({
          sql: 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)',
          args: [migration.hash, migration.folderMillis],
        });
      }
      const before = new Map<string, Record<string, unknown>>();
      await old.execute('PRAGMA foreign_keys = off');
      for (const table of await tablesOf(old)) {
        const row = await fill(old, table);
        if (row !== null) before.set(table, row);
      }
      old.close();
      expect(before.size).toBeGreaterThan(5);

      const db = await openDatabase({ url });
      expect(db.migrated).toBe(migrations.length - version);
      expect(await db.read.values(sql`PRAGMA foreign_key_check`)).toEqual([]);
      await db.close();
      const now = createClient({ url });
      for (const table of await tablesOf(now)) {
        const row = before.get(table);
        if (row === undefined) continue;
        const { rows } = await now.execute(`SELECT * FROM "${table}"`);
        // What no longer means anything was taken away.
        if (rows.length === 0) continue;
        // Triggers may have added rows of their own.
        const all = rows.map((each) => ({ ...each }));
        const wanted = Object.entries(row).filter(([column]) => all.some((each) => column in each));
        expect(all, table).toContainEqual(expect.objectContaining(Object.fromEntries(wanted)));
      }
      now.close();
    },
  );
});

type Client = ReturnType<typeof createClient>;

/** The tables that hold data: without those of SQLite, Drizzle, and full-text indexes. */
async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'");
  const virtual = rows
    .filter((row) => /^CREATE VIRTUAL/i.test(String(row.sql)))
    .map((row) => String(row.name));
  return rows
    .map((row) => String(row.name))
    .filter((name) => !/^(sqlite_|__drizzle)/.test(name))
    .filter((name) => !virtual.some((index) => name === index || name.startsWith(`${index}_`)));
}

/** JSON, as some columns are read as such, and long enough to pass for a reason where one must be given. */
const someText = '["A reason that is long enough."]';

/** One row with a value in each column: the same in all, so that references hold. */
async function fill(client: Client, table: string): Promise<Record<string, unknown> | null> {
  const { rows: columns } = await client.execute(`PRAGMA table_info("${table}")`);
  const row = Object.fromEntries(
    columns.map((column) => [String(column.name), /int/i.test(String(column.type)) ? 1 : someText]),
  );
  const names = Object.keys(row);
  await client.execute({
    sql: `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => '?').join()})`,
    args: Object.values(row),
  });
  return row;
}
