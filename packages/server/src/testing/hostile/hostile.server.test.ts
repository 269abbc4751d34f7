import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Json } from '@teo-support/core';
import {
  operationGroups,
  problemSchema,
  requesterTicketSchema,
  staffTicketSchema,
} from '@teo-support/core/contract';
import { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyForumLog, verifyLog } from '../../evidence/index.js';
import { createApiKey } from '../../identity/index.js';
import { staff as staffMembers } from '../../people/index.js';
import { openDatabase } from '../../storage/index.js';
import { operationBodies } from '../operation-bodies.js';
import { malfunction, onePixelPng } from '../requests.js';
import { claire, environmentIn, signToken, staffPassword, staffPasswordHash } from '../test-server.js';
import { type Caller, type HostileRequest, HostileRequests } from './hostile-request.js';
import { seeded } from './random.js';
import { type Ending, Sender } from './send.js';

/** `npm run hostile` sends many more, and says its seed: the same seed sends the same requests. */
const count = Number(process.env.HOSTILE_REQUESTS ?? 1500);
const seed = Number(process.env.HOSTILE_SEED ?? 20_261_124);
const atOnce = 16;
/** Nothing may take longer, on a machine that does other things too. */
const limitMs = 20_000;

const program = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const admin = 'admin@teo.example.fr';

/** What tells of the inside: stack traces, paths, the database and its statements. No hostile text has any of it. */
const inside =
  /\n\s+at |node_modules|node:internal|SQLITE_|Libsql|Drizzle|Failed query|\.[cm]?[jt]s:\d+|ECONN|ENOENT/;

let folder: string;
let child: ChildProcess;
let url: string;
let printed = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  const db = await openDatabase({ url: environment().DATABASE_URL ?? '' });
  const passwordHash = await staffPasswordHash();
  await db.write((tx) =>
    tx.insert(staffMembers).values({
      id: randomUUID(),
      email: admin,
      name: 'Inès Caron',
      role: 'admin',
      services: ['customer'],
      passwordHash,
    }),
  );
  await db.close();
  child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, ...environment() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  while (url === undefined) {
    await once(child.stdout ?? process.stdin, 'data');
    const [found] = /http:\/\/\S+/.exec(printed) ?? [];
    if (found !== undefined) url = found;
  }
}, 60_000);
afterAll(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function environment(): Record<string, string> {
  // Each request comes from an address of its own, as a throttle by address is not what is tried here.
  return { ...environmentIn(folder), LOG_LEVEL: 'error', TRUSTED_PROXIES: '1' };
}

async function signIn(): Promise<string> {
  const response = await fetch(`${url}/v1/staff/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.1' },
    body: JSON.stringify({ email: admin, password: staffPassword }),
  });
  expect(response.status).toBe(200);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

function staffClient(cookie: string): SupportClient {
  return new SupportClient({
    baseUrl: url,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('cookie', cookie);
      return fetch(input, { ...init, headers });
    },
  });
}

const requester = () => new SupportClient({ baseUrl: url, getToken: () => signToken(claire, Date.now()) });

/** What is wrong with an ending, or `null` when it is as it should be. */
function faultOf(request: HostileRequest, ending: Ending): string | null {
  if (ending.kind === 'silent') return 'no answer in time';
  if (ending.kind === 'cut') return null;
  const { status, contentType, body } = ending;
  if (status >= 500) return `status ${status}: ${body.slice(0, 500)}`;
  if (inside.test(body) || body.includes(folder)) return `it tells of the inside: ${body.slice(0, 500)}`;
  // What Node.js itself refuses, as it is no HTTP, never comes to the application.
  if (status < 400 || body === '' || request.method === 'HEAD') return null;
  if (!contentType.startsWith('application/problem+json')) return `${status} as ${contentType}`;
  const problem = problemSchema.safeParse(JSON.parse(body));
  return problem.success && problem.data.status === status ? null : `no problem of status ${status}: ${body}`;
}

test(
  `${count} hostile requests (seed ${seed}) break nothing, tell nothing and leave only valid data`,
  async () => {
    let cookie = await signIn();
    const client = requester();
    const file = await client.files.upload(new Blob([onePixelPng]), 'capture.png');
    const upload = await client.files.uploads.start({ name: 'guide.pdf', bytes: 1_000_000 });
    const filed = [];
    for (let made = 0; made < 4; made += 1) filed.push(await client.tickets.file(malfunction()));
    const [first, ...others] = filed.map(({ id }) => id);
    const improvement = await client.improvements.submit({
      role: 'x',
      need: 'x',
      purpose: 'x',
      module: 'calendar',
    });
    const comment = await client.improvements.comment(improvement.id, { text: 'x' });
    const me = await client.me();
    const staff = await staffClient(cookie).staff.session();
    const db = await openDatabase({ url: environment().DATABASE_URL ?? '', besideServer: true });
    const key = await db.write((tx) =>
      createApiKey(
        tx,
        { name: 'hostile', organizationId: me.organization.id, groups: operationGroups, expiresInDays: 30 },
        null,
        Date.now(),
      ),
    );
    await db.close();

    const document: Json = await (await fetch(`${url}/openapi.json`)).json();
    const requests = new HostileRequests(
      document,
      {
        bodies: operationBodies,
        places: {
          ticketId: [first ?? '', ...others],
          fileId: [file.id],
          uploadId: [upload.id],
          organizationId: [me.organization.id],
          'on-behalf-of': [me.id],
          staffId: [staff.id],
          articleId: ['x'],
          gapId: ['x'],
          noticeId: ['x'],
          improvementId: [improvement.id],
          commentId: [comment.id],
          month: ['2026-11', '2031-01'],
        },
      },
      seeded(seed),
    );
    const sender = new Sender(Number(new URL(url).port), limitMs);
    const identities: Record<Caller, () => Promise<Record<string, string>>> = {
      nobody: async () => ({}),
      teomaster: async () => ({ authorization: `Bearer ${await signToken(claire, Date.now())}` }),
      staff: async () => ({ cookie }),
      key: async () => ({ authorization: `Bearer ${key.secret}` }),
    };

    const faults: { readonly index: number; readonly fault: string; readonly request: HostileRequest }[] = [];
    const endings = new Map<string, number>();
    let slowest = 0;
    let sent = 0;
    // Something may have ended the session, as is its right; the next requests need one.
    let renewing: Promise<void> | null = null;
    const renew = () => {
      renewing ??= (async () => {
        const session = await fetch(`${url}/v1/staff/session`, { headers: { cookie } });
        if (session.status === 401) cookie = await signIn();
        renewing = null;
      })();
      return renewing;
    };
    const connection = async () => {
      while (sent < count && faults.length < 20) {
        const index = sent;
        sent += 1;
        const request = requests.make();
        const identity = await identities[request.caller]();
        const address = `203.0.${(index >> 8) % 256}.${index % 256}`;
        const begun = performance.now();
        const ending = await sender.send(request, { ...identity, 'x-forwarded-for': address });
        slowest = Math.max(slowest, performance.now() - begun);
        const name = ending.kind === 'answered' ? String(ending.status) : ending.kind;
        endings.set(name, (endings.get(name) ?? 0) + 1);
        const fault = faultOf(request, ending);
        if (fault !== null) faults.push({ index, fault, request });
        if (request.caller === 'staff' && name === '401') await renew();
      }
    };
    const begun = performance.now();
    await Promise.all(Array.from({ length: atOnce }, connection));
    sender.close();
    const seconds = (performance.now() - begun) / 1000;
    const figures = [...endings]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, times]) => `${name}: ${times}`);
    console.log(
      `${sent} requests in ${seconds.toFixed(0)} s, slowest ${(slowest / 1000).toFixed(2)} s; ${figures.join(', ')}`,
    );
    expect(
      faults.map(({ index, fault, request: { caller, operation, method, target, headers, body } }) => ({
        index,
        fault,
        request: `${caller} ${operation} ${method} ${target.slice(0, 200)}`,
        headers: JSON.stringify(headers).slice(0, 300),
        body: body?.toString('latin1').slice(0, 300),
      })),
    ).toEqual([]);
    // The generator reaches the rules and not only the gates: a good part of it is accepted.
    expect((endings.get('200') ?? 0) + (endings.get('201') ?? 0)).toBeGreaterThan(count / 50);
    expect(endings.get('cut') ?? 0).toBeLessThan(count / 10);

    // The process is as well as before.
    expect(await (await fetch(`${url}/livez`)).text()).toBe('ok');
    expect(child.exitCode).toBeNull();
    expect(await memoryOf(child.pid)).toBeLessThan(1024);
    cookie = await signIn();
    await everyViewIsValid(cookie);
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(printed).not.toMatch(/"level":50|unhandled|UnhandledPromise|MaxListenersExceeded/i);
    const after = await openDatabase({ url: environment().DATABASE_URL ?? '' });
    const outcomes = [await verifyLog(after.read), await verifyForumLog(after.read)];
    await after.close();
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
  },
  Math.max(120_000, count * 60),
);

async function everyViewIsValid(cookie: string): Promise<void> {
  const team = staffClient(cookie);
  const own = requester();
  for await (const { id } of await team.staff.tickets.list({ status: 'all', limit: 100 })) {
    staffTicketSchema.strict().parse(await team.staff.tickets.get(id));
  }
  for await (const { id } of await own.tickets.list({ scope: 'organization', limit: 100 })) {
    requesterTicketSchema.strict().parse(await own.tickets.get(id));
  }
}

/** Resident memory in megabytes, where the system tells it. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
