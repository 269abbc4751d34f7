import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SignJWT } from 'jose';
import { nodeOptions } from '../scripts/deploy/node-options.mjs';

export const program = fileURLToPath(new URL('../packages/server/dist/cli/main.js', import.meta.url));
const secret = 'a secret that only this measurement knows';
const issuer = 'https://teo.example.fr';
const metricsToken = 'measuring';

/**
 * @typedef {object} BenchServer
 * @property {string} url
 * @property {string} database path of the file
 * @property {number | undefined} pid
 * @property {number} startedInMs until it listened
 * @property {() => Promise<Map<string, number>>} metrics by name with labels, as it stands in the text
 * @property {(signal?: NodeJS.Signals) => Promise<void>} stop
 */

/**
 * The environment of a server that keeps everything in one folder.
 *
 * @param {string} folder
 * @param {Record<string, string>} [more]
 */
export function environmentIn(folder, more = {}) {
  return {
    PATH: process.env.PATH ?? '',
    NODE_OPTIONS: nodeOptions,
    DATABASE_URL: pathToFileURL(join(folder, 'support.db')).href,
    FILES_DIR: join(folder, 'files'),
    PORT: '0',
    REQUESTER_TOKEN_SECRET: secret,
    REQUESTER_TOKEN_ISSUER: issuer,
    METRICS_TOKEN: metricsToken,
    RATE_LIMIT_TEOMASTER: '0',
    RATE_LIMIT_ADDRESS: '0',
    LOG_LEVEL: 'silent',
    ...more,
  };
}

/**
 * The server as an operator runs it, in a process of its own.
 *
 * @param {string} folder
 * @param {Record<string, string>} [more] variables beside the usual ones
 * @returns {Promise<BenchServer>}
 */
export async function startServer(folder, more = {}) {
  await mkdir(folder, { recursive: true });
  const begun = performance.now();
  const child = spawn(process.execPath, [program, 'serve'], {
    env: environmentIn(folder, more),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    const url = /http:\/\/\S+/.exec(printed)?.[0];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url,
      database: join(folder, 'support.db'),
      pid: child.pid,
      startedInMs: performance.now() - begun,
      metrics: () => readMetrics(url),
      async stop(signal = 'SIGTERM') {
        child.kill(signal);
        await exited;
      },
    };
  }
  throw new Error(`The server ended before it listened: ${printed}`);
}

/** @param {string} url */
async function readMetrics(url) {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  if (!response.ok) throw new Error(`/metrics answered ${response.status}.`);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return /** @type {[string, number]} */ ([line.slice(0, end), Number(line.slice(end + 1))]);
    }),
  );
}

/**
 * A token as the host product signs it.
 *
 * @param {number} person number of the person; ten belong to each organization
 */
export async function tokenOf(person = 0) {
  const organization = Math.floor(person / 10);
  return new SignJWT({
    org: `org-${organization}`,
    org_name: `Organisme ${organization}`,
    name: `Personne ${person}`,
    email: `p${person}@example.fr`,
    locale: 'fr',
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(`person-${person}`)
    .setIssuer(issuer)
    .setAudience('teo-support')
    .setIssuedAt()
    .setExpirationTime('50m')
    .sign(new TextEncoder().encode(secret));
}
