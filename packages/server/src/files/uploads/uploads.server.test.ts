import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { ApiError, goOnLater, SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../config.js';
import { createSupport } from '../../support.js';
import { pdf } from '../../testing/files/documents.js';
import { malfunction } from '../../testing/requests.js';
import { environmentOf, type S3Server, startS3Server } from '../../testing/s3/s3-server.js';
import { type Sqld, startSqld } from '../../testing/sqld/sqld.js';
import {
  claire,
  colleague,
  environmentIn,
  startTestServer,
  stranger,
  type TestServer,
} from '../../testing/test-server.js';

let s3: S3Server;
let server: TestServer;
beforeAll(async () => {
  s3 = await startS3Server();
  server = await startTestServer({ environment: environmentOf(s3) });
});
afterAll(async () => {
  await server.close();
  await s3.close();
});

const content = pdf(`/Title (${'téo '.repeat(400_000)})`);
const digest = createHash('sha256').update(content).digest('hex');
const cut = 700_000;

async function send(id: string, offset: number, body: BodyInit, headers: Record<string, string> = {}) {
  return fetch(`${server.url}/v1/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${await server.token(claire)}`,
      'upload-offset': String(offset),
      ...headers,
    },
    body,
  });
}
const uploads = (person = claire) => server.requester(person).files.uploads;
const start = (change: { bytes?: number; digest?: string } = {}) =>
  uploads().start({ name: 'guide.pdf', bytes: content.byteLength, ...change });
/** Sends some bytes of a part that was to be longer, and then the line is cut. */
async function sendAndCut(id: string, part: Uint8Array): Promise<void> {
  const sending = request(`${server.url}/v1/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${await server.token(claire)}`,
      'upload-offset': '0',
      'content-length': part.byteLength + 1000,
    },
  });
  const cut = new Promise((resolve) => sending.once('close', resolve));
  sending.on('error', () => undefined);
  sending.write(part, () => sending.destroy());
  await cut;
}

describe('an upload in parts', () => {
  test('becomes a file once all of it has arrived, and is the same file when that is asked again', async () => {
    const { id } = await start({ digest });
    const first = await send(id, 0, content.slice(0, cut));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, String(cut)]);
    await expect(uploads().complete(id)).rejects.toMatchObject({ status: 409, code: 'upload-incomplete' });
    expect(await uploads().sendPart(id, cut, new Blob([content.slice(cut)]))).toBe(content.byteLength);
    const file = await uploads().complete(id);
    expect(file).toMatchObject({
      mediaType: 'application/pdf',
      name: 'guide.pdf',
      bytes: content.byteLength,
      digest,
    });
    expect(await uploads().complete(id)).toEqual(file);
    expect(await uploads().get(id)).toMatchObject({ received: content.byteLength, file });
    const back = await server.requester(claire).files.download(file.id);
    expect(Buffer.from(await back.arrayBuffer()).equals(content)).toBe(true);
  });

  test('keeps what came of a part that was cut off, and says where to go on', async () => {
    const { id } = await start();
    await sendAndCut(id, content.slice(0, cut));
    await expect.poll(async () => (await uploads().get(id)).received).toBe(cut);
    const head = await fetch(`${server.url}/v1/uploads/${id}`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${await server.token(claire)}` },
    });
    expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      String(cut),
      String(content.byteLength),
    ]);
    await uploads().sendPart(id, cut, new Blob([content.slice(cut)]));
    expect(await uploads().complete(id)).toMatchObject({ digest });
  });

  test('takes no part at another place, nor more than was announced, nor one that was altered', async () => {
    const { id } = await start({ bytes: 10 });
    const beside = await send(id, 3, 'abc');
    expect([beside.status, beside.headers.get('upload-offset')]).toEqual([409, '0']);
    expect((await send(id, 0, 'x'.repeat(11))).status).toBe(413);
    expect((await send(id, 0, 'abc', { 'content-digest': `sha-256=:${btoa('no')}:` })).status).toBe(422);
    expect((await send(id, 0, 'abc', { 'upload-offset': '-1' })).status).toBe(400);
    expect((await uploads().get(id)).received).toBe(0);
  });

  test('of two parts for one place takes one', async () => {
    const { id } = await start({ bytes: 6 });
    const [one, other] = await Promise.all([send(id, 0, 'abc'), send(id, 0, 'xyz')]);
    expect([one.status, other.status].sort()).toEqual([204, 409]);
    expect((await uploads().get(id)).received).toBe(3);
  });

  test('that is not what was announced is refused for good, and nothing of it is left', async () => {
    const { id } = await start({ digest: 'a'.repeat(64) });
    await uploads().sendPart(id, 0, new Blob([content]));
    await expect(uploads().complete(id)).rejects.toMatchObject({ status: 422, code: 'upload-altered' });
    await expect(uploads().get(id)).rejects.toMatchObject({ status: 404 });
  });

  test('that is larger than its kind may be, or than any, is refused', async () => {
    await expect(start({ bytes: 101 * 1024 * 1024 })).rejects.toMatchObject({ status: 413 });
    const text = new Blob(['a'.repeat(10 * 1024 * 1024 + 1)]);
    await expect(server.requester(claire).files.upload(text, 'journal.log')).rejects.toMatchObject({
      status: 413,
    });
  });

  test('is nobody else’s, and is given up when asked', async () => {
    const { id } = await start();
    for (const person of [colleague, stranger])
      await expect(uploads(person).get(id)).rejects.toMatchObject({ status: 404 });
    await uploads().cancel(id);
    await expect(uploads().get(id)).rejects.toMatchObject({ status: 404 });
    await expect(uploads().cancel(id)).rejects.toMatchObject({ status: 404 });
  });
});

test('the client goes on by itself after cuts, from where it had come to, and tells how far it is', async () => {
  const sent: number[] = [];
  const parts: number[] = [];
  const broken = new Set([2, 3, 5]);
  let requests = 0;
  const client = new SupportClient({
    baseUrl: server.url,
    getToken: () => server.token(claire),
    fetch: async (input, init) => {
      if (init?.method !== 'PATCH') return fetch(input, init);
      requests += 1;
      // Before it arrives, or after: the client cannot know.
      if (requests === 2) throw new TypeError('The line is cut.');
      const answer = await fetch(input, init);
      if (broken.has(requests)) throw new TypeError('The line is cut.');
      parts.push(Number(new Headers(init.headers).get('upload-offset')));
      return answer;
    },
  });
  const file = await client.files.upload(new Blob([content]), 'guide.pdf', {
    onProgress: ({ sent: now }) => sent.push(now),
  });
  expect(file.digest).toBe(digest);
  expect(requests).toBeGreaterThan(5);
  expect(sent[0]).toBe(0);
  expect(sent.at(-1)).toBe(content.byteLength);
  expect(sent).toEqual([...sent].sort((a, b) => a - b));
  expect(new Set(parts).size).toBe(parts.length);
});

test('the client gives up what its caller ends, and nothing of it is left', async () => {
  const ending = new AbortController();
  const { files } = server.requester(colleague);
  const upload = files.upload(new Blob([content]), 'guide.pdf', {
    signal: ending.signal,
    onProgress: ({ sent }) => sent > 0 && ending.abort(),
  });
  await expect(upload).rejects.toMatchObject({ name: 'AbortedError' });
});

test('the client leaves what it will go on with, and another one goes on from there under the same key', async () => {
  const ending = new AbortController();
  const idempotencyKey = 'a-page-that-is-reloaded';
  let arrived = 0;
  const left = server.requester(claire).files.upload(new Blob([content]), 'guide.pdf', {
    idempotencyKey,
    signal: ending.signal,
    onProgress({ sent }) {
      arrived = sent;
      if (sent > 0) ending.abort(goOnLater);
    },
  });
  await expect(left).rejects.toMatchObject({ name: 'AbortedError' });
  expect(arrived).toBeGreaterThan(0);
  expect(arrived).toBeLessThan(content.byteLength);
  const sent: number[] = [];
  const file = await server.requester(claire).files.upload(new Blob([content]), 'guide.pdf', {
    idempotencyKey,
    onProgress: ({ sent: now }) => sent.push(now),
  });
  expect(sent[0]).toBe(arrived);
  expect(file.digest).toBe(digest);
});

test('nobody fills the store alone: neither with many files nor with large ones', async () => {
  const own = await startTestServer({ environment: { FILES_UNCLAIMED_MOST_MB: '25' } });
  const { files } = own.requester(claire);
  await files.uploads.start({ name: 'a.mp4', bytes: 20 * 1024 * 1024 });
  await expect(files.uploads.start({ name: 'b.mp4', bytes: 6 * 1024 * 1024 })).rejects.toMatchObject({
    status: 409,
    code: 'upload-quota',
  });
  const tiny = (at: number) => files.upload(new Blob([`${at}`]), `${at}.txt`);
  let kept = 0;
  for (; kept < 150; kept += 30) await Promise.all(Array.from({ length: 30 }, (_, at) => tiny(kept + at)));
  try {
    for (; kept < 10_000; kept += 1) await tiny(kept);
  } catch (error) {
    expect(error instanceof ApiError && error.code).toBe('upload-quota');
  }
  expect(kept).toBe(159);
  // Nobody else is kept from anything by it.
  await own.requester(colleague).files.upload(new Blob(['x']), 'x.txt');
  await own.close();
});

describe('two servers on one database and one bucket', () => {
  let sqld: Sqld;
  beforeAll(async () => {
    sqld = await startSqld();
  });
  afterAll(() => sqld.close());

  test('go on with each other’s uploads, and collect what nobody names once', async () => {
    const bucket = await startS3Server();
    const environment = { DATABASE_URL: sqld.url, ...environmentOf(bucket) };
    const one = await startTestServer({ environment });
    const now = () => one.clock.now;
    const config = readConfig({ ...environmentIn(one.folder), ...environment });
    const other = await createSupport(config, now);
    const elsewhere = new SupportClient({
      baseUrl: 'http://other',
      maxRetries: 0,
      getToken: () => one.token(claire),
      fetch: async (input, init) => other.fetch(new Request(input, init)),
    });
    const here = one.requester(claire);
    const { id } = await here.files.uploads.start({ name: 'guide.pdf', bytes: content.byteLength });
    await here.files.uploads.sendPart(id, 0, new Blob([content.slice(0, cut)]));
    await elsewhere.files.uploads.sendPart(id, cut, new Blob([content.slice(cut)]));
    const file = await elsewhere.files.uploads.complete(id);
    expect(file.digest).toBe(digest);

    const collect = () => Promise.all([one.support.schedule.run(), other.schedule.run()]);
    // The parts are no longer needed; the file is.
    await collect();
    expect([...bucket.objects.keys()]).toEqual([`${digest.slice(0, 2)}/${digest}`]);

    // Another person has the same content, and names it in a ticket.
    const samir = one.requester(colleague);
    const same = await samir.files.upload(new Blob([content]), 'guide.pdf');
    const { id: ticketId } = await samir.tickets.file(malfunction());
    await samir.tickets.reply(ticketId, { text: 'Le guide, pour mémoire.', files: [same.id] });
    const day = 86_400_000;
    one.clock.now += 6 * day;
    // Whoever still looks at a draft keeps what it names.
    await here.files.download(file.id);
    one.clock.now += 2 * day;
    await collect();
    expect((await here.files.download(file.id)).size).toBe(content.byteLength);
    one.clock.now += 8 * day;
    bucket.seen.length = 0;
    await collect();
    await expect(here.files.download(file.id)).rejects.toMatchObject({ status: 404 });
    expect((await samir.files.download(same.id)).size).toBe(content.byteLength);

    const alone = await here.files.upload(new Blob(['seul']), 'seul.txt');
    one.clock.now += 8 * day;
    bucket.seen.length = 0;
    await collect();
    await collect();
    const key = `${alone.digest.slice(0, 2)}/${alone.digest}`;
    expect(bucket.seen).toEqual([`DELETE /attachments/${key} 204`]);
    expect([...bucket.objects.keys()]).toEqual([`${digest.slice(0, 2)}/${digest}`]);
    await other.close();
    await one.close();
    await bucket.close();
  });
});

test('what could not be taken out of the store is taken out later, and is not put there meanwhile', async () => {
  const bucket = await startS3Server();
  const own = await startTestServer({ environment: environmentOf(bucket) });
  const { files } = own.requester(claire);
  const send = () => files.upload(new Blob(['encore là']), 'a.txt');
  await send();
  own.clock.now += 8 * 86_400_000;
  const away = { kind: 'status', status: 503, code: 'SlowDown' } as const;
  bucket.faults.push(away, away, away);
  await own.support.schedule.run();
  expect(bucket.objects.size).toBe(1);
  await expect(send()).rejects.toMatchObject({ status: 503, code: 'busy-try-again' });
  own.clock.now += 121_000;
  const { id } = await send();
  await own.support.schedule.run();
  expect((await files.download(id)).size).toBe(10);
  await own.close();
  await bucket.close();
});
