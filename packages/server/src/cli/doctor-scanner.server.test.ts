import { afterEach, describe, expect, test } from 'vitest';
import { files } from '../files/index.js';
import { clamdPath, startClamd } from '../testing/clamd/clamd.js';
import { type Play, playClamd } from '../testing/clamd/played-clamd.js';
import { runCli } from '../testing/run-cli.js';
import { claire, environmentIn, startTestServer } from '../testing/test-server.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server with one file, of which a scanner has said this. */
async function serverWith(scan: typeof files.$inferSelect.scan) {
  const server = await startTestServer();
  closing.push(server.close);
  await server.requester(claire).files.upload(new Blob(['Bonjour']), 'notes.txt');
  await server.support.db.write((tx) => tx.update(files).set({ scan }));
  return server;
}

/** What `doctor` says of the scanner, and how it ends. */
async function doctor(folder: string, scanner: Record<string, string>) {
  const { code, printed } = await runCli(['doctor'], { ...environmentIn(folder), ...scanner });
  return { code, said: printed.split('\n').find((line) => line.includes('virus scanner')) };
}

const played =
  (version: string, verdict: string): Play =>
  ({ command }, socket) =>
    socket.end(command === 'zVERSION' ? version : verdict);

async function playing(play: Play) {
  const daemon = await playClamd(play);
  closing.push(daemon.close);
  return { FILES_SCANNER: daemon.address };
}

describe('doctor on the virus scanner', () => {
  test('is content where there is none and nothing waits for one', async () => {
    const { folder } = await serverWith('none');
    expect(await doctor(folder, {})).toEqual({
      code: 0,
      said: 'ok    virus scanner: none: files are not looked through',
    });
  });

  test('says that files are held for one that was taken away', async () => {
    const { folder } = await serverWith('held');
    expect(await doctor(folder, {})).toEqual({
      code: 1,
      said: 'WRONG virus scanner: there is none, and 1 files are held for it: set FILES_SCANNER',
    });
  });

  test('counts the files of before that are still to be looked through', async () => {
    const { folder } = await serverWith('none');
    const { code, said } = await doctor(
      folder,
      await playing(played('ClamAV 1.4\0', 'stream: Eicar FOUND\0')),
    );
    expect(code).toBe(0);
    expect(said).toMatch(/^ok {4}virus scanner: ClamAV 1\.4 at .*; 1 files of before are held/);
  });

  test.each([
    [
      'finds nothing in the EICAR test file',
      played('ClamAV 1.4\0', 'stream: OK\0'),
      /does not find the EICAR test file/,
    ],
    ['gives no verdict', played('ClamAV 1.4\0', 'stream: broken ERROR\0'), /WRONG virus scanner/],
    ['hangs up', ((_question, socket) => socket.destroy()) satisfies Play, /WRONG virus scanner/],
  ] as const)('finds fault with one that %s', async (_what, play, words) => {
    const { folder } = await serverWith('clean');
    const { code, said } = await doctor(folder, await playing(play));
    expect(code).toBe(1);
    expect(said).toMatch(words);
  });

  test('finds fault with one that is not there', async () => {
    const { folder } = await serverWith('clean');
    const { code, said } = await doctor(folder, { FILES_SCANNER: 'unix:/nonexistent/clamd' });
    expect([code, said]).toEqual([1, expect.stringMatching(/^WRONG virus scanner: .*ENOENT/)]);
  });

  if (clamdPath !== null) {
    const path = clamdPath;
    test(`is content with a real clamd (${path})`, async () => {
      const daemon = await startClamd(path);
      closing.push(daemon.stop);
      const { folder } = await serverWith('clean');
      const { code, said } = await doctor(folder, { FILES_SCANNER: daemon.address });
      expect(code).toBe(0);
      expect(said).toMatch(/^ok {4}virus scanner: ClamAV .* at \/.*clamd\.sock$/);
    }, 60_000);
  }
});
