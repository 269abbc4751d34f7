import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'tsup';

/**
 * A support widget that others publish on npm, as a page gets it.
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} spec package and version
 * @property {string} entry the script that its documentation asks for, with an address of nobody where one is needed
 * @property {string} what of it the script brings
 */

/** @satisfies {readonly Peer[]} */
const peers = [
  {
    name: 'Sentry Feedback',
    spec: '@sentry/browser@11.12.0',
    what: 'all: button, form, screenshot',
    entry: `
      import { feedbackIntegration, init } from '@sentry/browser';
      init({
        dsn: location.origin.replace('//', '//key@') + '/1',
        defaultIntegrations: false,
        integrations: [feedbackIntegration({ colorScheme: 'light', triggerLabel: 'Help' })],
      });`,
  },
  {
    name: 'PostHog Conversations',
    spec: 'posthog-js@1.449.2',
    what: 'the tickets’ part, beside posthog-js itself',
    entry: `import 'posthog-js/dist/conversations.js';`,
  },
  {
    name: 'Gleap',
    spec: 'gleap@16.4.0',
    what: 'all but what its server configures',
    entry: `import Gleap from 'gleap'; Gleap.initialize('nobody');`,
  },
  {
    name: 'Typebot',
    spec: '@typebot.io/js@0.10.7',
    what: 'all but the conversation',
    entry: `import '@typebot.io/js/web';`,
  },
];

/**
 * Installs the peers in a folder of their own, without running anything of theirs, and bundles each for a page.
 *
 * @param {string} folder kept between runs
 * @returns {Promise<(Peer & { script: Buffer, gzip: number })[]>}
 */
export async function bundledPeers(folder) {
  await mkdir(folder, { recursive: true });
  const note = join(folder, 'installed.json');
  const specs = JSON.stringify(peers.map(({ spec }) => spec));
  if (!existsSync(note) || (await readFile(note, 'utf8')) !== specs) {
    console.error(`Installing the peers from the registry, once, in ${folder} …`);
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
    await promisify(execFile)('npm', [...install, ...peers.map(({ spec }) => spec)], { cwd: folder });
    await writeFile(note, specs);
  }
  const bundled = [];
  for (const [place, peer] of peers.entries()) {
    const entry = join(folder, `peer-${place}.js`);
    await writeFile(entry, peer.entry);
    await build({
      entry: [entry],
      outDir: join(folder, 'bundled'),
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      minify: true,
      noExternal: [/./],
      config: false,
      silent: true,
      outExtension: () => ({ js: '.js' }),
    });
    const script = await readFile(join(folder, 'bundled', `peer-${place}.js`));
    bundled.push({ ...peer, script, gzip: gzipSync(script, { level: 9 }).byteLength });
  }
  return bundled;
}
