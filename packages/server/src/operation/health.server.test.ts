import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('a server is ready until it is told to stop, and alive beyond that', async () => {
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  server.support.announceStop();
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([503, 'stopping']);
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);
});

test('figures are for who has the token, by route and never by ticket; logs name nobody', async () => {
  const logged: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const measured = await startTestServer({
    environment: { METRICS_TOKEN: 'figures-please' },
    logger: pino(sink),
  });
  const ask = (path: string, init?: RequestInit) => fetch(`${measured.url}${path}`, init);
  const authorization = `Bearer ${await measured.token(claire)}`;
  const filed = await ask('/v1/tickets', {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': 'a-key-of-mine' },
    body: JSON.stringify(malfunction()),
  });
  expect(filed.status).toBe(201);
  const { id } = await filed.json();
  expect((await ask(`/v1/tickets/${id}`, { headers: { authorization } })).status).toBe(200);

  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  expect((await ask('/metrics')).status).toBe(401);
  expect((await ask('/metrics', { headers: { authorization: 'Bearer other' } })).status).toBe(401);
  const figures = await ask('/metrics', { headers: { authorization: 'Bearer figures-please' } });
  const text = await figures.text();
  expect(text).toMatch(
    /teo_http_request_seconds_count\{method="POST",route="\/v1\/tickets",status="201"\} 1/,
  );
  expect(text).toMatch(/route="\/v1\/tickets\/:ticketId",status="200"/);
  expect(text).not.toContain(id);
  for (const name of [
    'teo_commit_units_count',
    'teo_writes_waiting',
    'teo_live_listeners',
    'teo_tickets_overdue',
  ]) {
    expect(text).toContain(name);
  }
  expect(text).toContain('nodejs_eventloop_lag_max_seconds');
  await measured.close();

  const log = logged.join('');
  expect(log).toContain('"requestId"');
  for (const secret of ['Claire', 'Vasseur', 'u-claire', 'émargement', authorization]) {
    expect(log).not.toContain(secret);
  }
});
