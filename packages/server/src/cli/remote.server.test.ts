import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createdApiKeySchema, passwordLinkSchema } from '@teo-support/core/contract';
import { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { malfunction } from '../testing/requests.js';
import { runCli } from '../testing/run-cli.js';
import { clientOf, type ServerProcess, startServerProcess, stopInOrder } from '../testing/server-process.js';
import { type Sqld, startSqld } from '../testing/sqld/sqld.js';
import { environmentIn, stranger } from '../testing/test-server.js';

// Every command is a process of its own, and on a busy machine starting one takes seconds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let sqld: Sqld;
let folder: string;
let environment: Record<string, string>;
let servers: readonly ServerProcess[] = [];
beforeAll(async () => {
  sqld = await startSqld();
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  environment = { ...environmentIn(folder), DATABASE_URL: sqld.url };
  await loadHistory();
  servers = await Promise.all([startServerProcess(environment), startServerProcess(environment)]);
});
afterAll(async () => {
  await Promise.all(servers.map(stopInOrder));
  await sqld.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => runCli(args, environment);

async function json<T>(schema: z.ZodType<T>, ...args: string[]): Promise<T> {
  const { code, printed, complained } = await run(...args, '--json');
  expect([code, complained]).toEqual([0, '']);
  return schema.parse(JSON.parse(printed));
}

/** What stands in the database before any server has started. */
async function loadHistory(): Promise<void> {
  const file = join(folder, 'history.json');
  const by = { kind: 'teomaster', subject: 'u-claire' };
  const history = {
    organizations: [{ externalId: 'org-metiers', name: 'Atelier des Métiers' }],
    teomasters: [
      {
        issuer: 'https://teo.example.fr',
        subject: 'u-claire',
        organization: 'org-metiers',
        name: 'Claire Vasseur',
        email: 'claire@example.fr',
        locale: 'fr',
      },
    ],
    staff: [],
    files: [],
    tickets: [
      {
        key: 'one',
        commands: [{ at: '2026-11-02T09:00:00.000Z', by, command: { type: 'file', request: malfunction() } }],
      },
    ],
  };
  await writeFile(file, JSON.stringify(history));
  // The first command makes the schema, as it says.
  expect(await run('migrate')).toMatchObject({ code: 0 });
  expect(await run('seed', file)).toMatchObject({ code: 0, printed: '1 tickets loaded.\n' });
  expect(await run('seed', file)).toMatchObject({ code: 1 });
}

function each<T>(work: (server: ServerProcess, place: number) => Promise<T>): Promise<T[]> {
  return Promise.all(servers.map(work));
}

test('two servers of one database number what is filed on both without doubles or gaps', async () => {
  const filed = await each((server) =>
    Promise.all(Array.from({ length: 8 }, () => clientOf(server).tickets.file(malfunction()))),
  );
  const numbers = filed.flat().map(({ reference }) => Number(reference.slice('TEO-'.length)));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, place) => 1002 + place));
  const [mine, its] = await each(async (server) => (await clientOf(server).tickets.list()).total);
  expect([mine, its]).toEqual([17, 17]);
});

test('what is filed on one is told to whoever listens on the other, and to no other organization', async () => {
  const [one, other] = servers;
  if (one === undefined || other === undefined) throw new Error('Two servers run.');
  const ending = new AbortController();
  const heard: string[] = [];
  const listening = (async () => {
    for await (const event of clientOf(other).live.events({ signal: ending.signal })) {
      if (event.kind !== 'ticket') continue;
      heard.push(event.ticketId);
      ending.abort();
    }
  })();
  await clientOf(one, { person: stranger }).tickets.file(malfunction());
  const filed: string[] = [];
  // From what moment on it listens cannot be seen from outside.
  while (!ending.signal.aborted) filed.push((await clientOf(one).tickets.file(malfunction())).id);
  await listening;
  expect(filed).toContain(heard[0]);
});

test('accounts and keys that a command makes hold at once on both, and end at once on both', async () => {
  const made = await json(
    createdApiKeySchema,
    ...['keys', 'create', '--organization', 'org-metiers', '--name', 'Intranet', '--group', 'tickets:read'],
  );
  const listWith = async ({ url }: ServerProcess) =>
    (await fetch(`${url}/v1/tickets`, { headers: { authorization: `Bearer ${made.secret}` } })).status;
  expect(await each(listWith)).toEqual([200, 200]);
  expect(await run('keys', 'revoke', made.key.id)).toMatchObject({ code: 0 });
  expect(await each(listWith)).toEqual([401, 401]);

  const { link } = await json(
    z.object({ link: passwordLinkSchema }),
    ...['staff', 'add', '--email', 'zoe@teo.example.fr', '--name', 'Zoé Lambert', '--role', 'agent'],
    ...['--service', 'sales'],
  );
  const [setting, signingIn] = servers.map(({ url }) => new SupportClient({ baseUrl: url, maxRetries: 0 }));
  const password = 'une phrase bien à elle';
  await setting?.staff.setPassword({ token: new URL(link.url).hash.slice(1), password });
  expect(await signingIn?.staff.signIn({ email: 'zoe@teo.example.fr', password })).toMatchObject({
    name: 'Zoé Lambert',
  });
});

test('verify, doctor and reindex work beside both', async () => {
  expect(await run('verify')).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/^Nothing was altered/),
  });
  const findings = await json(
    z.object({ ok: z.boolean(), findings: z.array(z.object({ what: z.string(), ok: z.boolean() })) }),
    'doctor',
  );
  expect(findings.ok).toBe(true);
  expect(findings.findings.map(({ what }) => what)).toContain('schema');
  expect(await run('reindex')).toMatchObject({ code: 0 });
  const found = await each(async (server) => {
    const { total, latestOnly } = await clientOf(server).tickets.list({ q: 'émargement ' });
    return { some: total > 0, latestOnly };
  });
  expect(found).toEqual([
    { some: true, latestOnly: false },
    { some: true, latestOnly: false },
  ]);
});

test('a backup of it is restored to a file that has all of it', async () => {
  const backup = join(folder, 'backup');
  expect(await run('backup', backup)).toMatchObject({ code: 0 });
  const restored = join(folder, 'restored');
  const elsewhere = environmentIn(restored);
  expect(await runCli(['restore', backup], elsewhere)).toMatchObject({ code: 0 });
  const [here, there] = await Promise.all([run('verify', '--json'), runCli(['verify', '--json'], elsewhere)]);
  expect(there).toEqual(here);
  expect(JSON.parse(here.printed)).toMatchObject({ ok: true });
});
