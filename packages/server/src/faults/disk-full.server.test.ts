import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError, type SupportClient } from '@teo-support/sdk';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inOrder, Ledger, statusOf } from '../testing/ledger.js';
import { runCli } from '../testing/run-cli.js';
import {
  clientOf,
  NotServing,
  type ServerProcess,
  startServerProcess,
  stopInOrder,
} from '../testing/server-process.js';
import { mountSmallDisk, type SmallDisk } from '../testing/small-disk.js';
import { environmentIn } from '../testing/test-server.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** A place whose room can be used up. */
interface Place {
  readonly folder: string;
  fill(server: ServerProcess): Promise<unknown>;
  free(server: ServerProcess): Promise<unknown>;
  remove(): Promise<void>;
}

/** A database that may not grow: what SQLite says then is what it says of a disk. Works on every machine. */
async function limitedDatabase(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  return {
    folder,
    fill: (server) => server.machine({ full: true }),
    free: (server) => server.machine({ full: false }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const onSmallDisk = (disk: SmallDisk): Place => ({ ...disk, fill: () => disk.fill(0) });

async function requireSmallDisk(): Promise<SmallDisk> {
  const disk = await mountSmallDisk(24);
  if (disk === null) throw new Error('A disk that could be mounted a moment ago cannot be any more.');
  return disk;
}

// A disk of its own is the real thing, and needs the right to mount one.
const probe = await mountSmallDisk(1);
await probe?.remove();
const mayMount = probe !== null;
const limit = ['a database that may not grow', limitedDatabase] as const;
const disk = ['a small disk', async () => onSmallDisk(await requireSmallDisk())] as const;

const environmentOn = (folder: string) => ({
  ...environmentIn(folder),
  METRICS_TOKEN: 'figures-please',
  LOG_LEVEL: 'warn',
});

async function readyText(server: ServerProcess) {
  const answer = await fetch(`${server.url}/readyz`);
  return [answer.status, await answer.text()];
}

async function figures(server: ServerProcess): Promise<string> {
  const headers = { authorization: 'Bearer figures-please' };
  return (await fetch(`${server.url}/metrics`, { headers })).text();
}

/** A picture like no other. */
async function picture(): Promise<Blob> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const create = { width: 96, height: 96, channels: 3, background: 'white', noise } as const;
  return new Blob([new Uint8Array(await sharp({ create }).png().toBuffer())]);
}

/** What is small may still find a place in a page that was begun; so it is tried until there is none. */
async function uploadUntilRefused(client: SupportClient): Promise<never> {
  for (;;) await client.files.upload(await picture(), 'during.png');
}

describe.each(mayMount ? [limit, disk] : [limit])('%s', (_what, make) => {
  let place: Place;
  beforeEach(async () => {
    place = await make();
  });
  afterEach(() => place.remove());

  test('when full refuses to write and says so, lets read, and is written again once there is room', async () => {
    const server = await startServerProcess(environmentOn(place.folder));
    const [client, english] = [clientOf(server), clientOf(server, { locale: 'en' })];
    const ledger = new Ledger();
    const first = await ledger.work(client);
    const file = await client.files.upload(await picture(), 'avant.png');
    await place.fill(server);

    const refusals = await ledger.workUntilRefused(client, 8);
    expect(refusals.map(statusOf)).toEqual(Array(8).fill(507));
    expect(refusals[0]).toBeInstanceOf(ApiError);
    expect(refusals[0]).toMatchObject({
      code: 'storage-full',
      message: expect.stringContaining('réessayez dans quelques minutes'),
      retryAfterMs: 60_000,
    });
    await expect(uploadUntilRefused(english)).rejects.toMatchObject({
      status: 507,
      message: expect.stringContaining('Keep your text'),
    });

    // The log may find room once more where it was written back: then it is worked on until that is used up, too.
    let ready = await readyText(server);
    while (!String(ready[1]).includes('nothing can be written')) {
      await ledger.workUntilRefused(client, 8);
      ready = await readyText(server);
    }
    expect(ready[0]).toBe(200);
    expect(ready[1]).toContain('ok, but nothing can be written: no room is left on the disk');
    expect(await figures(server)).toMatch(/teo_can_write\{what="database"\} 0\n/);
    expect(await figures(server)).toMatch(/teo_commits_failed_total\{reason="full"\} [1-9]/);
    expect((await client.tickets.get(first.id)).reference).toBe(first.reference);
    expect((await client.files.download(file.id)).size).toBe(file.bytes);

    await place.free(server);
    // Nobody has written yet: whoever asks has it tried.
    expect(await readyText(server)).toEqual([200, 'ok']);
    expect(await figures(server)).toMatch(/teo_can_write\{what="database"\} 1\n/);
    expect(await figures(server)).toMatch(/teo_can_write\{what="files"\} 1\n/);
    await client.files.upload(await picture(), 'après.png');
    await ledger.work(client);
    expect(await ledger.settle(client)).toEqual(inOrder);
    server.signal('SIGTERM');
    expect(await server.ended).toEqual([0, null]);
    expect(await runCli(['verify'], environmentOn(place.folder))).toMatchObject({ code: 0 });
  });
});

if (mayMount) {
  describe('a file store on a disk of its own', () => {
    test('when full refuses files and says so, while tickets are filed, and takes files again by itself', async () => {
      const disk = await requireSmallDisk();
      const elsewhere = await limitedDatabase();
      const server = await startServerProcess({ ...environmentOn(elsewhere.folder), FILES_DIR: disk.folder });
      const [client, english] = [clientOf(server), clientOf(server, { locale: 'en' })];
      const ledger = new Ledger();
      const file = await client.files.upload(await picture(), 'avant.png');
      await disk.fill(0);

      await expect(uploadUntilRefused(english)).rejects.toMatchObject({
        status: 507,
        code: 'storage-full',
        message: expect.stringContaining('no room left'),
        retryAfterMs: 60_000,
      });
      const told = 'ok, but files are refused: the file store has no room left';
      expect(await readyText(server)).toEqual([200, told]);
      const full = await figures(server);
      expect(full).toMatch(/teo_can_write\{what="files"\} 0\n/);
      expect(full).toMatch(/teo_can_write\{what="database"\} 1\n/);
      expect(full).toMatch(/teo_file_store_answers 1\n/);
      expect(server.printed()).toContain('The file store has no room left');
      await ledger.work(client);
      expect((await client.files.download(file.id)).size).toBe(file.bytes);

      await disk.free();
      // Nobody has sent a file yet: whoever asks has it tried.
      expect(await readyText(server)).toEqual([200, 'ok']);
      expect(await figures(server)).toMatch(/teo_can_write\{what="files"\} 1\n/);
      await client.files.upload(await picture(), 'après.png');
      expect(await ledger.settle(client)).toEqual(inOrder);
      server.signal('SIGTERM');
      expect(await server.ended).toEqual([0, null]);
      await disk.remove();
      await elsewhere.remove();
    });

    test('is seen to be full before anybody sends a file', async () => {
      const disk = await requireSmallDisk();
      const elsewhere = await limitedDatabase();
      await disk.fill(0);
      const server = await startServerProcess({ ...environmentOn(elsewhere.folder), FILES_DIR: disk.folder });
      expect(await figures(server)).toMatch(/teo_can_write\{what="files"\} 0\n/);
      expect((await readyText(server))[1]).toContain('the file store has no room left');
      await stopInOrder(server);
      await disk.remove();
      await elsewhere.remove();
    });
  });

  describe('on a disk that is full', () => {
    test('a server does not start, says why, and starts once there is room', async () => {
      const disk = await requireSmallDisk();
      const server = await startServerProcess(environmentOn(disk.folder));
      await disk.fill(0);
      // What cannot be noted at the stop is made up for at the next start.
      server.signal('SIGTERM');
      expect(await server.ended).toEqual([0, null]);
      const refused = startServerProcess(environmentOn(disk.folder));
      await expect(refused).rejects.toBeInstanceOf(NotServing);
      await expect(refused).rejects.toMatchObject({
        code: 1,
        message: expect.stringContaining('no room left'),
      });
      await disk.free();
      const again = await startServerProcess(environmentOn(disk.folder));
      expect(again.printed()).toContain('was not closed in order');
      again.signal('SIGTERM');
      expect(await again.ended).toEqual([0, null]);
      await disk.remove();
    });

    test('a backup is refused, leaves nothing behind, and harms nobody', async () => {
      const disk = await requireSmallDisk();
      const elsewhere = await limitedDatabase();
      const server = await startServerProcess(environmentOn(elsewhere.folder));
      const ledger = new Ledger();
      await ledger.work(clientOf(server));
      await disk.fill(100_000);
      const target = join(disk.folder, 'backup');
      const outcome = await runCli(['backup', target], environmentOn(elsewhere.folder));
      expect(outcome).toMatchObject({ code: 1, complained: expect.stringContaining('not enough room') });
      expect(existsSync(target) || existsSync(`${target}.partial`)).toBe(false);
      await disk.free();
      expect(await runCli(['backup', target], environmentOn(elsewhere.folder))).toMatchObject({ code: 0 });
      expect(await ledger.settle(clientOf(server))).toEqual(inOrder);
      server.signal('SIGTERM');
      await server.ended;
      await disk.remove();
      await elsewhere.remove();
    });
  });
}
