import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { organizations } from '../people/index.js';
import { type Database, DatabaseBusyError, openDatabase } from './index.js';

let folder: string;
let url: string;
let db: Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  url = pathToFileURL(join(folder, 'support.db')).href;
  db = await openDatabase({ url, busyLimitMs: 4000 });
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const insert = (id: string) => (tx: Parameters<Parameters<Database['write']>[0]>[0]) =>
  tx.insert(organizations).values({ id, issuer: 'i', externalId: id, name: id });

/** What a fresh client finds on disk, which is what a restarted server would. */
async function onDisk(): Promise<string[]> {
  const fresh = createClient({ url });
  const { rows } = await fresh.execute('SELECT id FROM organizations ORDER BY id');
  fresh.close();
  return rows.map((row) => String(row.id));
}

/** Another process that takes the write lock and gives it back when told to. */
async function lockFromAnotherProcess() {
  const client = fileURLToPath(import.meta.resolve('@libsql/client'));
  const program = `
    const { createClient } = await import(${JSON.stringify(pathToFileURL(client).href)});
    const transaction = await createClient({ url: ${JSON.stringify(url)} }).transaction('write');
    process.stdout.write('locked');
    process.stdin.once('data', async () => { await transaction.rollback(); process.exit(0); });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    async release() {
      const exited = once(child, 'exit');
      child.stdin.write('now');
      await exited;
    },
  };
}

test('a write that follows upon another at once is written, too, however many there are', async () => {
  for (let next = 0; next < 20; next += 1) await db.write(insert(`o${String(next).padStart(2, '0')}`));
  // Outside of any other turn of the event loop: in the very continuation of the first.
  await db.write(insert('p')).then(() => db.write(insert('q')));
  expect(await onDisk()).toHaveLength(22);
});

describe('writes', () => {
  test('that wait together are all on disk once they are acknowledged', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `o${String(index).padStart(3, '0')}`);
    await Promise.all(ids.map((id) => db.write(insert(id))));
    expect(await onDisk()).toEqual(ids);
  });

  test('that fail undo nothing but themselves', async () => {
    const outcomes = await Promise.allSettled([
      db.write((tx) => tx.run(sql`insert into nowhere values (1)`)),
      db.write(insert('a')),
      db.write(async (tx) => {
        await insert('half')(tx);
        throw new Error('changed my mind');
      }),
      db.write(insert('a')),
      db.write(insert('b')),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await onDisk()).toEqual(['a', 'b']);
  });
});

describe('while another process holds the write lock', () => {
  test('nothing is acknowledged, and what is acknowledged afterwards is on disk', async () => {
    await db.write(insert('before'));
    const lock = await lockFromAnotherProcess();
    let acknowledged = false;
    const waiting = db.write(insert('during')).then(() => {
      acknowledged = true;
    });
    // Reading goes on, and the event loop is free: the write only waits.
    expect(await db.read.$count(organizations)).toBe(1);
    expect(acknowledged).toBe(false);
    await lock.release();
    await waiting;
    await db.write(insert('later'));
    expect(await onDisk()).toEqual(['before', 'during', 'later']);
  });

  test('a write that waited for too long is refused, and those after it are kept', async () => {
    const impatient = await openDatabase({
      url: pathToFileURL(join(folder, 'other.db')).href,
      busyLimitMs: 60,
    });
    await impatient.close();
    await db.close();
    db = await openDatabase({ url, busyLimitMs: 60 });
    const lock = await lockFromAnotherProcess();
    await expect(db.write(insert('refused'))).rejects.toBeInstanceOf(DatabaseBusyError);
    await lock.release();
    await db.write(insert('kept'));
    expect(await onDisk()).toEqual(['kept']);
  });
});
