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
  const options = { port: held.port, dataDir, log: (/** @type {string} */ line) => said.push(line), env: {} };
  await expect(serveDemo(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await held.close();
  expect(said).toHaveLength(1);

  const demo = await serveDemo(options);
  expect(said).toHaveLength(1);
  const api = await fetch(demo.links.reference);
  expect(api.status).toBe(200);
  expect(await api.text()).toContain('téo support API');
  expect((await fetch(new URL('/v1/me', demo.links.page))).status).toBe(401);
  // No way into the team's view that nobody has asked for.
  const ways = await fetch(new URL('/v1/staff/sign-in-ways', demo.links.page));
  expect(await ways.json()).toMatchObject({ openId: null });
  await demo.close();
  await expect(fetch(demo.links.reference)).rejects.toThrow();
});

test('an OpenID provider is taken from the environment, and half of one is refused', async () => {
  const held = await holdPort();
  await held.close();
  const folder = mkdtempSync(join(tmpdir(), 'teo-support-demo-openid-'));
  const options = { port: held.port, dataDir: folder, log: () => {} };
  const env = { OPENID_ISSUER: 'https://id.example.fr', OPENID_CLIENT_ID: 'teo-support' };
  await expect(serveDemo({ ...options, env })).rejects.toThrow(/OPENID_CLIENT_SECRET/);
  const demo = await serveDemo({
    ...options,
    env: { ...env, OPENID_CLIENT_SECRET: 'a', OPENID_NAME: 'téo ID' },
  });
  const ways = await fetch(new URL('/v1/staff/sign-in-ways', demo.links.page));
  expect(await ways.json()).toMatchObject({ openId: { name: 'téo ID' } });
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});
