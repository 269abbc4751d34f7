// The lint rules that this project adds to Biome's own, each seen to refuse something.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
const biome = join(here, '../node_modules/@biomejs/biome/bin/biome');

const asksForTimeOrChance = ['Date.now()', 'new Date()', 'Date()', 'performance.now()', 'Math.random()'];

const refusedEverywhere = [
  { what: 'any', rule: 'noExplicitAny', source: 'export const a: any = 1;\n' },
  {
    what: 'that a value is surely there',
    rule: 'noNonNullAssertion',
    source: 'export const a = (b: { c?: { d: 1 } }): 1 => b.c!.d;\n',
  },
  {
    what: 'what is never used',
    rule: 'noUnusedVariables',
    source: 'const unused = 1;\nexport const a = 1;\n',
  },
  {
    what: 'an import of a type as if it were a value',
    rule: 'useImportType',
    source: "import { T } from './t.js';\nexport const a: T = 1;\n",
  },
];

/** @type {string} */
let tree;
/** @type {(path: string) => string[]} the rules that were broken in a file */
let broken;

beforeAll(() => {
  tree = realpathSync(mkdtempSync(join(tmpdir(), 'biome-')));
  const write = (/** @type {string} */ path, /** @type {string} */ source) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), source);
  };
  write('.gitignore', 'dist/\n');
  mkdirSync(join(tree, 'config'));
  for (const name of ['biome.json', 'time-is-an-input.grit']) {
    copyFileSync(join(here, name), join(tree, 'config', name));
  }
  for (const [index, call] of asksForTimeOrChance.entries()) {
    const source = `export const asked = ${call};\n`;
    write(`packages/core/src/priority/asks-${index}.ts`, source);
    write(`packages/core/src/priority/asks-${index}.test.ts`, source);
    write(`packages/server/src/asks-${index}.ts`, source);
  }
  write(
    'packages/core/src/priority/makes.ts',
    'export const made = (instant: number): Date => new Date(instant);\n',
  );
  for (const { rule, source } of refusedEverywhere) write(`packages/server/src/${rule}.ts`, source);

  const args = ['lint', '--config-path=config/biome.json', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: tree, encoding: 'utf8' });
  /** @type {{ diagnostics: { category: string, location: { path: string } }[] }} */
  const report = JSON.parse(stdout);
  broken = (path) =>
    report.diagnostics
      .filter(({ location }) => location.path === path)
      .map(({ category }) => category.split('/').at(-1) ?? '');
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

it.each(asksForTimeOrChance.map((call, index) => ({ call, index })))(
  'no rule of core asks for $call; its tests and the server may',
  ({ index }) => {
    expect(broken(`packages/core/src/priority/asks-${index}.ts`)).toContain('plugin');
    expect(broken(`packages/core/src/priority/asks-${index}.test.ts`)).not.toContain('plugin');
    expect(broken(`packages/server/src/asks-${index}.ts`)).not.toContain('plugin');
  },
);

it('core may make a date of the instant that it is given', () => {
  expect(broken('packages/core/src/priority/makes.ts')).toEqual([]);
});

it.each(refusedEverywhere)('nobody writes $what', ({ rule }) => {
  expect(broken(`packages/server/src/${rule}.ts`)).toContain(rule);
});
