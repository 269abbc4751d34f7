import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inOrder, Ledger } from '../testing/ledger.js';
import { runCli } from '../testing/run-cli.js';
import { clientOf, startServerProcess, stopInOrder } from '../testing/server-process.js';
import { environmentIn } from '../testing/test-server.js';

const kills = 10;
const connections = 32;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(`what was sent around ${kills} kills is there once and whole after it is sent again, and the chain is valid`, async () => {
  const ledger = new Ledger();
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await startServerProcess(environmentIn(folder));
    // The moment differs from run to run: between a commit and its answer for some, in the middle for others.
    void ledger.after(3 + Math.floor(Math.random() * 20)).then(() => server.signal('SIGKILL'));
    await ledger.workUntilRefused(clientOf(server), connections);
    expect(await server.ended).toEqual([null, 'SIGKILL']);
  }
  expect(ledger.acknowledged.size).toBeGreaterThanOrEqual(3 * kills);
  expect(ledger.sent.size).toBeGreaterThan(ledger.acknowledged.size);

  const server = await startServerProcess(environmentIn(folder));
  expect(await ledger.settle(clientOf(server))).toEqual(inOrder);
  await stopInOrder(server);
  expect(await runCli(['verify'], environmentIn(folder))).toMatchObject({ code: 0 });
}, 300_000);
