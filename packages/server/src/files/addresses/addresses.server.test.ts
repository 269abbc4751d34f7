import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf } from '../../testing/files/documents.js';
import { malfunction, onePixelPng } from '../../testing/requests.js';
import { claire, startTestServer, stranger, type TestServer } from '../../testing/test-server.js';
import { fileAddressKeys, files } from '../tables.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const guide = pdf('/Title (Guide)');

async function upload(person = claire, content: BlobPart = guide, name = 'guide.pdf') {
  return server.requester(person).files.upload(new Blob([content]), name);
}

/** The signed addresses of a file that can be had. */
async function addressesOf(id: string, person = claire) {
  const found = await server.requester(person).files.addresses(id);
  if (found.state !== 'available') throw new Error(`The file is ${found.state}.`);
  return found;
}

/** How an address that was made otherwise is answered. */
async function answered(address: string): Promise<string> {
  const response = await fetch(address);
  return response.ok ? '200' : `${response.status} ${(await response.json()).code}`;
}

/** An address with one of its parts made otherwise. */
function altered(address: string, part: number, change: (given: string) => string): string {
  const [before = '', word = ''] = address.split('address=');
  return `${before}address=${word
    .split('.')
    .map((given, index) => (index === part ? change(given) : given))
    .join('.')}`;
}

describe('a signed address', () => {
  test('opens the file without a token, whole and in parts, so that nothing of it can run', async () => {
    const { id } = await upload();
    const { content, thumbnail, expiresAt } = await addressesOf(id);
    expect(thumbnail).toBeNull();
    const minutes = (Date.parse(expiresAt) - server.clock.now) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(10);
    expect(minutes).toBeLessThanOrEqual(15);
    const whole = await fetch(content);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(new Uint8Array(guide));
    for (const [name, value] of Object.entries({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''guide.pdf",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': `private, max-age=${minutes * 60}`,
    }))
      expect(whole.headers.get(name), name).toBe(value);
    const part = await fetch(content, { headers: { range: 'bytes=0-3' } });
    expect([part.status, await part.text()]).toEqual([206, '%PDF']);
  });

  test('shows a picture in small and as a whole', async () => {
    const { id } = await upload(claire, onePixelPng, 'capture.png');
    const { content, thumbnail } = await addressesOf(id);
    for (const address of [content, thumbnail ?? '']) {
      const response = await fetch(address);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    }
  });

  test('tells what a video is only to whoever plays it', async () => {
    const webm = Buffer.from(
      '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701',
      'hex',
    );
    const { id } = await upload(claire, webm, 'écran.webm');
    const { content } = await addressesOf(id);
    const typeFor = async (purpose: string) =>
      (await fetch(content, { headers: { 'sec-fetch-dest': purpose } })).headers.get('content-type');
    expect(await typeFor('video')).toBe('video/webm');
    for (const purpose of ['embed', 'object', 'iframe', 'document', 'empty'])
      expect(await typeFor(purpose)).toBe('application/octet-stream');
  });

  test('is the same for some minutes, so that a page that asks again has it already', async () => {
    const { id } = await upload();
    server.clock.now += 60_000;
    const first = await addressesOf(id);
    server.clock.now += 1000;
    expect(await addressesOf(id)).toEqual(first);
  });

  test('is made for whoever may see the file, and nobody else', async () => {
    const { id } = await upload();
    await expect(server.requester(stranger).files.addresses(id)).rejects.toMatchObject({ status: 404 });
    const team = await server.staff('ines@teo.example.fr');
    await expect(team.files.addresses(id)).rejects.toMatchObject({ status: 404 });
    const answers = { ...malfunction().answers, screenshots: { files: [id], noneBecause: 'Aucune' } };
    await server.requester(claire).tickets.file(malfunction({ answers }));
    expect((await team.files.addresses(id)).state).toBe('available');
    await expect(server.requester(stranger).files.addresses(id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('opens nothing', () => {
  test('for another file, of the same organization or of another one', async () => {
    const { content } = await addressesOf((await upload()).id);
    for (const person of [claire, stranger]) {
      const other = await upload(person, pdf('/Title (Autre)'), 'autre.pdf');
      expect(await answered(altered(content, 0, () => other.id))).toBe('404 not-found');
    }
    // The same content, and still the file of somebody else.
    const same = await upload(stranger);
    expect(await answered(altered(content, 0, () => same.id))).toBe('404 not-found');
  });

  test('with another variant, a later end, another key or another signature', async () => {
    const { id } = await upload(claire, onePixelPng, 'capture.png');
    const { content, thumbnail } = await addressesOf(id);
    expect(await answered(altered(thumbnail ?? '', 1, () => 'content'))).toBe('404 not-found');
    expect(await answered(altered(content, 1, () => 'other'))).toBe('404 not-found');
    const later = (given: string) => (Number.parseInt(given, 36) + 3_600_000).toString(36);
    expect(await answered(altered(content, 2, later))).toBe('404 not-found');
    const yesterday = (given: string) => (Number.parseInt(given, 36) - 1).toString(36);
    expect(await answered(altered(content, 3, yesterday))).toBe('404 not-found');
    const flipped = (given: string) => `${given.startsWith('A') ? 'B' : 'A'}${given.slice(1)}`;
    expect(await answered(altered(content, 4, flipped))).toBe('404 not-found');
    for (const signature of ['', 'A'.repeat(43), 'A'.repeat(86), 'é'])
      expect(await answered(altered(content, 4, () => signature))).toBe('404 not-found');
    expect(await answered(`${content}&address=x`)).toBe('400 invalid-request');
    expect(await answered(content.replace(/\?.*/, ''))).toBe('400 invalid-request');
  });

  test('once it has expired, and once its key is forgotten', async () => {
    const { id } = await upload();
    const { content, expiresAt } = await addressesOf(id);
    server.clock.now = Date.parse(expiresAt) - 1;
    expect(await answered(content)).toBe('200');
    server.clock.now += 1;
    expect(await answered(content)).toBe('410 address-expired');
    server.clock.now += 2 * 86_400_000;
    expect(await answered(content)).toBe('404 not-found');
    await addressesOf(id);
    const days = await server.support.db.read.select({ day: fileAddressKeys.day }).from(fileAddressKeys);
    expect(days).toEqual([{ day: Math.floor(server.clock.now / 86_400_000) }]);
  });

  test('once the file has another owner, or is gone', async () => {
    const { id } = await upload();
    const { content } = await addressesOf(id);
    const answers = { ...malfunction().answers, screenshots: { files: [id], noneBecause: 'Aucune' } };
    await server.requester(claire).tickets.file(malfunction({ answers }));
    expect(await answered(content)).toBe('404 not-found');
    const { content: anew } = await addressesOf(id);
    expect(await answered(anew)).toBe('200');
    await server.support.db.write((tx) => tx.delete(files).where(eq(files.id, id)));
    expect(await answered(anew)).toBe('404 not-found');
  });
});
