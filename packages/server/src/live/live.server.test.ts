import type { LiveEvent } from '@teo-support/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, signToken, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Listens after a position until `count` events came. */
async function listen(after: number, count: number): Promise<LiveEvent[]> {
  const ending = new AbortController();
  const heard: LiveEvent[] = [];
  for await (const event of server.requester(claire).live.events({ after, signal: ending.signal })) {
    heard.push(event);
    if (heard.length === count) ending.abort();
  }
  return heard;
}

test('the stream resumes after the last event seen, without loss or doubling', async () => {
  const requester = server.requester(claire);
  const { id } = await requester.tickets.file(malfunction());
  for (let sent = 1; sent <= 4; sent += 1) await requester.tickets.reply(id, { text: `Message ${sent}` });
  const first = await listen(0, 2);
  const rest = await listen(first.at(-1)?.position ?? 0, 3);
  expect([...first, ...rest].map((event) => event.position)).toEqual([1, 2, 3, 4, 5]);
});

test('a position that lies in the future is taken as now', async () => {
  const waiting = listen(9_999_999, 1);
  const requester = server.requester(claire);
  // Filed again and again until the stream, once it stands, hears one: it must not wait for the position named.
  let heard = false;
  void waiting.then(() => {
    heard = true;
  });
  while (!heard) await requester.tickets.file(malfunction());
  expect((await waiting)[0]?.type).toBe('ticket.filed');
});

test('the stream ends with the token', async () => {
  const response = await fetch(`${server.url}/v1/live`, {
    headers: { authorization: `Bearer ${await signToken(claire, server.clock.now - 599_000)}` },
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  let text = '';
  for await (const chunk of response.body ?? []) text += new TextDecoder().decode(chunk);
  expect(text).toContain('event: connected');
});
