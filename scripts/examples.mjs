// `npm run examples`: the pages of apps/examples on one port, and the API that they talk to on the next one.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { installMissing } from './install-missing.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const port = Number(process.env.PORT ?? 4200);
const origin = `http://localhost:${port}`;
const supportUrl = `http://localhost:${port + 1}`;
const issuer = 'https://examples.example.fr';
const audience = 'teo-support';
const secret = randomBytes(32).toString('base64url');

await installMissing(root, console.log);
await build(root, console.log);
const { createSupport, listen, readConfig } = await import('@teo-support/server');
const { createHost } = await import('@teo-support/examples/host');
const { default: pages } = await import('@teo-support/examples/vite');
const { getRequestListener } = await import('@hono/node-server');
const vite = await import('vite');

const folder = await mkdtemp(join(tmpdir(), 'teo-support-examples-'));
const support = await createSupport(
  readConfig({
    DATABASE_URL: pathToFileURL(join(folder, 'support.db')).href,
    FILES_DIR: join(folder, 'files'),
    PUBLIC_URL: supportUrl,
    ALLOWED_ORIGINS: origin,
    REQUESTER_TOKEN_SECRET: secret,
    REQUESTER_TOKEN_ISSUER: issuer,
    REQUESTER_TOKEN_AUDIENCE: audience,
    LOG_LEVEL: 'error',
  }),
  Date.now,
);
const api = await listen((request, env) => support.fetch(request, env), {
  port: port + 1,
  host: 'localhost',
});

// Read by Vite, for the pages that it makes.
process.env.VITE_SUPPORT_URL = supportUrl;
const host = getRequestListener(createHost({ supportUrl, secret, issuer, audience }).fetch);
const server = createServer();
const bundler = await vite.createServer({
  ...pages,
  configFile: false,
  appType: 'mpa',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: { server }, preTransformRequests: false },
});
const ofTheHost = /^\/(support-token$|server-rendered\/|widget\/)/;
server.on('request', (request, response) => {
  if (ofTheHost.test(request.url ?? '')) host(request, response);
  else bundler.middlewares(request, response);
});
server.listen(port, 'localhost', () => console.log(`Examples: ${origin} (Ctrl-C stops them)`));

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    server.closeAllConnections();
    server.close();
    await bundler.close();
    support.endStreams();
    await api.close();
    await support.close();
    await rm(folder, { recursive: true, force: true });
    process.exit();
  });
}
