import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LiveMessage, SupportClient } from '@teo-support/sdk';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { malfunction } from '../testing/requests.js';
import { claire, signToken, startTestServer, stranger } from '../testing/test-server.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0).reverse()) await close();
});

/** Where several servers are, one after the other. */
async function place() {
  const folder = await mkdtemp(join(tmpdir(), 'teo-over-time-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  return {
    DATABASE_URL: pathToFileURL(join(folder, 'support.db')).href,
    FILES_DIR: join(folder, 'files'),
  };
}

async function started(environment: Record<string, string> = {}) {
  const server = await startTestServer({ environment });
  let open = true;
  const close = async () => {
    if (open) await server.close();
    open = false;
  };
  closing.push(close);
  return { ...server, close };
}

const positions = (heard: readonly LiveMessage[]) =>
  heard.flatMap((message) => (message.kind === 'ticket' ? [message.position] : []));

describe('whoever listens', () => {
  test('loses nothing and hears nothing twice over a restart of the server and a day offline', async () => {
    const environment = await place();
    let server = await started(environment);
    const { id } = await server.requester(claire).tickets.file(malfunction());
    // One client over all of it, at one address, as in a page that stays open.
    const baseUrl = 'http://support.test';
    const client = new SupportClient({
      baseUrl,
      locale: 'fr',
      getToken: () => signToken(claire, server.clock.now),
      fetch: (input, init) => fetch(String(input).replace(baseUrl, server.url), init),
    });
    const ending = new AbortController();
    const heard: LiveMessage[] = [];
    const listening = (async () => {
      for await (const message of client.live.events({ after: 0, signal: ending.signal }))
        heard.push(message);
    })();
    await expect.poll(() => positions(heard)).toEqual([1]);
    await server.requester(claire).tickets.reply(id, { text: 'Avant.' });
    await expect.poll(() => positions(heard)).toEqual([1, 2]);

    // It ends with a word to come back, and everything since then happens on another process.
    await server.close();
    server = await started(environment);
    await server.requester(claire).tickets.reply(id, { text: 'Pendant le redémarrage.' });
    await server.requester(stranger).tickets.file(malfunction());
    await server.requester(claire).tickets.reply(id, { text: 'Après.' });
    await expect.poll(() => positions(heard), { timeout: 20_000 }).toEqual([1, 2, 3, 5]);
    ending.abort();
    await listening;

    // A day offline: the lid is closed, the token is long over, the server has been put up anew.
    await server.close();
    server = await started(environment);
    server.clock.now += 86_400_000;
    await server.requester(claire).tickets.reply(id, { text: 'Le lendemain.' });
    const later = new AbortController();
    const afterwards: LiveMessage[] = [];
    for await (const message of client.live.events({ after: 5, signal: later.signal })) {
      afterwards.push(message);
      later.abort();
    }
    // What became late meanwhile is the team's to know.
    expect(afterwards).toMatchObject([{ kind: 'ticket', ticketId: id, type: 'ticket.replied' }]);
  }, 60_000);

  test('is told something by a server where nothing happens, in a form that proxies pass on at once', async () => {
    const server = await started();
    const authorization = `Bearer ${await server.token(claire)}`;
    // Only what waits on this process is fast: the network is what it is.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let text = '';
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const asked = request(`${server.url}/v1/live`, { headers: { authorization } }, (response) => {
        response.on('data', (piece: Buffer) => {
          text += piece.toString();
        });
        resolve(response.headers);
      });
      asked.once('error', reject);
      asked.end();
      closing.push(async () => void asked.destroy());
    });
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^text\/event-stream/),
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(headers).not.toHaveProperty('content-length');
    expect(headers).not.toHaveProperty('content-encoding');
    const until = async (words: RegExp) => {
      while (!words.test(text)) await new Promise((resolve) => setImmediate(resolve));
    };
    await until(/event: connected/);
    for (const beats of [1, 2, 3]) {
      await vi.advanceTimersByTimeAsync(14_999);
      expect(text.match(/^: still here$/gm) ?? []).toHaveLength(beats - 1);
      await vi.advanceTimersByTimeAsync(1);
      await until(new RegExp(`(: still here\\n\\n[^]*){${beats}}`));
    }
  });

  test('hears of what is merged as far as it is their own: tickets of two organizations never become one', async () => {
    const server = await started();
    const ines = await server.staff('ines@teo.example.fr');
    const [requester, other] = [server.requester(claire), server.requester(stranger)];
    const own = [await requester.tickets.file(malfunction()), await requester.tickets.file(malfunction())];
    const theirs = await other.tickets.file(malfunction());
    const [first, second] = own.map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error('Two were filed.');
    await expect(ines.staff.tickets.merge(first, { ticket: theirs.reference })).rejects.toMatchObject({
      status: 422,
    });
    await ines.staff.tickets.merge(first, { ticket: own[1]?.reference ?? '' });
    await expect(requester.tickets.reply(first, { text: 'Et là ?' })).rejects.toThrow('fusionné');
    await ines.staff.tickets.answer(theirs.id, { text: 'Bonjour', awaitsRequester: false });

    for (const [client, known] of [
      [requester, [first, second]],
      [other, [theirs.id]],
    ] as const) {
      const last = await client.tickets.file(malfunction());
      const ending = new AbortController();
      const heard = new Map<string, string[]>();
      for await (const message of client.live.events({ after: 0, signal: ending.signal })) {
        if (message.kind !== 'ticket') continue;
        heard.set(message.ticketId, [...(heard.get(message.ticketId) ?? []), message.type]);
        if (message.ticketId === last.id) ending.abort();
      }
      expect([...heard.keys()].sort()).toEqual([...known, last.id].sort());
      // With its end, nothing more comes of one that was merged.
      if (client === requester) expect(heard.get(first)?.at(-1)).toBe('ticket.merged');
    }
  });
});
