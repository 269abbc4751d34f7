import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLog } from '../evidence/index.js';
import { openDatabase } from '../storage/index.js';
import { malfunction } from '../testing/requests.js';
import { claire, environmentIn, signToken } from '../testing/test-server.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const kills = 10;
const connections = 8;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The real server as a process of its own, once it listens. */
async function serve(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, ...environmentIn(folder) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const url = /http:\/\/\S+/.exec(printed)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`The server ended before it listened: ${printed}`);
}

/** Files tickets over many connections until the server dies; gives the keys of those that were acknowledged. */
async function fileUntilKilled(
  url: string,
  acknowledged: Map<string, string>,
  target: number,
  kill: () => void,
) {
  const client = new SupportClient({
    baseUrl: url,
    maxRetries: 0,
    getToken: () => signToken(claire, Date.now()),
  });
  let filed = 0;
  const connection = async () => {
    for (;;) {
      const key = crypto.randomUUID();
      const request = malfunction();
      try {
        const ticket = await client.tickets.file(
          { ...request, answers: { ...request.answers, subject: key } },
          { idempotencyKey: key },
        );
        acknowledged.set(key, ticket.reference);
        filed += 1;
        if (filed === target) kill();
      } catch {
        // The server is dead: what was under way was not acknowledged.
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
}

test(`every acknowledged ticket survives ${kills} kills, once and whole, and the chain is valid`, async () => {
  const acknowledged = new Map<string, string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, url } = await serve();
    const exited = once(child, 'exit');
    // The moment differs from run to run: after some acknowledged tickets, in the middle of others.
    await fileUntilKilled(url, acknowledged, 3 + Math.floor(Math.random() * 40), () => child.kill('SIGKILL'));
    await exited;
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(3 * kills);

  const { child, url } = await serve();
  const client = new SupportClient({ baseUrl: url, getToken: () => signToken(claire, Date.now()) });
  const found = new Map<string, string[]>();
  for await (const ticket of await client.tickets.list({ limit: 100 })) {
    found.set(ticket.subject ?? '', [...(found.get(ticket.subject ?? '') ?? []), ticket.reference]);
  }
  for (const [key, reference] of acknowledged) expect(found.get(key)).toEqual([reference]);
  // Repeating an acknowledged request gives the same ticket and makes no second one.
  const [key = '', reference] = [...acknowledged][0] ?? [];
  const request = malfunction();
  const again = await client.tickets.file(
    { ...request, answers: { ...request.answers, subject: key } },
    { idempotencyKey: key },
  );
  expect(again.reference).toBe(reference);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);

  const db = await openDatabase({ url: environmentIn(folder).DATABASE_URL ?? '' });
  const outcome = await verifyLog(db.read);
  await db.close();
  expect(outcome).toMatchObject({ ok: true });
}, 120_000);
