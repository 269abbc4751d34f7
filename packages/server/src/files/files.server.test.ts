import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf } from '../testing/files/documents.js';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { claire, colleague, signToken, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** The names of all contents that are kept in a folder. */
async function contentsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('an upload', () => {
  test.each([
    [
      'an SVG with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'image/svg+xml',
    ],
    ['HTML that calls itself a PNG', '<!doctype html><script>alert(1)</script>', 'image/png'],
    ['a program', 'MZ\u0090\u0000\u0003', 'image/png'],
    ['nothing', '', 'image/png'],
  ])('of %s is refused by its content', async (_what, content, type) => {
    await expect(
      server.requester(claire).files.upload(new Blob([content], { type }), 'x.png'),
    ).rejects.toMatchObject({
      status: 415,
      code: 'file-not-accepted',
      message: expect.stringMatching(/enregistrez-le dans l’un de ces formats/),
    });
  });

  test('over the limit is refused before it is read to its end', async () => {
    const large = new Blob([onePixelPng, new Uint8Array(10 * 1024 * 1024)]);
    await expect(server.requester(claire).files.upload(large, 'x.png')).rejects.toMatchObject({
      status: 413,
    });
  });

  test('is seen by its uploader alone until a ticket names it, then by the whole organization', async () => {
    const requester = server.requester(claire);
    const samir = server.requester(colleague);
    const { id } = await requester.files.upload(new Blob([onePixelPng]), 'capture.png');
    await expect(samir.files.download(id)).rejects.toMatchObject({ status: 404 });
    expect((await requester.files.download(id)).type).toBe('image/png');
    const request = malfunction();
    const { answers } = request;
    await requester.tickets.file({ ...request, answers: { ...answers, screenshots: { files: [id] } } });
    expect((await samir.files.download(id)).type).toBe('image/png');
    // Named once, it belongs to that ticket: it cannot be named again.
    await expect(
      requester.tickets.file({ ...request, answers: { ...answers, screenshots: { files: [id] } } }),
    ).rejects.toMatchObject({ status: 422 });
  });

  test('is taken back by its uploader alone, and not once a ticket names it', async () => {
    const requester = server.requester(claire);
    const named = await requester.files.upload(new Blob([onePixelPng]), 'named.png');
    const taken = await requester.files.upload(new Blob([pdf('/Producer (to be taken back)')]), 'taken.pdf');
    await expect(server.requester(colleague).files.discard(taken.id)).rejects.toMatchObject({ status: 404 });
    await requester.files.download(taken.id);
    await requester.files.discard(taken.id);
    await expect(requester.files.download(taken.id)).rejects.toMatchObject({ status: 404 });
    await expect(requester.files.discard(taken.id)).rejects.toMatchObject({ status: 404 });
    const request = malfunction();
    const answers = { ...request.answers, screenshots: { files: [named.id] } };
    await requester.tickets.file({ ...request, answers });
    await expect(requester.files.discard(named.id)).rejects.toMatchObject({ status: 404 });
    await requester.files.download(named.id);
    // Its bytes go, too: nothing of it is left in the folder.
    const digest = createHash('sha256').update(pdf('/Producer (to be taken back)')).digest('hex');
    await expect.poll(() => contentsIn(join(server.folder, 'files'))).not.toContain(digest);
  });

  test('of a document is served as bytes to be saved, whatever is in it', async () => {
    const content = pdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>');
    const sent = await server.requester(claire).files.upload(new Blob([content]), "l'essai (1)*.exe");
    expect(sent).toMatchObject({ mediaType: 'application/pdf', name: "l'essai (1)*.exe.pdf" });
    const response = await fetch(`${server.url}/v1/files/${sent.id}`, {
      headers: { authorization: `Bearer ${await server.token(claire)}` },
    });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''l%27essai%20%281%29%2A.exe.pdf",
    );
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content);
  });

  test('is served so that it cannot run', async () => {
    const { id } = await server.requester(claire).files.upload(new Blob([onePixelPng]), '../../étape 1.png');
    const response = await fetch(`${server.url}/v1/files/${id}`, {
      headers: { authorization: `Bearer ${await signToken(claire, server.clock.now)}` },
    });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''%C3%A9tape%201.png");
  });
});
