import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHostApp, demoHistory } from '@teo-support/demo';
import { createSupport, isEmpty, listen, loadHistory, readConfig } from '@teo-support/server';

/** Who signs the requesters' tokens, and for whom: the demo's téo, and the API. */
const issuer = 'https://teo.example.fr';
const audience = 'teo-support';

/** What belongs to the API; everything else is the host product's. */
const ofTheApi = /^\/(v1|problems)\/|^\/(openapi\.json|reference(\.css)?|livez)$/;

/**
 * What whoever starts the demo may set: a sign-in of the team by their OpenID provider and a virus scanner, which are off
 * otherwise, and service policies of their own in place of the published one.
 */
const settable = [
  'OPENID_ISSUER',
  'OPENID_CLIENT_ID',
  'OPENID_CLIENT_SECRET',
  'OPENID_NAME',
  'SERVICE_POLICIES_FILE',
  'FILES_SCANNER',
];

/**
 * The one place that puts the parts together: the API on an embedded database, seeded at the first start, and the
 * host product with the widget and the staff view, on one port.
 *
 * @param {{ port: number, dataDir: string, log: (line: string) => void, now?: () => number, env?: NodeJS.ProcessEnv }} options
 */
export async function serveDemo({ port, dataDir, log, now = Date.now, env = process.env }) {
  const secret = secretIn(dataDir);
  const origin = `http://localhost:${port}`;
  const config = readConfig({
    DATABASE_URL: pathToFileURL(join(dataDir, 'support.db')).href,
    FILES_DIR: join(dataDir, 'files'),
    PUBLIC_URL: origin,
    REQUESTER_TOKEN_SECRET: secret,
    REQUESTER_TOKEN_ISSUER: issuer,
    REQUESTER_TOKEN_AUDIENCE: audience,
    LOG_LEVEL: 'error',
    ...Object.fromEntries(settable.filter((name) => env[name]).map((name) => [name, env[name]])),
  });
  const support = await createSupport(config, now);
  try {
    if (await isEmpty(support.db)) {
      const { tickets } = await loadHistory(support.db, support.store, demoHistory(now()));
      log(`The database was empty: ${tickets} tickets of the last three months were filed.`);
    }
    await support.schedule.start();
    void support.scanning.start();
    const host = createHostApp({ secret, issuer, audience, now });
    const listening = await listen(
      (request, env) =>
        ofTheApi.test(new URL(request.url).pathname) ? support.fetch(request, env) : host.fetch(request),
      { port, host: 'localhost' },
    );
    return {
      links: { page: `${origin}/teo`, staff: `${origin}/staff`, reference: `${origin}/reference` },
      async close() {
        support.endStreams();
        await listening.close();
        await support.close();
      },
    };
  } catch (error) {
    await support.close();
    throw error;
  }
}

/**
 * The secret that host and API share, made at the first start: the demo has none that stands in its sources.
 *
 * @param {string} dataDir
 */
function secretIn(dataDir) {
  const path = join(dataDir, 'requester-token.secret');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}
