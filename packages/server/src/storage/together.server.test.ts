import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { organizations } from '../people/index.js';
import { type Committed, type Database, openDatabase, Together, type Transaction } from './index.js';

let folder: string;
let db: Database;
let commits: Committed[];
/** The requests of each unit that was run. */
let units: string[][];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  commits = [];
  units = [];
  db = await openDatabase({
    url: pathToFileURL(join(folder, 'support.db')).href,
    committed: (commit) => commits.push(commit),
  });
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function insert(tx: Transaction, id: string): Promise<string> {
  if (id.startsWith('broken')) throw new Error(`${id} cannot be done`);
  if (id.startsWith('fault')) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
  await tx.insert(organizations).values({ id, issuer: 'i', externalId: id, name: id });
  return `${id} is there`;
}

const inserting = (gatherMs?: number) =>
  new Together<string, string>({
    db,
    ...(gatherMs === undefined ? {} : { gatherMs }),
    async all(tx, ids) {
      units.push([...ids]);
      const parts = [];
      for (const id of ids) {
        if (id.startsWith('refused')) parts.push({ kind: 'refused', error: new Error(id) } as const);
        else if (id.startsWith('apart')) parts.push({ kind: 'apart' } as const);
        else parts.push({ kind: 'done', value: await insert(tx, id) } as const);
      }
      return parts;
    },
    async alone(tx, id) {
      units.push([id]);
      return insert(tx, id);
    },
  });

/** Asks for all at once, and gives what each was told. */
async function outcomesOf(ids: readonly string[]): Promise<string[]> {
  const together = inserting();
  const outcomes = await Promise.allSettled(ids.map((id) => together.do(id)));
  return outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason.message),
  );
}

async function kept(): Promise<string[]> {
  const rows = await db.read.select().from(organizations).orderBy(asc(organizations.id));
  return rows.map(({ id }) => id);
}

const named = (count: number) => Array.from({ length: count }, (_, n) => `o${String(n).padStart(2, '0')}`);

test('requests that wait together are one unit, counted for as many as they are', async () => {
  expect(await outcomesOf(named(20))).toEqual(named(20).map((id) => `${id} is there`));
  expect(await kept()).toEqual(named(20));
  expect(units).toEqual([named(20)]);
  expect(commits.map((commit) => commit.units)).toEqual([20]);
});

test('no more than may share a commit are one unit, and those after them come next', async () => {
  const outcomes = outcomesOf(named(70));
  expect(db.waiting()).toBe(32);
  expect(await outcomes).toHaveLength(70);
  expect(units.map((unit) => unit.length)).toEqual([32, 32, 6]);
  expect(await kept()).toEqual(named(70));
});

test('one that is refused, or has to be done apart, costs no other', async () => {
  expect(await outcomesOf(['a', 'refused', 'apart', 'b'])).toEqual([
    'a is there',
    'refused',
    'apart is there',
    'b is there',
  ]);
  expect(await kept()).toEqual(['a', 'apart', 'b']);
});

test('one that breaks the unit is told so, and the others are done each by itself', async () => {
  expect(await outcomesOf(['a', 'broken', 'b'])).toEqual([
    'a is there',
    'broken cannot be done',
    'b is there',
  ]);
  expect(await kept()).toEqual(['a', 'b']);
});

test('one that the database refuses is told so, and the others are done each by itself', async () => {
  await db.write((tx) => insert(tx, 'taken'));
  const [first, taken, last] = await outcomesOf(['a', 'taken', 'b']);
  expect([first, last]).toEqual(['a is there', 'b is there']);
  expect(taken).toContain('organizations');
  expect(await kept()).toEqual(['a', 'b', 'taken']);
});

test('a fault of the database is told to each, nothing is done twice, and writing goes on', async () => {
  expect(await outcomesOf(['a', 'fault', 'b'])).toEqual(Array(3).fill('disk I/O error'));
  expect(units).toHaveLength(1);
  expect(await kept()).toEqual([]);
  expect(await outcomesOf(['c'])).toEqual(['c is there']);
});

test('the same requests are run again when the database was busy, without those that have come since', async () => {
  const together = inserting();
  const first = ['a', 'b'].map((id) => together.do(id));
  // In the same commit, after them.
  let later: Promise<string> | null = null;
  const inTheWay = db.write(async () => {
    if (later !== null) return;
    later = together.do('c');
    throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  });
  await Promise.all([...first, inTheWay]);
  expect(await later).toBe('c is there');
  expect(units).toEqual([['a', 'b'], ['a', 'b'], ['c']]);
  expect(await kept()).toEqual(['a', 'b', 'c']);
});

test('what is asked of a database that was closed is refused', async () => {
  const together = inserting();
  await db.close();
  await expect(together.do('a')).rejects.toThrow('closed');
  db = await openDatabase({ url: pathToFileURL(join(folder, 'support.db')).href });
  expect(await kept()).toEqual([]);
});

test('where many come back one after the other, they are one unit again', async () => {
  const together = inserting(60_000);
  await Promise.all(named(8).map((id) => together.do(id)));
  const again: Promise<string>[] = [];
  for (const id of named(16).slice(8)) {
    again.push(together.do(id));
    await new Promise(setImmediate);
  }
  await Promise.all(again);
  expect(units).toEqual([named(8), named(16).slice(8)]);
});

test('nobody waits for those who do not come back, nor where few have come', async () => {
  const together = inserting(1);
  await Promise.all(named(8).map((id) => together.do(id)));
  expect(await together.do('x')).toBe('x is there');
  const patient = inserting(60_000);
  await Promise.all(['a', 'b'].map((id) => patient.do(id)));
  expect(await patient.do('c')).toBe('c is there');
  expect(units).toEqual([named(8), ['x'], ['a', 'b'], ['c']]);
});
