import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inOrder, Ledger, statusOf } from '../testing/ledger.js';
import { runCli } from '../testing/run-cli.js';
import { clientOf, type Machine, startServerProcess, stopInOrder } from '../testing/server-process.js';
import { environmentIn } from '../testing/test-server.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Fault = NonNullable<Machine['faults']>[number];

const fault = (place: Fault['place'], after = 0, times = 1): Fault => ({ place, after, times });

const refused: readonly [string, readonly Fault[]][] = [
  ['a commit', [fault('commit')]],
  ['a commit that was carried out', [fault('commit-told')]],
  ['a change in the middle of one', [fault('write', 3)]],
  ['reading', [fault('read')]],
  ['a commit, and the new connection after it, again and again', [fault('commit'), fault('open', 0, 3)]],
];

test.each(refused)(
  'after an I/O error at %s writing goes on, and nothing is lost',
  async (_where, faults) => {
    const server = await startServerProcess(environmentIn(folder));
    const client = clientOf(server);
    const ledger = new Ledger();
    await ledger.work(client);
    await server.machine({ faults });
    // Requests that are under way together share the commit that fails; the faults are over after a few.
    const refusals = await Promise.all(
      Array.from({ length: 8 }, async () => ledger.work(client).then(() => 201, statusOf)),
    );
    for (let n = 0; n < 4; n += 1) await ledger.work(client).catch(statusOf);
    const planned = faults.reduce((sum, { times }) => sum + times, 0);
    expect(await server.machine({ faults: [] })).toBe(planned);
    expect(refusals).toContain(500);
    await ledger.work(client);
    expect(await ledger.settle(client)).toEqual(inOrder);
    expect(await (await fetch(`${server.url}/readyz`)).text()).toBe('ok');
    await stopInOrder(server);
    expect(await runCli(['verify'], environmentIn(folder))).toMatchObject({ code: 0 });
  },
);

test('whatever fails and whenever, nothing acknowledged is lost and nothing is there by half', async () => {
  const server = await startServerProcess(environmentIn(folder));
  const client = clientOf(server);
  const ledger = new Ledger();
  const anyFault = fc.record({
    place: fc.constantFrom('open', 'read', 'write', 'commit', 'commit-told' as const),
    after: fc.nat(30),
    times: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyFault, { minLength: 1, maxLength: 3 }), async (faults) => {
      await server.machine({ faults });
      const work = () => ledger.work(client).catch(statusOf);
      for (let round = 0; round < 3; round += 1) await Promise.all(Array.from({ length: 6 }, work));
      await server.machine({ faults: [] });
      // By itself, and at once.
      await ledger.work(client);
    }),
    { numRuns: 12 },
  );
  expect(await server.machine({})).toBeGreaterThan(0);
  expect(await ledger.settle(client)).toEqual(inOrder);
  await stopInOrder(server);
  expect(await runCli(['verify'], environmentIn(folder))).toMatchObject({ code: 0 });
});
