import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeBackup, restoreBackup } from '../backup/index.js';
import { readConfig } from '../config.js';
import { openFileStore } from '../files/index.js';
import { createSupport } from '../support.js';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { environmentOf, startS3Server } from '../testing/s3/s3-server.js';
import {
  claire,
  environmentIn,
  signToken,
  startTestServer,
  type TestServer,
} from '../testing/test-server.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
let server: TestServer;
let folder: string;
let filed: string[];
// Each command is a process of its own, and on a busy machine starting one takes seconds.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  const requester = server.requester(claire);
  const file = await requester.files.upload(new Blob([onePixelPng]), 'écran.png');
  const request = malfunction();
  const screenshots = { files: [file.id], noneBecause: '' };
  const answers = { ...request.answers, screenshots };
  const first = await requester.tickets.file({ ...request, answers });
  const second = await requester.tickets.file(malfunction());
  filed = [first.reference, second.reference];
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs `teo-support` as an operator does, on a database of its own or on that of the running server. */
function run(args: readonly string[], place: string, change: Record<string, string | undefined> = {}) {
  return new Promise<{ code: number; printed: string; complained: string }>((resolve) => {
    const env = { PATH: process.env.PATH, ...environmentIn(place), ...change };
    execFile(process.execPath, [program, ...args], { env }, (error, printed, complained) =>
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
        printed,
        complained,
      }),
    );
  });
}

const quiet = () => {};

describe('a backup', () => {
  test('of a running server comes back as a whole, verified, and is served as it was', async () => {
    const backup = join(folder, 'backup');
    expect(await run(['backup', backup], server.folder)).toMatchObject({
      code: 0,
      printed: 'Backed up: 2 tickets, 2 events, 1 files.\n',
    });
    // The server goes on; what it does after the backup is not in it.
    await server.requester(claire).tickets.file(malfunction());

    const restored = join(folder, 'restored');
    const outcome = await run(['restore', backup], restored);
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.printed).toMatch(/^Restored and verified: 2 tickets, 2 events, 1 files, as of /);
    expect(await run(['verify'], restored)).toMatchObject({ code: 0 });
    const again = await createSupport(readConfig(environmentIn(restored)), () => server.clock.now);
    const client = new SupportClient({
      baseUrl: 'http://api',
      getToken: () => signToken(claire, server.clock.now),
      fetch: async (input, init) => again.fetch(new Request(input, init)),
    });
    const { items } = await client.tickets.list();
    expect(items.map(({ reference }) => reference).sort()).toEqual([...filed].sort());
    const [digest = ''] = await readdir(join(backup, 'files'));
    const { byteLength } = await readFile(join(backup, 'files', digest));
    expect(await again.store.sizeOf(digest)).toBe(byteLength);
    await again.close();
  });

  test('with its files in a bucket comes back to another bucket, and to a folder', async () => {
    const [one, other] = [await startS3Server(), await startS3Server()];
    const place = join(folder, 'with-bucket');
    const lived = await startTestServer({ environment: environmentOf(one) });
    const { digest } = await lived.requester(claire).files.upload(new Blob([onePixelPng]), 'écran.png');
    const backup = join(folder, 'of-bucket');
    expect(await run(['backup', backup], lived.folder, environmentOf(one))).toMatchObject({
      code: 0,
      printed: 'Backed up: 0 tickets, 0 events, 1 files.\n',
    });
    expect(await run(['restore', backup], place, environmentOf(other))).toMatchObject({ code: 0 });
    expect([...other.objects]).toEqual([...one.objects]);
    expect(await run(['doctor'], place, environmentOf(other))).toMatchObject({ code: 0 });
    other.open = true;
    expect(await run(['doctor'], place, environmentOf(other))).toMatchObject({
      code: 1,
      printed: expect.stringContaining('WRONG files: anybody can read them'),
    });
    await other.close();
    expect(await run(['doctor'], place, environmentOf(other))).toMatchObject({
      code: 1,
      printed: expect.stringContaining('WRONG file store: The store cannot be reached.'),
    });

    expect(await run(['restore', backup], join(folder, 'from-bucket'))).toMatchObject({ code: 0 });
    one.objects.clear();
    expect(await run(['backup', join(folder, 'lost')], lived.folder, environmentOf(one))).toMatchObject({
      code: 1,
      complained: expect.stringContaining(`The file ${digest} is missing, though the database names it.\n`),
    });
    await lived.close();
    await one.close();
  });

  test('never overwrites: neither a backup nor a database', async () => {
    const backup = join(folder, 'once');
    expect(await run(['backup', backup], server.folder)).toMatchObject({ code: 0 });
    expect(await run(['backup', backup], server.folder)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('exists already'),
    });
    expect(await run(['restore', backup], server.folder)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('nothing was overwritten'),
    });
  });

  test.each([
    ['its database', 'support.db', 'damaged'],
    ['a file', 'files', 'damaged'],
    ['its manifest', 'manifest.json', 'damaged'],
  ])('of which %s was altered is not restored, and leaves no database', async (_what, part, why) => {
    const backup = join(folder, `altered-${part}`);
    await makeBackup({
      database: { url: pathToFileURL(join(server.folder, 'support.db')).href },
      store: server.support.store,
      folder: backup,
      now: server.clock.now,
      progress: quiet,
    });
    const [name = ''] = part === 'files' ? await readdir(join(backup, part)) : [''];
    const path = join(backup, part, name);
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([bytes, Buffer.from('x')]));
    const target = join(folder, `from-${part}`);
    const databaseUrl = pathToFileURL(join(target, 'support.db')).href;
    const restoring = restoreBackup({
      folder: backup,
      database: { url: databaseUrl },
      store: openFileStore({ kind: 'disk', folder: join(target, 'files') }),
      progress: quiet,
    });
    await expect(restoring).rejects.toThrow(why);
    expect(existsSync(join(target, 'support.db'))).toBe(false);
  });
});

test('migrate makes the schema, and says beforehand what is pending', async () => {
  const place = join(folder, 'migrated');
  expect(await run(['migrate'], place)).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/^\d+ mig/),
  });
  expect(await run(['migrate', '--check', '--json'], place)).toMatchObject({
    code: 0,
    printed: expect.stringContaining('"pending":0'),
  });
});

test('doctor finds all well beside a running server, and says what is missing', async () => {
  expect(await run(['doctor'], server.folder)).toMatchObject({ code: 0 });
  const { code, printed } = await run(['doctor', '--json'], join(folder, 'nothing'));
  expect(code).toBe(1);
  expect(JSON.parse(printed)).toMatchObject({ ok: false });
});
