import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RequesterTicket, SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLog } from '../evidence/index.js';
import { openDatabase } from '../storage/index.js';
import { malfunction } from '../testing/requests.js';
import { claire, environmentIn, signToken } from '../testing/test-server.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const kills = 10;
const connections = 32;

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

interface Told {
  /** Every key that was sent, answered or not. */
  readonly sent: Set<string>;
  /** The reference that each answered key got. */
  readonly acknowledged: Map<string, string>;
}

const filingOf = (key: string) => {
  const request = malfunction();
  return { ...request, answers: { ...request.answers, subject: key } };
};

/** Files each ticket and replies to it, under keys that follow from one. */
async function fileAndReply(client: SupportClient, key: string): Promise<RequesterTicket> {
  const ticket = await client.tickets.file(filingOf(key), { idempotencyKey: key });
  return client.tickets.reply(ticket.id, { text: key }, { idempotencyKey: `reply-${key}` });
}

/** Files and replies over many connections until the server dies. */
async function workUntilKilled(url: string, { sent, acknowledged }: Told, target: number, kill: () => void) {
  const client = new SupportClient({
    baseUrl: url,
    maxRetries: 0,
    getToken: () => signToken(claire, Date.now()),
  });
  let done = 0;
  const connection = async () => {
    for (;;) {
      const key = crypto.randomUUID();
      sent.add(key);
      try {
        acknowledged.set(key, (await fileAndReply(client, key)).reference);
        done += 1;
        if (done === target) kill();
      } catch {
        // The server is dead: what was under way was not acknowledged, and may have happened or not.
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
}

test(`what was sent around ${kills} kills is there once and whole after it is sent again, and the chain is valid`, async () => {
  const told: Told = { sent: new Set(), acknowledged: new Map() };
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, url } = await serve();
    const exited = once(child, 'exit');
    // The moment differs from run to run: between a commit and its answer for some, in the middle for others.
    await workUntilKilled(url, told, 3 + Math.floor(Math.random() * 20), () => child.kill('SIGKILL'));
    await exited;
  }
  expect(told.acknowledged.size).toBeGreaterThanOrEqual(3 * kills);
  expect(told.sent.size).toBeGreaterThan(told.acknowledged.size);

  const { child, url } = await serve();
  const client = new SupportClient({ baseUrl: url, getToken: () => signToken(claire, Date.now()) });
  const referencesBySubject = async () => {
    const found = new Map<string, string[]>();
    for await (const { subject, reference } of await client.tickets.list({ limit: 100 })) {
      found.set(subject ?? '', [...(found.get(subject ?? '') ?? []), reference]);
    }
    return found;
  };
  const found = await referencesBySubject();
  for (const [key, reference] of told.acknowledged) expect(found.get(key)).toEqual([reference]);
  // Sent again, everything is there once: the tickets, and the one reply of each.
  for (const key of told.sent) {
    const { timeline } = await fileAndReply(client, key);
    expect(timeline.map((entry) => entry.type)).toEqual(['ticket.filed', 'ticket.replied']);
  }
  const again = await referencesBySubject();
  expect([...again.keys()].sort()).toEqual([...told.sent].sort());
  for (const [key, references] of again) {
    expect(references).toHaveLength(1);
    if (told.acknowledged.has(key)) expect(references).toEqual([told.acknowledged.get(key)]);
  }
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);

  const db = await openDatabase({ url: environmentIn(folder).DATABASE_URL ?? '' });
  const outcome = await verifyLog(db.read);
  await db.close();
  expect(outcome).toMatchObject({ ok: true });
}, 300_000);
