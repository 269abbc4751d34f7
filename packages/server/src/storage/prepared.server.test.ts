import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseCode } from './faults.js';
import { type Database, openDatabase, placeholdersOf, prepared } from './index.js';

const things = sqliteTable('things', {
  id: integer('id').primaryKey(),
  parts: text('parts', { mode: 'json' }).$type<readonly string[]>(),
  seen: integer('seen', { mode: 'boolean' }).notNull(),
});

const insert = prepared((db) => db.insert(things).values(placeholdersOf(things)).prepare());
const named = eq(things.id, sql.placeholder('id'));
const find = prepared((db) => db.select().from(things).where(named).prepare());
const mark = prepared((db) =>
  db.update(things).set({ seen: true }).where(named).returning({ seen: things.seen }).prepare(),
);

let folder: string;
let db: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  db = await openDatabase({ url: pathToFileURL(join(folder, 'support.db')).href });
  await db.write((tx) => tx.run(sql`create table things (id integer primary key, parts text, seen integer)`));
});

afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

test('a prepared query takes and gives values as its columns say', async () => {
  const [one, other] = [
    { id: 1, parts: ['a', 'b'], seen: false },
    { id: 2, parts: null, seen: true },
  ];
  await db.write(async (tx) => {
    await insert(tx).run(one);
    await insert(tx).run(other);
    expect(await find(tx).get({ id: 1 })).toEqual(one);
    expect(await mark(tx).get({ id: 1 })).toEqual({ seen: true });
  });
  expect(await find(db.read).all({ id: 1 })).toEqual([{ ...one, seen: true }]);
  expect(await find(db.lookUp).get({ id: 2 })).toEqual(other);
  expect(await find(db.lookUp).get({ id: 3 })).toBeUndefined();
  // Nothing is nothing, rather than the word for it in JSON.
  expect(await db.read.values(sql`select parts is null from things order by id`)).toEqual([[0], [1]]);
});

test('a query that is not given what it needs is refused, as is what the database refuses', async () => {
  await expect(db.write((tx) => insert(tx).run({ id: 1, parts: null }))).rejects.toThrow('without its seen');
  const twice = db.write(async (tx) => {
    for (let time = 0; time < 2; time += 1) await insert(tx).run({ id: 1, parts: null, seen: false });
  });
  expect(databaseCode(await twice.catch((error: unknown) => error))).toMatch(/^SQLITE_CONSTRAINT/);
});
