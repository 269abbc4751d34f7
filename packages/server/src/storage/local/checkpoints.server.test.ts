import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../index.js';
import { Checkpoints } from './checkpoints.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  path = join(folder, 'support.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pageBytes = 4096;

/** From the index of the log, as https://www.sqlite.org/walformat.html lays it out, in the byte order of the machine. */
async function log() {
  const index = await readFile(`${path}-shm`);
  const [pages, broughtOver] = [index.readUInt32LE(16), index.readUInt32LE(96)];
  return { pages, broughtOver, bytes: (await stat(`${path}-wal`)).size };
}

test('what was committed is brought over beside the commits, long before a commit would wait for it', async () => {
  const db = await openDatabase({ url: pathToFileURL(path).href });
  await db.write((tx) => tx.run(sql`create table things (id integer primary key, text text)`));
  const before = await log();
  // With the one above, one unit less than it takes.
  for (let n = 0; n < 126; n += 1)
    await db.write((tx) => tx.run(sql`insert into things (text) values ('x')`));
  const after = await log();
  expect(after.pages).toBeGreaterThan(before.pages);
  expect(after.broughtOver).toBe(before.broughtOver);

  await db.write((tx) => tx.run(sql`insert into things (text) values ('y')`));
  await expect.poll(async () => (await log()).broughtOver).toBeGreaterThanOrEqual(after.pages);
  await db.close();
});

test('the log is bounded while commits go on without a pause', async () => {
  const db = await openDatabase({ url: pathToFileURL(path).href });
  await db.write((tx) => tx.run(sql`create table things (id integer primary key, bytes blob)`));
  let [written, longest] = [0, 0];
  // Each commit 40 pages, in all six times what the log may have before a commit waits.
  for (let n = 0; n < 600; n += 1) {
    const units = Array.from({ length: 4 }, () =>
      db.write((tx) => tx.run(sql`insert into things (bytes) values (zeroblob(${10 * pageBytes}))`)),
    );
    await Promise.all(units);
    written += 40;
    longest = Math.max(longest, (await log()).bytes);
  }
  expect(written).toBeGreaterThan(20_000);
  expect(longest).toBeLessThan(6000 * pageBytes);
  await db.close();
});

test('one that does not succeed is told once, and tried again', async () => {
  const told: string[] = [];
  const checkpoints = new Checkpoints(path, (sentence) => told.push(sentence));
  /** Not a file that could be opened. */
  await mkdir(path);
  for (let n = 0; n < 2; n += 1) {
    checkpoints.committed(128);
    await checkpoints.close();
  }
  expect(told).toEqual([expect.stringContaining('Nothing is lost')]);

  await rm(path, { recursive: true });
  checkpoints.committed(128);
  await checkpoints.close();
  await rm(path);
  await mkdir(path);
  checkpoints.committed(128);
  await checkpoints.close();
  expect(told).toHaveLength(2);
});
