import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf } from '../testing/files/documents.js';
import { environmentOf, type S3Server, startS3Server } from '../testing/s3/s3-server.js';
import { claire, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

describe.each(['a folder', 'a bucket'])('a file in %s', (place) => {
  let s3: S3Server | null = null;
  let server: TestServer;
  let id: string;
  let digest: string;
  const content = pdf(`/Title (${'téo '.repeat(60_000)})`);
  beforeAll(async () => {
    s3 = place === 'a bucket' ? await startS3Server() : null;
    server = await startTestServer({ environment: s3 === null ? {} : environmentOf(s3) });
    ({ id, digest } = await server.requester(claire).files.upload(new Blob([content]), 'guide.pdf'));
  });
  afterAll(async () => {
    await server.close();
    await s3?.close();
  });

  const ask = async (headers: Record<string, string>, method = 'GET', path = `/v1/files/${id}`) =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${await server.token(claire)}`, ...headers },
    });
  const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

  test('is given whole, with its digest as its tag', async () => {
    const response = await ask({});
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe(`"${digest}"`);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('content-length')).toBe(String(content.byteLength));
    expect(await bytesOf(response)).toEqual(content);
  });

  test('is given in parts, which make the whole again', async () => {
    const cut = 100_000;
    const begin = await ask({ range: `bytes=0-${cut - 1}` });
    expect([begin.status, begin.headers.get('content-range')]).toEqual([
      206,
      `bytes 0-${cut - 1}/${content.byteLength}`,
    ]);
    const rest = await ask({ range: `bytes=${cut}-`, 'if-range': begin.headers.get('etag') ?? '' });
    expect([rest.status, rest.headers.get('content-length')]).toEqual([
      206,
      String(content.byteLength - cut),
    ]);
    const whole = Buffer.concat([await bytesOf(begin), await bytesOf(rest)]);
    expect(whole.equals(content)).toBe(true);
    for (const [name, value] of Object.entries({
      'content-disposition': "attachment; filename*=UTF-8''guide.pdf",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    }))
      expect(rest.headers.get(name)).toBe(value);
  });

  test('is given whole to whoever has a part of another one', async () => {
    const response = await ask({ range: 'bytes=5-', 'if-range': '"another"' });
    expect([response.status, (await bytesOf(response)).byteLength]).toEqual([200, content.byteLength]);
  });

  test('has no part beyond its end, and says where that is', async () => {
    const response = await ask({ range: `bytes=${content.byteLength}-` });
    expect([response.status, response.headers.get('content-range')]).toEqual([
      416,
      `bytes */${content.byteLength}`,
    ]);
  });

  test('is not sent again to whoever has it, nor with its head', async () => {
    expect((await ask({ 'if-none-match': `"${digest}"` })).status).toBe(304);
    const head = await ask({ range: 'bytes=0-1' }, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(content.byteLength)]);
  });

  test('shows in small what is a picture, and nothing else', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const background = '#0a7f6f';
    const large = await sharp({ create: { width: 1200, height: 900, channels: 3, background, noise } })
      .png()
      .toBuffer();
    const { files } = server.requester(claire);
    const sent = await files.upload(new Blob([new Uint8Array(large)]), 'grande.png');
    const small = await files.thumbnail(sent.id);
    expect(small.type).toBe('image/webp');
    expect(small.size).toBeLessThan(sent.bytes / 5);
    const shown = sharp(Buffer.from(await small.arrayBuffer()));
    expect(await shown.metadata()).toMatchObject({ format: 'webp', width: 480, height: 360 });
    await expect(files.thumbnail(id)).rejects.toMatchObject({ status: 404 });
    await expect(server.requester(stranger).files.thumbnail(sent.id)).rejects.toMatchObject({ status: 404 });
  });

  test('shows what is small already as it is', async () => {
    const tiny = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#0a7f6f' } })
      .png()
      .toBuffer();
    const { files } = server.requester(claire);
    const sent = await files.upload(new Blob([new Uint8Array(tiny)]), 'petite.png');
    const small = await files.thumbnail(sent.id);
    expect(await bytesOf(new Response(small))).toEqual(
      await bytesOf(new Response(await files.download(sent.id))),
    );
  });
});

test('from two organizations that send the same file, neither learns of the other', async () => {
  const s3 = await startS3Server();
  const server = await startTestServer({ environment: environmentOf(s3) });
  const content = pdf('/Title (Convention)');
  const asked: string[][] = [];
  const answers: object[] = [];
  for (const person of [claire, stranger, claire]) {
    s3.seen.length = 0;
    const { id, ...answer } = await server.requester(person).files.upload(new Blob([content]), 'c.pdf');
    asked.push([...s3.seen]);
    answers.push(answer);
    expect(id).not.toBe('');
  }
  // The store is asked the same of each, so that it takes each as long.
  expect(asked[1]).toEqual(asked[0]);
  expect(asked[2]).toEqual(asked[0]);
  expect(answers[1]).toEqual(answers[0]);
  expect(s3.objects.size).toBe(1);
  await server.close();
  await s3.close();
});
