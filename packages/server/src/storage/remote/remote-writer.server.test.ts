import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Passage, type SqldProxy, startProxy } from '../../testing/sqld/proxy.js';
import { type Sqld, startSqld } from '../../testing/sqld/sqld.js';
import type { Database, DatabaseOptions } from '../database.js';
import { DatabaseBusyError, openDatabase, type Transaction, UnknownOutcomeError } from '../index.js';

let sqld: Sqld;
let proxy: SqldProxy;
let direct: Database;
beforeAll(async () => {
  sqld = await startSqld();
  proxy = await startProxy(sqld.port);
  direct = await openDatabase({ url: sqld.url });
});
afterAll(async () => {
  await direct.close();
  await proxy.close();
  await sqld.close();
});
beforeEach(async () => {
  await direct.write(async (tx) => {
    await tx.run(sql`create table if not exists noted (what text primary key, twin text)`);
    await tx.run(sql`delete from noted`);
  });
});

async function openThroughProxy(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const db = await openDatabase({ url: proxy.url, ...options });
  onTestFinished(async () => {
    proxy.decide = () => 'through';
    await db.close();
  });
  return db;
}

/** Does so with the first commits that pass, and then no more. */
function commits(...passages: Passage[]): void {
  proxy.decide = (request) => (request.includes('COMMIT') ? (passages.shift() ?? 'through') : 'through');
}

async function note(tx: Transaction, what: string): Promise<string> {
  await tx.run(sql`insert into noted (what) values (${what})`);
  await tx.run(sql`update noted set twin = what where what = ${what}`);
  const [row] = await tx.values<[number]>(sql`select count(*) from noted`);
  return `${what} of ${row?.[0]}`;
}

async function noted(): Promise<string[]> {
  return (
    await direct.read.values<[string]>(sql`select what from noted where twin = what order by what`)
  ).map(([what]) => what);
}

describe('a group of units', () => {
  test('undoes the one that is refused, and tells only that one, whenever the refusal comes', async () => {
    const outcomes = await Promise.allSettled([
      direct.write((tx) => note(tx, 'a')),
      // Refused by a statement whose answer nobody waits for: told at the end of its unit.
      direct.write((tx) => tx.run(sql`insert into noted (what) values ('a')`)),
      direct.write(async (tx) => {
        await tx.run(sql`insert into noted (what) values ('b')`);
        await tx.run(sql`insert into noted (what) values ('a')`);
        return note(tx, 'c');
      }),
      direct.write(async (tx) => {
        await tx.run(sql`insert into noted (what, twin) values ('d', 'd')`);
        throw new Error('changed its mind');
      }),
      direct.write((tx) => tx.values(sql`select what from nowhere`)),
      // No statement at all: the server then runs nothing of what came with it.
      direct.write((tx) => tx.values(sql`select what from from`)),
      direct.write((tx) => note(tx, 'e')),
      direct.write(async () => 'nothing'),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'refused'))).toEqual([
      'a of 1',
      'refused',
      'refused',
      'refused',
      'refused',
      'refused',
      'e of 2',
      'nothing',
    ]);
    expect(await noted()).toEqual(['a', 'e']);
  });

  test('holds references, and keeps the log append-only', async () => {
    await expect(
      direct.write((tx) =>
        tx.run(sql`insert into staff_sessions (digest, staff_id, expires_at) values ('d', 'nobody', 0)`),
      ),
    ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT', message: expect.stringMatching(/FOREIGN KEY/) });
  });

  test('that the server takes away from a slow one is run again as a whole', async () => {
    let runs = 0;
    const outcome = await direct.write(async (tx) => {
      runs += 1;
      await note(tx, `before ${runs}`);
      if (runs === 1) {
        // Holds the lock until another process has waited for so long that the server gives it the lock.
        const other = await openThroughProxy();
        await other.write((its) => note(its, 'other'));
      }
      // What is sent after that must not be committed by itself.
      await tx.run(sql`insert into noted (what, twin) values (${`after ${runs}`}, ${`after ${runs}`})`);
      return note(tx, 'end');
    });
    expect(runs).toBe(2);
    expect(outcome).toBe('end of 4');
    expect(await noted()).toEqual(['after 2', 'before 2', 'end', 'other']);
  });
});

describe('a commit whose answer is lost', () => {
  test.each<[string, Passage[], number]>([
    ['before it came through, is done again', ['cut before'], 2],
    ['after it came through, is not done again', ['cut after'], 1],
    ['twice before it came through, is done a third time', ['cut before', 'cut before'], 3],
  ])('%s', async (_what, passages, runs) => {
    const db = await openThroughProxy();
    let done = 0;
    commits(...passages);
    expect(
      await db.write((tx) => {
        done += 1;
        return note(tx, 'once');
      }),
    ).toBe('once of 1');
    expect(done).toBe(runs);
    expect(await noted()).toEqual(['once']);
  });

  test('in silence, is given up after a while and done again', async () => {
    const db = await openThroughProxy({ requestLimitMs: 1000 });
    commits('swallow');
    await db.write((tx) => note(tx, 'once'));
    expect(await noted()).toEqual(['once']);
  });

  test('and whose server stays away, has an outcome that is not known, and never one that is made up', async () => {
    const db = await openThroughProxy({ outcomeLimitMs: 1 });
    let gone = false;
    proxy.decide = (request) => {
      if (gone) return 'cut before';
      if (!request.includes('COMMIT')) return 'through';
      gone = true;
      return 'cut after';
    };
    await expect(db.write((tx) => note(tx, 'perhaps'))).rejects.toThrow(UnknownOutcomeError);
    expect(await noted()).toEqual(['perhaps']);
  });

  test('so long ago that its note would be forgotten, has an outcome that is not known', async () => {
    const db = await openThroughProxy();
    commits('cut before');
    const passages = proxy.decide;
    let asked = false;
    let answer = false;
    proxy.decide = (request) => {
      // Between the lost commit and the question thousands of commits are made by others.
      if (request.includes('EXISTS')) asked = true;
      return asked && !answer ? 'cut before' : passages(request);
    };
    const lost = db.write((tx) => note(tx, 'long ago'));
    lost.catch(() => undefined);
    while (!asked) await new Promise(setImmediate);
    await direct.write((tx) =>
      tx.run(sql`insert into commits (id, at) with recursive n(i) as (select 1 union all select i + 1 from n where i < 10001)
        select 'other-' || i || '-' || random(), 0 from n`),
    );
    await direct.write((tx) => note(tx, 'other'));
    answer = true;
    await expect(lost).rejects.toThrow(UnknownOutcomeError);
  });
});

test('nothing is committed, and it is said so, while the server is away; afterwards all is as before', async () => {
  const db = await openThroughProxy({ busyLimitMs: 1 });
  proxy.decide = () => 'cut before';
  await expect(db.write((tx) => note(tx, 'never'))).rejects.toThrow(DatabaseBusyError);
  await expect(db.read.values(sql`select 1`)).rejects.toThrow();
  proxy.decide = () => 'through';
  expect(await db.read.values(sql`select 1`)).toEqual([[1]]);
  await db.write((tx) => note(tx, 'again'));
  expect(await noted()).toEqual(['again']);
});

test('several that start at once on an empty server bring its schema up to date once', async () => {
  const empty = await startSqld();
  const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url: empty.url })));
  expect(opened.filter(({ migrated }) => migrated > 0)).toHaveLength(1);
  await Promise.all(opened.map((db) => db.close()));
  await empty.close();
});

test('a server that cannot be had, or is of a newer program, is refused in a sentence without its token', async () => {
  const token = 'a-secret-that-opens-it';
  const away = openDatabase({ url: 'http://127.0.0.1:1', token, busyLimitMs: 1 });
  await expect(away).rejects.toThrow(/does not answer/);
  await expect(away).rejects.not.toThrow(new RegExp(token));
  const newer = await startSqld();
  await (await openDatabase({ url: newer.url })).close();
  const db = await openDatabase({ url: newer.url });
  await db.write((tx) =>
    tx.run(
      sql`insert into __drizzle_migrations (hash, created_at) select 'x', max(created_at) + 1 from __drizzle_migrations`,
    ),
  );
  await db.close();
  await expect(openDatabase({ url: newer.url })).rejects.toThrow(/newer version/);
  await newer.close();
});
