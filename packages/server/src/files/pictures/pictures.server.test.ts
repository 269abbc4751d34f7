import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claire, startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const script = '<script>alert(document.cookie)</script>';

async function upload(content: Uint8Array, name = 'capture.png') {
  return server.requester(claire).files.upload(new Blob([new Uint8Array(content)]), name);
}

/** What others are served of an upload. */
async function served(content: Uint8Array): Promise<Buffer> {
  const { id } = await upload(content);
  return Buffer.from(await (await server.requester(claire).files.download(id)).arrayBuffer());
}

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#0a7f6f' } });
}

describe('an uploaded picture is written anew', () => {
  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('as the %s that it was', async (format) => {
    const content = await plain(8, 5).toFormat(format).toBuffer();
    const { mediaType, bytes, digest } = await upload(content);
    const shown = await served(content);
    expect(await sharp(shown).metadata()).toMatchObject({ format, width: 8, height: 5 });
    expect(mediaType).toBe(`image/${format}`);
    expect(bytes).toBe(shown.byteLength);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('pixel by pixel where nothing is lost by it', async () => {
    const pixels = Buffer.from(Array.from({ length: 16 * 16 * 3 }, (_, at) => (at * 37) % 256));
    const content = await sharp(pixels, { raw: { width: 16, height: 16, channels: 3 } })
      .png()
      .toBuffer();
    expect(
      await sharp(await served(content))
        .raw()
        .toBuffer(),
    ).toEqual(pixels);
  });

  test('without the place and the camera, and turned the way it was taken', async () => {
    const content = await plain(8, 5)
      .jpeg()
      .withExif({
        IFD0: { Make: 'Appareil de Claire' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(content).metadata()).exif?.toString('latin1')).toContain('Appareil de Claire');
    const shown = await served(content);
    const { exif, width, height } = await sharp(shown).metadata();
    expect(exif).toBeUndefined();
    expect([width, height]).toEqual([5, 8]);
    expect(shown.toString('latin1')).not.toContain('Appareil');
  });

  test('without what was hidden in its notes or hung on behind it', async () => {
    const png = await plain(8, 5).png().withMetadata().withXmp(`<x:xmpmeta>${script}</x:xmpmeta>`).toBuffer();
    const polyglot = Buffer.concat([png, Buffer.from(`PK\u0003\u0004${script}`)]);
    const shown = (await served(polyglot)).toString('latin1');
    expect((await sharp(polyglot).metadata()).xmp?.toString()).toContain(script);
    expect(polyglot.toString('latin1')).toContain(script);
    expect(shown).not.toContain(script);
    expect(shown).not.toContain('PK\u0003\u0004');
  });

  test('with every frame of an animation', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
        sharp({ create: { width: 4, height: 4, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const content = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [80, 80, 80] })
      .toBuffer();
    expect(await sharp(await served(content)).metadata()).toMatchObject({ pages: 3, delay: [80, 80, 80] });
  });

  test('to the same picture each time, so that it is kept once and a repeated upload is told as the first', async () => {
    const content = await plain(9, 9).png().toBuffer();
    const first = await upload(content);
    const second = await upload(content);
    expect(second.digest).toBe(first.digest);
    const key = crypto.randomUUID();
    const { files } = server.requester(claire);
    const sent = await files.upload(new Blob([new Uint8Array(content)]), 'x.png', { idempotencyKey: key });
    const again = await files.upload(new Blob([new Uint8Array(content)]), 'x.png', { idempotencyKey: key });
    expect(again).toEqual(sent);
  });
});

describe('a picture is refused, with the way out,', () => {
  test('when it promises more pixels than can be drawn, before any is', async () => {
    const hundredMegapixels = await plain(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer();
    expect(hundredMegapixels.byteLength).toBeLessThan(1_000_000);
    await expect(upload(hundredMegapixels)).rejects.toMatchObject({
      status: 413,
      code: 'picture-too-large',
      message: expect.stringMatching(/recadrez-la/),
    });
  });

  test('when its frames do so together', async () => {
    const frames = await Promise.all(
      ['#111', '#222', '#333', '#444', '#555'].map((background) =>
        sharp({ create: { width: 3000, height: 3000, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const content = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    await expect(upload(content)).rejects.toMatchObject({ code: 'picture-too-large' });
  });

  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('when it ends in the middle (%s)', async (format) => {
    const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * at * 31) % 256));
    const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    await expect(upload(whole.subarray(0, whole.byteLength / 2))).rejects.toMatchObject({
      status: 422,
      code: 'picture-unreadable',
      message: expect.stringMatching(/refaites la capture/),
    });
  });

  test('when only its first bytes are those of a picture', async () => {
    const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const content = Buffer.concat([head, Buffer.from('\0\0\0\rIHDR'), Buffer.from(script.repeat(40))]);
    await expect(upload(content)).rejects.toMatchObject({ code: 'picture-unreadable' });
  });
});
