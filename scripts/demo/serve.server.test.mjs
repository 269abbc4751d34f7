import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serveDemo } from './serve.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'teo-support-demo-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** @returns {Promise<{ port: number, close: () => Promise<unknown> }>} a port, held until it is closed */
function holdPort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({ port, close: () => new Promise((closed) => server.close(closed)) });
    });
  });
}

test('the demo fills an empty database once, keeps it, and says when its port is taken', async () => {
  const held = await holdPort();
  /** @type {string[]} */
  const said = [];
  const options = { port: held.port, dataDir, log: (/** @type {string} */ line) => said.push(line) };
  await expect(serveDemo(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await held.close();
  expect(said).toHaveLength(1);

  const demo = await serveDemo(options);
  expect(said).toHaveLength(1);
  const api = await fetch(demo.links.reference);
  expect(api.status).toBe(200);
  expect(await api.text()).toContain('téo support API');
  expect((await fetch(new URL('/v1/me', demo.links.page))).status).toBe(401);
  await demo.close();
  await expect(fetch(demo.links.reference)).rejects.toThrow();
});
