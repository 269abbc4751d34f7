import { afterAll, beforeAll, expect, test } from 'vitest';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { environmentOf, type S3Server, startS3Server } from '../testing/s3/s3-server.js';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';
import { digestOf, keyOf } from './store.js';

let s3: S3Server;
let server: TestServer;
beforeAll(async () => {
  s3 = await startS3Server();
  const environment = { ...environmentOf(s3), METRICS_TOKEN: 'figures-please' };
  server = await startTestServer({ environment });
});
afterAll(async () => {
  await server.close();
  await s3.close();
});

const upload = (locale: 'fr' | 'en' = 'fr') =>
  server.requester({ ...claire, locale }).files.upload(new Blob([onePixelPng]), 'écran.png');
const away = { kind: 'status', status: 503, code: 'ServiceUnavailable' } as const;
const well = { kind: 'none' } as const;
const ready = async () => (await fetch(`${server.url}/readyz`)).text();
async function figure(name: string): Promise<string | undefined> {
  const headers = { authorization: 'Bearer figures-please' };
  const text = await (await fetch(`${server.url}/metrics`, { headers })).text();
  return new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1];
}

test('a picture is kept in the bucket, and seen through the server', async () => {
  const { id, digest } = await upload();
  expect([...s3.objects.keys()]).toEqual([keyOf(digest)]);
  const seen = await server.requester(claire).files.download(id);
  expect(digestOf(new Uint8Array(await seen.arrayBuffer()))).toBe(digest);
  expect(seen.type).toBe('image/png');
});

test('while the store is away a picture is refused with what to do, and the ticket can be filed without it', async () => {
  const { id } = await upload();
  s3.faults.push(away, away, away);
  await expect(upload('fr')).rejects.toMatchObject({
    status: 503,
    code: 'files-unavailable',
    message: expect.stringContaining('Votre texte n’est pas perdu'),
  });
  s3.faults.push(away, away, away);
  await expect(upload('en')).rejects.toMatchObject({ message: expect.stringContaining('without a file') });
  s3.faults.push(away, away, away);
  await expect(server.requester(claire).files.download(id)).rejects.toMatchObject({
    code: 'files-unavailable',
  });
  s3.faults.push(away, away, away);
  expect(await server.requester(claire).tickets.file(malfunction())).toMatchObject({ status: 'new' });
  s3.faults.length = 0;
});

test('a picture that is no longer what it was is not shown', async () => {
  const { id, digest, bytes } = await upload();
  s3.objects.set(keyOf(digest), new Uint8Array(bytes));
  await expect(server.requester(claire).files.download(id)).rejects.toMatchObject({ status: 500 });
  await upload();
  expect((await server.requester(claire).files.download(id)).size).toBe(bytes);
});

test('readiness and the figures tell when the store is away, and requests go on', async () => {
  expect(await figure('teo_file_store_answers')).toBe('1');
  expect(await ready()).toBe('ok');
  server.clock.now += 20_000;
  s3.faults.push(away, away, away);
  expect(await figure('teo_file_store_answers')).toBe('0');
  const response = await fetch(`${server.url}/readyz`);
  expect([response.status, await response.text()]).toEqual([200, 'ok, but the file store does not answer']);
  server.clock.now += 20_000;
  expect(await figure('teo_file_store_answers')).toBe('1');
  expect(await ready()).toBe('ok');
});

test('a bucket without room refuses files and says so, and is tried again by whoever asks', async () => {
  const full = { kind: 'status', status: 507, code: 'XMinioStorageFull' } as const;
  const quota = { kind: 'status', status: 403, code: 'QuotaExceeded' } as const;
  for (const fault of [full, quota]) {
    s3.faults.push(fault);
    await expect(upload('fr')).rejects.toMatchObject({ status: 507, code: 'storage-full' });
    // It answers to who asks for nothing; then it is tried, and refuses once more.
    s3.faults.push(well, fault);
    expect(await ready()).toBe('ok, but files are refused: the file store has no room left');
    s3.faults.push(well, fault);
    expect(await figure('teo_can_write\\{what="files"\\}')).toBe('0');
    s3.faults.push(well, fault);
    expect(await figure('teo_file_store_answers')).toBe('1');
    s3.faults.length = 0;
    expect(await ready()).toBe('ok');
    expect(await figure('teo_can_write\\{what="files"\\}')).toBe('1');
    expect((await upload()).mediaType).toBe('image/png');
  }
});
