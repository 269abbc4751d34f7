import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { SupportClient } from '@teo-support/sdk';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { openSession } from '../../identity/index.js';
import { staff } from '../../people/index.js';
import { openDatabase } from '../../storage/index.js';
import { seeded } from '../hostile/random.js';
import { runCli } from '../run-cli.js';
import {
  clientOf,
  type Held,
  type ServerProcess,
  startServerProcess,
  stopInOrder,
} from '../server-process.js';
import { claire, environmentIn, type TestRequester, withCookie } from '../test-server.js';
import { Figures, type Trend, trendOf } from './figures.js';
import { agent, listen, type Person, teomaster } from './people.js';

/** Seconds of it, or so many minutes of the whole load: see `npm run soak`. */
const minutes = env.SOAK_MINUTES === undefined ? null : Number(env.SOAK_MINUTES);
const scale =
  minutes === null
    ? { teomasters: 40, listeners: 12, stepsEach: 4 }
    : { teomasters: 500, listeners: 60, stepsEach: Number.POSITIVE_INFINITY };
const agents = 6;
const random = seeded(20_261_125);
/** Between two steps, in milliseconds, when it goes on for minutes: people read. */
const pauses = { teomaster: [4000, 16_000], agent: [500, 2500] } as const;
const sampleMs = 10_000;
const mib = 1 << 20;

/**
 * What counts as flat: along the line through its samples, after a fifth of the time for warming up, it grows by less
 * than a tenth or so many bytes, whichever is more.
 */
const allowance = { heap: 16 * mib, rss: 64 * mib };

function say(line: string): void {
  if (minutes !== null) console.log(line);
}

/** Four téomasters to an organization. */
function teomasterNumber(n: number): TestRequester {
  const org = `org-${Math.floor(n / 4)}`;
  return { ...claire, sub: `u-${n}`, name: `Personne ${n}`, org, org_name: `Organisme ${org}` };
}

/** The team, each with the cookie of a session of their own. */
async function signIn(url: string): Promise<string[]> {
  const db = await openDatabase({ url });
  const cookies: string[] = [];
  for (let n = 0; n < agents; n += 1) {
    const email = `agent-${n}@teo.example.fr`;
    const person = { id: uuid(), email, name: `Agent ${n}`, role: 'agent', services: ['customer'] } as const;
    const [row] = await db.write((tx) =>
      tx
        .insert(staff)
        .values({ ...person, services: [...person.services] })
        .returning(),
    );
    if (row === undefined) throw new Error('Nobody was added to the team.');
    cookies.push(`teo_staff=${(await openSession(db, row, undefined, Date.now())).token}`);
  }
  await db.close();
  return cookies;
}

/** Everybody, and what they do. */
function everybody(server: ServerProcess, cookies: readonly string[]) {
  const clients = Array.from({ length: scale.teomasters }, (_, n) =>
    clientOf(server, { person: teomasterNumber(n) }),
  );
  const team = cookies.map(
    (cookie) => new SupportClient({ baseUrl: server.url, maxRetries: 0, fetch: withCookie(cookie) }),
  );
  return {
    listeners: [...clients.slice(0, scale.listeners), ...team],
    at: {
      teomaster: clients.map((client) => teomaster(client, random)),
      agent: team.map((client) => agent(client, random)),
    },
  };
}

/** Lets somebody do one thing after the other; what fails is in the figures. */
async function live(
  person: Person,
  figures: Figures,
  pause: readonly [number, number],
  isOver: () => boolean,
) {
  for (let step = 0; step < scale.stepsEach && !isOver(); step += 1) {
    if (minutes !== null) await delay(pause[0] + random.below(pause[1] - pause[0]));
    if (!isOver()) await person(figures).catch(() => undefined);
  }
}

/** What a server holds that has nothing to do, and no client left that keeps a connection for later. */
async function measureAtRest(server: ServerProcess): Promise<Held> {
  const mostTries = 60;
  for (let tries = 0; ; tries += 1) {
    const held = await server.measure();
    if (held.sockets === 0 || tries === mostTries) return held;
    await delay(500);
  }
}

/** Connections that clients still keep are theirs, at the beginning and at the end. */
function holdsMore(held: Held, base: Held): boolean {
  const own = (count: number | null, { sockets }: Held) => (count ?? sockets) - sockets;
  return (
    own(held.handles, held) > own(base.handles, base) ||
    own(held.descriptors, held) > own(base.descriptors, base)
  );
}

function isFlat(trend: Trend, allowed: number): boolean {
  return trend.growth <= Math.max(allowed, trend.mean / 10);
}

const inMib = (bytes: number) => (bytes / mib).toFixed(1);

test('many people over some time: no error, flat memory, and nothing is left open', {
  timeout: 5 * 60_000 + (minutes ?? 0) * 2 * 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  const environment = environmentIn(folder);
  if (env.SOAK_HISTORY !== undefined)
    expect(await runCli(['seed', env.SOAK_HISTORY], environment)).toMatchObject({ code: 0 });
  const cookies = await signIn(environment.DATABASE_URL ?? '');
  const server = await startServerProcess(environment);
  const figures = new Figures();
  const { listeners, at } = everybody(server, cookies);
  // Everything was used once: what stays open for good is open.
  const warmUp = new Figures();
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([...at.teomaster.slice(0, 40), ...at.agent].map((person) => person(warmUp)));
  }
  const base = await measureAtRest(server);

  const begun = performance.now();
  const isOver = () => minutes !== null && performance.now() - begun > minutes * 60_000;
  const endings = listeners.map(() => new AbortController());
  let heard = 0;
  const listening = listeners.map((client, n) => {
    const { signal } = endings[n] ?? new AbortController();
    return listen(client, signal, () => heard++);
  });
  const samples: Held[] = [];
  const sampling = setInterval(async () => {
    const held = await server.measure();
    samples.push(held);
    const minute = ((performance.now() - begun) / 60_000).toFixed(1);
    say(`${minute} min  heap ${inMib(held.heap)} MiB  rss ${inMib(held.rss)} MiB  handles ${held.handles}`);
  }, sampleMs);
  await Promise.all([
    ...at.teomaster.map((person) => live(person, figures, pauses.teomaster, isOver)),
    ...at.agent.map((person) => live(person, figures, pauses.agent, isOver)),
  ]);
  clearInterval(sampling);
  for (const ending of endings) ending.abort();
  await Promise.all(listening);

  const rest = await measureAtRest(server);
  await stopInOrder(server);
  const verdict = await runCli(['verify'], environment);
  await rm(folder, { recursive: true, force: true });

  const warm = samples.slice(Math.floor(samples.length / 5));
  const heap = trendOf(warm.map((sample) => sample.heap));
  const rss = trendOf(warm.map((sample) => sample.rss));
  say(`\n${figures.lines().join('\n')}\nlive events heard: ${heard}`);
  say(`errors: ${JSON.stringify(figures.failures)}`);
  say(
    `heap: mean ${inMib(heap.mean)} MiB, grew by ${inMib(heap.growth)}; rss: mean ${inMib(rss.mean)}, grew by ${inMib(rss.growth)}`,
  );
  say(
    `handles and descriptors: ${base.handles}, ${base.descriptors} before; ${rest.handles}, ${rest.descriptors} after`,
  );
  say(verdict.printed || verdict.complained);
  expect(figures.failures).toEqual({});
  expect(heard).toBeGreaterThan(0);
  expect(holdsMore(rest, base), JSON.stringify({ base, rest })).toBe(false);
  expect(verdict.code).toBe(0);
  if (minutes !== null)
    expect([isFlat(heap, allowance.heap), isFlat(rss, allowance.rss)]).toEqual([true, true]);
});
