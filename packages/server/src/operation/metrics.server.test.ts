import { afterAll, beforeAll, expect, test } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';
import { tickets } from '../tickets/index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Each figure under its name with its labels, as Prometheus reads them. */
function readFigures(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

const figuresNow = async () => readFigures(await (await server.support.metrics.answer()).text());

/** What an action adds to the figures. */
async function addedBy(act: () => Promise<unknown>): Promise<(name: string) => number> {
  const before = await figuresNow();
  await act();
  const after = await figuresNow();
  return (name) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
}

const count = (method: string, route: string, status: number) =>
  `teo_http_request_seconds_count{method="${method}",route="${route}",status="${status}"}`;

test('requests are counted and timed by route and status, whatever their address', async () => {
  const added = await addedBy(async () => {
    const { id } = await server.requester(claire).tickets.file(malfunction());
    await server.requester(claire).tickets.get(id);
    await server.requester(claire).tickets.get(id);
    for (const path of [`/v1/tickets/${id}`, '/nowhere', '/nowhere/else']) await fetch(server.url + path);
  });
  expect(added(count('POST', '/v1/tickets', 201))).toBe(1);
  expect(added(count('GET', '/v1/tickets/:ticketId', 200))).toBe(2);
  expect(added(count('GET', '/v1/tickets/:ticketId', 401))).toBe(1);
  expect(added(count('GET', 'none', 404))).toBe(2);
  const within = count('POST', '/v1/tickets', 201).replace('_count{', '_bucket{le="+Inf",');
  expect(added(within)).toBe(1);
});

test('commits are counted with how many units shared them, and how long they took', async () => {
  const requester = server.requester(claire);
  const added = await addedBy(() =>
    Promise.all(Array.from({ length: 20 }, () => requester.tickets.file(malfunction()))),
  );
  expect(added('teo_commit_units_sum')).toBeGreaterThanOrEqual(20);
  const commits = added('teo_commit_units_count');
  expect(commits).toBeGreaterThan(0);
  expect(commits).toBeLessThanOrEqual(added('teo_commit_units_sum'));
  expect(added('teo_commit_seconds_count')).toBe(commits);
  expect(added('teo_commit_seconds_sum')).toBeGreaterThan(0);
});

test('writes that wait are told while they wait', async () => {
  const { db, metrics } = server.support;
  const writes = Array.from({ length: 100 }, () => db.write(async () => undefined));
  const told = metrics.answer();
  await Promise.all(writes);
  expect(readFigures(await (await told).text()).get('teo_writes_waiting')).toBeGreaterThan(0);
  expect((await figuresNow()).get('teo_writes_waiting')).toBe(0);
});

test('live streams are counted while they are open, and what was not sent to them yet has an age', async () => {
  const { db, metrics } = server.support;
  const ending = new AbortController();
  const heard = server.requester(claire).live.events({ signal: ending.signal })[Symbol.asyncIterator]();
  const next = heard.next();
  while ((await figuresNow()).get('teo_live_listeners') !== 1) await Promise.resolve();

  // After the stream was told of the commit, and before it can have read what was committed.
  const inBetween: Promise<Response>[] = [];
  const unsubscribe = db.onCommit(() => {
    server.clock.now += 3000;
    inBetween.push(metrics.answer());
  });
  await server.requester(claire).tickets.file(malfunction());
  unsubscribe();
  const [told] = await Promise.all(inBetween);
  expect(readFigures((await told?.text()) ?? '').get('teo_delivery_age_seconds')).toBe(3);

  expect((await next).value).toMatchObject({ kind: 'ticket', type: 'ticket.filed' });
  const behind = async () => (await figuresNow()).get('teo_delivery_age_seconds');
  while ((await behind()) !== 0) server.clock.now += 1;
  ending.abort();
  await heard.next();
  while ((await figuresNow()).get('teo_live_listeners') !== 0) await Promise.resolve();
});

test('clocks that were missed are counted, and how late the schedule is, until it has caught up', async () => {
  await server.requester(claire).tickets.file(malfunction());
  const open = await server.support.db.read.$count(tickets);
  await server.support.schedule.run();
  const calm = await figuresNow();
  expect([calm.get('teo_tickets_overdue'), calm.get('teo_schedule_lateness_seconds')]).toEqual([0, 0]);
  server.clock.now += 60 * 86_400_000;
  const late = await figuresNow();
  expect(late.get('teo_tickets_overdue')).toBe(open);
  expect(late.get('teo_schedule_lateness_seconds')).toBeGreaterThan(50 * 86_400);
  await server.support.schedule.run();
  expect((await figuresNow()).get('teo_schedule_lateness_seconds')).toBe(0);
});

test('what Node.js tells of itself is there: the delay of the event loop, memory, handles', async () => {
  const figures = await figuresNow();
  for (const name of [
    'nodejs_eventloop_lag_p99_seconds',
    'nodejs_eventloop_lag_max_seconds',
    'process_resident_memory_bytes',
    'nodejs_active_handles_total',
  ]) {
    expect(figures.get(name)).toBeGreaterThanOrEqual(0);
  }
});
