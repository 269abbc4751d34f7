import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLog } from '../../evidence/index.js';
import { inOrder, Ledger, statusOf } from '../../testing/ledger.js';
import { malfunction } from '../../testing/requests.js';
import { type Sqld, startSqld } from '../../testing/sqld/sqld.js';
import { claire, startTestServer, stranger, type TestServer } from '../../testing/test-server.js';
import { tickets } from '../../tickets/index.js';
import { events } from '../index.js';

let sqld: Sqld;
let servers: TestServer[];
beforeAll(async () => {
  sqld = await startSqld();
  // At once, as when all are restarted: one of them makes the schema.
  const environment = { DATABASE_URL: sqld.url };
  servers = await Promise.all([1, 2, 3].map(() => startTestServer({ environment })));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await sqld.close();
});

/** Does something on every server at the same time. */
function everywhere<T>(work: (server: TestServer, place: number) => Promise<T>): Promise<T[]> {
  return Promise.all(servers.map(work));
}

function one(): TestServer {
  const [server] = servers;
  if (server === undefined) throw new Error('No server runs.');
  return server;
}

async function post(server: TestServer, path: string, body: unknown, headers: Record<string, string>) {
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      authorization: `Bearer ${await server.token(claire)}`,
      'content-type': 'application/json',
      ...headers,
    },
  });
}

/** Every chain is whole, and no position is missing. */
async function expectWholeLog(): Promise<void> {
  expect(await verifyLog(one().support.db.read)).toMatchObject({ ok: true });
}

test('tickets filed on all at once have numbers without doubles or gaps, in the order of the log', async () => {
  const { db } = one().support;
  let filing = true;
  // Whoever reads along never finds an event later that belongs before one that was there already.
  const readAlong = (async () => {
    const seen: number[] = [];
    while (filing) {
      const rows = await db.read
        .select({ position: events.position })
        .from(events)
        .orderBy(asc(events.position));
      expect(rows.slice(0, seen.length).map(({ position }) => position)).toEqual(seen);
      seen.splice(0, seen.length, ...rows.map(({ position }) => position));
    }
  })();
  const filed = await everywhere((server) =>
    Promise.all(Array.from({ length: 12 }, () => server.requester(claire).tickets.file(malfunction()))),
  );
  filing = false;
  await readAlong;
  expect(new Set(filed.flat().map(({ reference }) => reference)).size).toBe(36);
  const rows = await db.read.select({ number: tickets.number }).from(tickets).orderBy(asc(tickets.number));
  expect(rows.map(({ number }) => number)).toEqual(
    Array.from({ length: rows.length }, (_, place) => 1001 + place),
  );
  await expectWholeLog();
});

test('of changes to one ticket that build on the same version one is made, the others are told', async () => {
  const { id } = await one().requester(claire).tickets.file(malfunction());
  const answers = await everywhere((server) =>
    post(server, `/v1/tickets/${id}/replies`, { text: 'Moi d’abord' }, { 'if-match': '"1"' }),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const { timeline } = await one().requester(claire).tickets.get(id);
  expect(timeline.map(({ type }) => type)).toEqual(['ticket.filed', 'ticket.replied']);
});

test('the same request with the same key, sent to all at once, is done once and has one answer', async () => {
  const key = crypto.randomUUID();
  const before = await one().support.db.read.$count(tickets);
  const answers = await everywhere((server) =>
    post(server, '/v1/tickets', malfunction(), { 'idempotency-key': key }),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect(await one().support.db.read.$count(tickets)).toBe(before + 1);
});

test('what happens on one is told on every other, in order, and resumed on another one', async () => {
  const { db } = one().support;
  const from = (await db.read.select({ at: events.position }).from(events)).length;
  const listening = everywhere(async (server) => {
    const heard: number[] = [];
    const ending = new AbortController();
    for await (const event of server.requester(claire).live.events({ after: from, signal: ending.signal })) {
      if (event.kind === 'ticket') heard.push(event.position);
      if (heard.length === 6) ending.abort();
    }
    return heard;
  });
  // By turns: each waits for the one before, on another server.
  for (const server of [...servers, ...servers]) await server.requester(claire).tickets.file(malfunction());
  const expected = [1, 2, 3, 4, 5, 6].map((step) => from + step);
  expect(await listening).toEqual([expected, expected, expected]);
  const ending = new AbortController();
  const resumed = servers[2]?.requester(claire).live.events({ after: from + 5, signal: ending.signal });
  for await (const event of resumed ?? []) {
    expect(event).toMatchObject({ kind: 'ticket', position: from + 6 });
    ending.abort();
  }
});

test('alarms are raised once, however many servers look for them at once', async () => {
  const urgent = malfunction({ impact: { usable: false, alternative: 'none' } });
  const { id } = await one().requester(claire).tickets.file(urgent);
  for (const server of servers) server.clock.now += 25 * 3_600_000;
  await everywhere((server) => server.support.schedule.run());
  const { timeline } = await (await one().staff('ines@teo.example.fr')).staff.tickets.get(id);
  const alarms = timeline.flatMap((entry) =>
    entry.type === 'target.approaching' || entry.type === 'target.missed'
      ? [`${entry.target} ${entry.type}`]
      : [],
  );
  expect(alarms.sort()).toEqual([
    'assignment target.approaching',
    'assignment target.missed',
    'first_answer target.approaching',
    'first_answer target.missed',
  ]);
  await expectWholeLog();
});

test('a database server that is killed again and again in the middle of commits loses and doubles nothing', async () => {
  const ledger = new Ledger();
  const refusals: unknown[] = [];
  let killing = true;
  const working = everywhere((server) =>
    Promise.all(
      Array.from({ length: 4 }, async () => {
        while (killing) {
          await ledger.work(server.requester(stranger)).catch((refusal: unknown) => refusals.push(refusal));
        }
      }),
    ),
  );
  for (let kills = 0; kills < 3; kills += 1) {
    await ledger.after(5);
    await sqld.kill();
    await sqld.start();
  }
  killing = false;
  await working;
  expect(new Set(refusals.map(statusOf))).toEqual(new Set(refusals.length > 0 ? [503] : []));
  expect(await ledger.settle(one().requester(stranger))).toEqual(inOrder);
  await expectWholeLog();
}, 120_000);

test('while the database server is away /readyz says so, and that it is back', async () => {
  await sqld.kill();
  const away = await fetch(`${one().url}/readyz`);
  expect([away.status, await away.text()]).toEqual([503, 'database does not answer']);
  await sqld.start();
  const back = await fetch(`${one().url}/readyz`);
  expect([back.status, await back.text()]).toEqual([200, 'ok']);
});
