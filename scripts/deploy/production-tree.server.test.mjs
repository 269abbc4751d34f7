import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryPoint, productionTree } from './production-tree.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** @type {string} */
let folder;
/** @type {string} */
let tree;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'production-'));
  tree = join(folder, 'app');
  await productionTree(root, tree);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} path */
const manifest = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Every file of the tree with its size and the time of its last change: what a process that writes would alter.
 */
function listing() {
  return readdirSync(tree, { recursive: true })
    .map(String)
    .sort()
    .map((path) => {
      const { size, mtimeMs, mode } = lstatSync(join(tree, path));
      return `${path} ${size} ${mtimeMs} ${mode}`;
    });
}

describe('what a production machine is given', () => {
  it('has nothing that only development needs', () => {
    const lock = manifest(join(root, 'package-lock.json'));
    const installed = manifest(join(tree, 'node_modules/.package-lock.json')).packages;
    const names = Object.keys(installed);
    expect(names).toContain('node_modules/hono');
    expect(names.filter((name) => lock.packages[name]?.dev === true)).toEqual([]);
    for (const name of ['typescript', 'vitest', 'drizzle-kit', 'oidc-provider', 'lit', '@playwright/test'])
      expect(names).not.toContain(`node_modules/${name}`);
    expect(readdirSync(join(tree, 'packages')).sort()).toEqual(['core', 'server']);
    expect(readdirSync(join(tree, 'packages/server')).sort()).toEqual(['dist', 'migrations', 'package.json']);
  });

  it('starts, is ready, stops when told to, and writes nowhere but to its data', async () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    const before = listing();
    const child = spawn(process.execPath, [entryPoint, 'serve'], {
      cwd: tree,
      env: {
        NODE_ENV: 'production',
        HOME: '/nonexistent',
        PORT: '0',
        DATABASE_URL: pathToFileURL(join(data, 'support.db')).href,
        FILES_DIR: join(data, 'files'),
        REQUESTER_TOKEN_ISSUER: 'https://teo.example.fr',
        REQUESTER_TOKEN_JWKS_URL: 'https://teo.example.fr/jwks.json',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    try {
      const ready = await fetch(`${await addressIn(child.stdout)}/readyz`);
      expect([ready.status, await ready.text()]).toEqual([200, 'ok']);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await exited).toEqual([0, null]);
    expect(listing()).toEqual(before);
    expect(readdirSync(data)).toContain('support.db');
  });

  it('is laid out in an empty folder alone', async () => {
    await expect(productionTree(root, tree)).rejects.toThrow('is not empty: nothing was done');
  });
});

/** @param {import('node:stream').Readable} output */
async function addressIn(output) {
  let printed = '';
  for await (const piece of output) {
    printed += piece;
    const url = /Listening on (\S+)/.exec(printed)?.[1];
    if (url === undefined) continue;
    output.resume();
    return url;
  }
  throw new Error(`The server ended before it listened: ${printed}`);
}
