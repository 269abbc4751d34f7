import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { clamdPath, startClamd, testVirus } from '../../testing/clamd/clamd.js';
import { type Play, playClamd } from '../../testing/clamd/played-clamd.js';
import { malfunction, onePixelPng } from '../../testing/requests.js';
import { claire, startTestServer, type TestServer } from '../../testing/test-server.js';
import { files } from '../tables.js';
import { heldFor, waitAfter } from './scan-held.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serverWith(address: string): Promise<TestServer> {
  const server = await startTestServer({ environment: { FILES_SCANNER: address } });
  closing.push(server.close);
  return server;
}

async function playedServer(play: Play) {
  const daemon = await playClamd((question, socket) => play(question, socket));
  closing.push(daemon.close);
  return { server: await serverWith(daemon.address), daemon };
}

const text = (words: string) => new Blob([words], { type: 'text/plain' });

/** Everything that gives a file to somebody, and what each of them answers. */
async function ways(server: TestServer, id: string) {
  const headers = { authorization: `Bearer ${await server.token(claire)}` };
  const ask = async (path: string) => {
    const response = await fetch(`${server.url}${path}`, { headers });
    return response.ok ? 200 : (await response.json()).code;
  };
  return {
    addresses: (await server.requester(claire).files.addresses(id)).state,
    download: await ask(`/v1/files/${id}`),
    thumbnail: await ask(`/v1/files/${id}/thumbnail`),
  };
}

const scanOf = async (server: TestServer, id: string) =>
  (await server.support.db.read.select().from(files).where(eq(files.id, id)))[0]?.scan;

// Where there is none, the stage says what was not tried.
if (clamdPath !== null) {
  const path = clamdPath;
  describe(`with a real clamd (${path})`, () => {
    test('what is clean is given, what is infected to nobody, and what is beyond its limits stays held', async () => {
      const daemon = await startClamd(path);
      closing.push(daemon.stop);
      const server = await serverWith(daemon.address);
      const { files: api } = server.requester(claire);
      const clean = await api.upload(text('Rien à signaler.'), 'notes.txt');
      const picture = await api.upload(new Blob([onePixelPng]), 'capture.png');
      const infected = await api.upload(text(`Bonjour, ${testVirus}, au revoir.`), 'bonjour.txt');
      const large = await api.upload(text('téo '.repeat(500_000)), 'journal.txt');
      await expect.poll(() => scanOf(server, infected.id), { timeout: 20_000 }).toBe('infected');
      await server.support.scanning.run();
      expect(await ways(server, clean.id)).toEqual({
        addresses: 'available',
        download: 200,
        thumbnail: 'not-found',
      });
      expect(await ways(server, picture.id)).toEqual({
        addresses: 'available',
        download: 200,
        thumbnail: 200,
      });
      const refused = { addresses: 'infected', download: 'file-infected', thumbnail: 'file-infected' };
      expect(await ways(server, infected.id)).toEqual(refused);
      expect(await ways(server, large.id)).toEqual({
        addresses: 'held',
        download: 'file-held',
        thumbnail: 'file-held',
      });
    }, 60_000);

    test('files of before there was one are held, and looked through', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'teo-before-'));
      closing.push(() => rm(folder, { recursive: true }));
      const environment = {
        DATABASE_URL: pathToFileURL(join(folder, 'support.db')).href,
        FILES_DIR: join(folder, 'files'),
      };
      const before = await startTestServer({ environment });
      const { files: api } = before.requester(claire);
      const clean = await api.upload(text('Rien à signaler.'), 'notes.txt');
      const infected = await api.upload(text(`Bonjour, ${testVirus}`), 'bonjour.txt');
      const picture = await api.upload(new Blob([onePixelPng]), 'capture.png');
      const found = await api.addresses(infected.id);
      if (found.state !== 'available') throw new Error(found.state);
      await before.close();

      const daemon = await startClamd(path);
      closing.push(daemon.stop);
      const server = await startTestServer({
        environment: { ...environment, FILES_SCANNER: daemon.address },
      });
      closing.push(server.close);
      // Before it was asked about any of them.
      for (const { id } of [clean, infected, picture])
        expect(await ways(server, id)).toMatchObject({ addresses: 'held', download: 'file-held' });
      expect(
        (await fetch(new URL(new URL(found.content).pathname + new URL(found.content).search, server.url)))
          .status,
      ).toBe(409);
      await server.support.scanning.run();
      expect(await scanOf(server, clean.id)).toBe('clean');
      expect(await ways(server, clean.id)).toMatchObject({ addresses: 'available', download: 200 });
      expect(await ways(server, picture.id)).toMatchObject({ addresses: 'available', thumbnail: 200 });
      expect(await ways(server, infected.id)).toMatchObject({
        addresses: 'infected',
        download: 'file-infected',
      });
    }, 60_000);
  });
}

describe('files of before there was a scanner', () => {
  /** As a server left them that had none. */
  async function of(server: TestServer, many: number): Promise<string[]> {
    const ids: string[] = [];
    for (let each = 0; each < many; each += 1)
      ids.push((await server.requester(claire).files.upload(text(`Bonjour ${each}`), `${each}.txt`)).id);
    await server.support.scanning.run();
    await server.support.db.write((tx) => tx.update(files).set({ scan: 'none' }));
    return ids;
  }
  const scansIn = async (server: TestServer) =>
    (await server.support.db.read.select().from(files)).map(({ scan }) => scan).sort();

  test('are taken up a few at a time, and all in the end', async () => {
    let answers = false;
    const { server, daemon } = await playedServer((_question, socket) =>
      answers ? socket.end('stream: OK\0') : socket.destroy(),
    );
    const ids = await of(server, 25);
    const asked = daemon.questions.length;
    // The scanner is away: each turn asks it once, and never has it more than a few to be asked about.
    server.clock.now += 3_600_000;
    await server.support.scanning.run();
    expect(daemon.questions).toHaveLength(asked + 1);
    expect((await scansIn(server)).filter((scan) => scan === 'held')).toHaveLength(20);
    for (const id of ids) expect((await server.requester(claire).files.addresses(id)).state).toBe('held');
    answers = true;
    server.clock.now += 3_600_000;
    await server.support.scanning.run();
    expect(await scansIn(server)).toEqual(Array.from(ids, () => 'clean'));
  });

  test('count as held since there is one, not since they were sent', async () => {
    const { server } = await playedServer((_question, socket) => socket.destroy());
    await of(server, 1);
    server.clock.now += 90 * 86_400_000;
    await server.support.scanning.run();
    server.clock.now += 60_000;
    expect(await heldFor(server.support.db.read, server.clock.now)).toBe(60_000);
  });
});

describe('while the scanner is away', () => {
  test('files are held, for the team too, and asked about again, later each time', async () => {
    let verdict = '';
    const { server, daemon } = await playedServer((_question, socket) =>
      verdict === '' ? socket.destroy() : socket.end(verdict),
    );
    const requester = server.requester(claire);
    const { id } = await requester.files.upload(text('Bonjour'), 'notes.txt');
    const answers = { ...malfunction().answers, screenshots: { files: [id], noneBecause: 'Aucune' } };
    await requester.tickets.file(malfunction({ answers }));
    await server.support.scanning.run();
    const held = { addresses: 'held', download: 'file-held', thumbnail: 'file-held' };
    expect(await ways(server, id)).toEqual(held);
    const team = await server.staff('ines@teo.example.fr');
    expect(await team.files.addresses(id)).toEqual({ state: 'held' });

    // Not again at once, and each time later.
    for (const [tries, wait] of [15_000, 30_000, 60_000].entries()) {
      expect(daemon.questions).toHaveLength(tries + 1);
      server.clock.now += wait - 1;
      await server.support.scanning.run();
      expect(daemon.questions).toHaveLength(tries + 1);
      server.clock.now += 1;
      await server.support.scanning.run();
    }
    expect(await ways(server, id)).toEqual(held);

    verdict = 'stream: OK\0';
    server.clock.now += waitAfter(3);
    await server.support.scanning.run();
    expect(await ways(server, id)).toMatchObject({ addresses: 'available', download: 200 });
  });

  test('an address that was good opens nothing any more once the file is found infected', async () => {
    const { server } = await playedServer((_question, socket) => socket.end('stream: OK\0'));
    const { files: api } = server.requester(claire);
    const { id } = await api.upload(text('Bonjour'), 'notes.txt');
    await expect.poll(() => scanOf(server, id)).toBe('clean');
    const found = await api.addresses(id);
    if (found.state !== 'available') throw new Error(found.state);
    await server.support.db.write((tx) => tx.update(files).set({ scan: 'infected' }).where(eq(files.id, id)));
    expect((await fetch(found.content)).status).toBe(410);
  });

  test('nothing that was found infected can be sent along', async () => {
    const { server } = await playedServer((_question, socket) => socket.end('stream: Teo.Test FOUND\0'));
    const requester = server.requester(claire);
    const { id } = await requester.files.upload(text('Bonjour'), 'notes.txt');
    await expect.poll(() => scanOf(server, id)).toBe('infected');
    const answers = { ...malfunction().answers, screenshots: { files: [id], noneBecause: 'Aucune' } };
    await expect(requester.tickets.file(malfunction({ answers }))).rejects.toMatchObject({
      errors: [{ pointer: '/answers/screenshots/files/0', code: 'unknown_file' }],
    });
  });
});

test('waits double up to a quarter of an hour, and no further', () => {
  expect([0, 1, 5, 6, 50].map(waitAfter)).toEqual([15_000, 30_000, 480_000, 900_000, 900_000]);
});

test('without a scanner files are given at once, as before', async () => {
  const server = await startTestServer();
  closing.push(server.close);
  const { id } = await server.requester(claire).files.upload(text('Bonjour'), 'notes.txt');
  expect(await scanOf(server, id)).toBe('none');
  expect(await ways(server, id)).toMatchObject({ addresses: 'available', download: 200 });
});
