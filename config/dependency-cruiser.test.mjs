// A check that cannot fail is a defect: this breaks each rule of dependency-cruiser.mjs once, in a small copy
// of the repository's shape, and expects to be told.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rules from './dependency-cruiser.mjs';

const config = fileURLToPath(new URL('./dependency-cruiser.mjs', import.meta.url));
const depcruise = fileURLToPath(
  new URL('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url),
);

/** What stands in every tree: the packages with their entry points, and two third parties. */
const shape = {
  'package.json': '{ "name": "shape", "private": true, "workspaces": ["packages/*", "apps/*"] }',
  'packages/core/package.json': manifest('core', ['.', './contract']),
  'packages/core/src/index.ts': 'export const rule = 1;',
  'packages/core/src/contract/index.ts': `import { z } from 'zod'; export type Thing = 1; export const thing = z;`,
  'packages/sdk/package.json': manifest('sdk', ['.']),
  'packages/sdk/src/index.ts': `import { rule } from '@teo-support/core'; import type { Thing } from '@teo-support/core/contract'; export const client = (thing: Thing) => [rule, thing];`,
  'packages/widget/package.json': manifest('widget', ['.']),
  'packages/widget/src/index.ts': `export { rule } from '@teo-support/core'; export { client } from '@teo-support/sdk';`,
  'packages/server/package.json': manifest('server', ['.']),
  'packages/server/src/index.ts': `import { thing } from '@teo-support/core/contract'; export const app = thing;`,
  'packages/server/src/files/index.ts': `export { stored } from './stored.js';`,
  'packages/server/src/files/stored.ts': `import { createHash } from 'node:crypto'; export const stored = createHash;`,
  'packages/server/src/tickets/handle.ts': `import { stored } from '../files/index.js'; export const handle = stored;`,
  'packages/server/src/tickets/handle.server.test.ts': `import { client } from '@teo-support/sdk'; import { stored } from '../files/stored.js'; import { app } from '../index.js'; export const used = [client, stored, app];`,
  'apps/demo/package.json': manifest('demo', ['.']),
  'apps/demo/src/index.ts': `export { client } from '@teo-support/sdk'; export * from '@teo-support/widget'; export { rule } from '@teo-support/core';`,
  'scripts/serve.mjs': `import { app } from '@teo-support/server'; export const demo = app;`,
  'node_modules/zod/package.json':
    '{ "name": "zod", "type": "module", "exports": { ".": "./index.js" }, "version": "1.0.0" }',
  'node_modules/zod/index.js': 'export const z = 1;',
  'node_modules/big/package.json':
    '{ "name": "big", "type": "module", "exports": { ".": "./index.js" }, "version": "1.0.0" }',
  'node_modules/big/index.js': 'export const big = 1;',
};

/** @type {{ rule: string, by: string, file: string, source: string }[]} */
const breaches = [
  {
    rule: 'core-imports-only-itself',
    by: 'core that imports the SDK',
    file: 'packages/core/src/calls-sdk.ts',
    source: `import { client } from '@teo-support/sdk'; export const a = client;`,
  },
  {
    rule: 'core-imports-only-itself',
    by: "a test in core that imports the SDK's sources",
    file: 'packages/core/src/calls-sdk.test.ts',
    source: `import { client } from '../../sdk/src/index.js'; export const a = client;`,
  },
  {
    rule: 'sdk-imports-only-core',
    by: 'an SDK that imports the widget',
    file: 'packages/sdk/src/shows.ts',
    source: `import type { rule } from '@teo-support/widget'; export type A = typeof rule;`,
  },
  {
    rule: 'widget-imports-only-sdk-and-core',
    by: 'a widget that imports the demo',
    file: 'packages/widget/src/in-demo.ts',
    source: `import { client } from '@teo-support/demo'; export const a = client;`,
  },
  {
    rule: 'demo-imports-only-widget-and-sdk-and-core',
    by: 'a demo that imports the scripts',
    file: 'apps/demo/src/scripted.ts',
    source: `import { demo } from '../../../scripts/serve.mjs'; export const a = demo;`,
  },
  {
    rule: 'server-imports-only-core',
    by: 'a server that imports the SDK outside its tests',
    file: 'packages/server/src/calls-itself.ts',
    source: `import { client } from '@teo-support/sdk'; export const a = client;`,
  },
  {
    rule: 'server-tests-import-only-core-and-sdk',
    by: "a server's test that imports the widget",
    file: 'packages/server/src/shows.server.test.ts',
    source: `import { rule } from '@teo-support/widget'; export const a = rule;`,
  },
  {
    rule: 'nothing-imports-server',
    by: 'a widget that imports the server by its name',
    file: 'packages/widget/src/serves.ts',
    source: `import { app } from '@teo-support/server'; export const a = app;`,
  },
  {
    rule: 'nothing-imports-server',
    by: 'an SDK that takes only a type of the server, by a path it does not export',
    file: 'packages/sdk/src/serves.ts',
    source: `import type { stored } from '@teo-support/server/src/files/stored.js'; export type A = typeof stored;`,
  },
  {
    rule: 'nothing-imports-server',
    by: 'a demo that loads the server lazily',
    file: 'apps/demo/src/serves.ts',
    source: `export const a = () => import('@teo-support/server');`,
  },
  {
    rule: 'core-is-pure',
    by: 'core that reads files',
    file: 'packages/core/src/reads.ts',
    source: `import { readFile } from 'node:fs/promises'; export const a = readFile;`,
  },
  {
    rule: 'core-depends-on-zod-only',
    by: 'core that uses a third party',
    file: 'packages/core/src/big.ts',
    source: `import { big } from 'big'; export const a = big;`,
  },
  {
    rule: 'zod-only-in-the-contract',
    by: 'a rule that uses zod',
    file: 'packages/core/src/validates.ts',
    source: `import { z } from 'zod'; export const a = z;`,
  },
  {
    rule: 'contract-is-types-for-browsers',
    by: 'a rule that takes a value from the contract',
    file: 'packages/core/src/parses.ts',
    source: `import { thing } from './contract/index.js'; export const a = thing;`,
  },
  {
    rule: 'contract-is-types-for-browsers',
    by: 'an SDK that takes a value from the contract',
    file: 'packages/sdk/src/parses.ts',
    source: `import { thing } from '@teo-support/core/contract'; export const a = thing;`,
  },
  {
    rule: 'browser-packages-run-without-node',
    by: 'an SDK that needs Node.js',
    file: 'packages/sdk/src/signs.ts',
    source: `import { createHmac } from 'node:crypto'; export const a = createHmac;`,
  },
  {
    rule: 'no-deep-imports',
    by: 'a widget that reaches into the SDK by path',
    file: 'packages/widget/src/reaches.ts',
    source: `import { client } from '../../sdk/src/index.js'; export const a = client;`,
  },
  {
    rule: 'no-deep-imports',
    by: 'a server that reaches into what core was built to',
    file: 'packages/server/src/built.ts',
    source: `import { rule } from '../../core/dist/index.js'; export const a = rule;`,
  },
  {
    rule: 'features-meet-at-their-index',
    by: 'a feature of the server that reaches past the index of another',
    file: 'packages/server/src/tickets/reaches.ts',
    source: `import { stored } from '../files/stored.js'; export const a = stored;`,
  },
  {
    rule: 'no-cycles',
    by: 'a file that imports itself by way of a type',
    file: 'packages/core/src/egg.ts',
    source: `import type { Hen } from './hen.js'; export type Egg = Hen | 1;`,
  },
  {
    rule: 'not-resolvable',
    by: 'a path that core does not export',
    file: 'packages/widget/src/missing.ts',
    source: `import { rule } from '@teo-support/core/src/index.js'; export const a = rule;`,
  },
];

const partOfBreaches = {
  'packages/core/src/hen.ts': `import type { Egg } from './egg.js'; export type Hen = Egg | 2;`,
  'packages/core/dist/index.js': 'export const rule = 1;',
};

/** @type {string[]} */
const trees = [];

afterAll(() => Promise.all(trees.map((tree) => rm(tree, { recursive: true, force: true }))));

describe('import directions', () => {
  /** @type {{ rule: string, file: string }[]} */
  let found = [];

  beforeAll(async () => {
    const broken = Object.fromEntries(breaches.map(({ file, source }) => [file, source]));
    found = await violations({ ...shape, ...partOfBreaches, ...broken });
  }, 60_000);

  it.each(breaches)('$rule refuses $by', ({ rule, file }) => {
    expect(found.filter((violation) => violation.file === file).map((violation) => violation.rule)).toContain(
      rule,
    );
  });

  it('breaks each rule at least once', () => {
    expect(new Set(breaches.map(({ rule }) => rule))).toEqual(
      new Set(rules.forbidden?.map(({ name }) => name)),
    );
  });

  it('allows the directions that the design names', async () => {
    expect(await violations(shape)).toEqual([]);
  }, 60_000);
});

/**
 * @param {Record<string, string>} files
 * @returns {Promise<{ rule: string, file: string }[]>}
 */
async function violations(files) {
  const tree = await realpath(await mkdtemp(join(tmpdir(), 'import-directions-')));
  trees.push(tree);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), content);
  }
  await mkdir(join(tree, 'node_modules/@teo-support'));
  for (const [name, target] of [
    ...['core', 'sdk', 'widget', 'server'].map((name) => [name, `packages/${name}`]),
    ['demo', 'apps/demo'],
  ]) {
    await symlink(join('../..', String(target)), join(tree, 'node_modules/@teo-support', String(name)));
  }
  const report = await new Promise((resolve, reject) => {
    const folders = ['packages', 'apps', 'scripts'];
    execFile(
      process.execPath,
      [depcruise, ...folders, '--config', config, '--output-type', 'json'],
      { cwd: tree, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => (stdout ? resolve(JSON.parse(stdout)) : reject(error ?? new Error(stderr))),
    );
  });
  return report.summary.violations.map(
    (/** @type {{ rule: { name: string }, from: string }} */ violation) => ({
      rule: violation.rule.name,
      file: violation.from,
    }),
  );
}

/**
 * @param {string} name
 * @param {string[]} entries
 */
function manifest(name, entries) {
  const target = (/** @type {string} */ entry) => `./dist${entry.slice(1)}/index.js`;
  return JSON.stringify({
    name: `@teo-support/${name}`,
    version: '0.1.0',
    type: 'module',
    exports: Object.fromEntries(entries.map((entry) => [entry, { default: target(entry) }])),
  });
}
