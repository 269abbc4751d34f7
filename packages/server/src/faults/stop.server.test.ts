import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { runCli } from '../testing/run-cli.js';
import { clientOf, type ServerProcess, startServerProcess } from '../testing/server-process.js';
import { claire, environmentIn, signToken } from '../testing/test-server.js';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A request of which only the first half has been sent so far. */
interface HalfSent {
  /** Sends the rest, and gives the status of the answer. */
  finish(): Promise<number | undefined>;
}

async function sendHalf(
  server: ServerProcess,
  path: string,
  headers: Record<string, string>,
  body: Uint8Array,
): Promise<HalfSent> {
  const sent: ClientRequest = request(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await signToken(claire, Date.now())}`,
      'content-length': String(body.byteLength),
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
  });
  // Who is cut off when the server is made to end at once is told below, or does not care.
  sent.on('error', () => undefined);
  const half = Math.floor(body.byteLength / 2);
  await new Promise((resolve) => sent.write(body.subarray(0, half), resolve));
  return {
    async finish() {
      const answered: Promise<IncomingMessage[]> = once(sent, 'response');
      sent.end(body.subarray(half));
      const [answer] = await answered;
      answer?.resume();
      return answer?.statusCode;
    },
  };
}

const upload = (server: ServerProcess) =>
  sendHalf(server, '/v1/files', { 'content-type': 'image/png', 'x-file-name': 'lent.png' }, onePixelPng);

const creation = (server: ServerProcess) =>
  sendHalf(
    server,
    '/v1/tickets',
    { 'content-type': 'application/json' },
    new TextEncoder().encode(JSON.stringify(malfunction())),
  );

/** The live stream of somebody who listens: what it told, once it is over. */
async function listenUntilTheEnd(server: ServerProcess): Promise<{ told: Promise<string> }> {
  const authorization = `Bearer ${await signToken(claire, Date.now())}`;
  const stream = await fetch(`${server.url}/v1/live`, { headers: { authorization } });
  return { told: stream.text() };
}

/** Asks `/readyz` again and again until it answers as expected; 0 stands for no answer at all. */
async function readyzBecomes(server: ServerProcess, status: number): Promise<void> {
  const ask = () => fetch(`${server.url}/readyz`, { headers: { connection: 'close' } });
  while (
    (await ask().then(
      (answer) => answer.status,
      () => 0,
    )) !== status
  )
    await nextTurn();
}

test('what is under way when the server is told to stop is finished, and who listens is asked to come back', async () => {
  const server = await startServerProcess({ ...environmentIn(folder), STOP_DELAY_SECONDS: '1' });
  const [picture, ticket, listener] = [
    await upload(server),
    await creation(server),
    await listenUntilTheEnd(server),
  ];
  server.signal('SIGTERM');
  await readyzBecomes(server, 503);
  // Balancers learn of it first: until they have, everything is served.
  const late = await clientOf(server).tickets.file(malfunction());
  await readyzBecomes(server, 0);
  expect(await picture.finish()).toBe(201);
  expect(await ticket.finish()).toBe(201);
  expect(await listener.told).toMatch(/event: connected[\s\S]*event: closing\ndata: \nretry: 1000\n\n$/);
  expect(await server.ended).toEqual([0, null]);

  const again = await startServerProcess({ ...environmentIn(folder), LOG_LEVEL: 'warn' });
  expect(again.printed()).not.toContain('not closed in order');
  const { items } = await clientOf(again).tickets.list();
  expect(items).toHaveLength(2);
  expect(items.map(({ reference }) => reference)).toContain(late.reference);
  again.signal('SIGTERM');
  expect(await again.ended).toEqual([0, null]);
});

test('a second signal does not wait for who never finishes', async () => {
  const server = await startServerProcess(environmentIn(folder));
  await clientOf(server).tickets.file(malfunction());
  await upload(server);
  server.signal('SIGTERM');
  await readyzBecomes(server, 0);
  server.signal('SIGTERM');
  expect(await server.ended).toEqual([null, 'SIGTERM']);
  expect(await runCli(['verify'], environmentIn(folder))).toMatchObject({ code: 0 });
});
