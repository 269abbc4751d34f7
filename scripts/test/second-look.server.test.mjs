import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { sum } from './count.mjs';
import { endToEnd, vitest } from './runners.mjs';
import { lookAgain } from './second-look.mjs';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * A repository with nothing but tests in it.
 *
 * @param {Record<string, string>} files
 */
function repository(files) {
  const root = mkdtempSync(join(tmpdir(), 'teo-support-second-look-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  symlinkSync(modules, join(root, 'node_modules'));
  return {
    root,
    reports: root,
    browser: async () => process.execPath,
    firefox: async () => undefined,
    services: async () => [],
  };
}

/**
 * A file of two tests: one that passes, and one that fails the first time, or each time.
 *
 * @param {'vitest' | '@playwright/test'} runner
 * @param {'once' | 'always'} fails
 */
const testsOf = (runner, fails) => `
  import { existsSync, writeFileSync } from 'node:fs';
  import { expect, test } from '${runner}';
  test('passes', () => {});
  test('fails ${fails}', () => {
    const mark = import.meta.url.slice('file://'.length) + '.ran';
    const before = existsSync(mark);
    writeFileSync(mark, '');
    expect(before && '${fails}' === 'once').toBe(true);
  });
`;

/**
 * @param {import('./stages.mjs').Stage} stage
 * @param {import('./stages.mjs').Surroundings} surroundings
 */
async function runTwice(stage, surroundings) {
  const first = { ...(await stage.run(surroundings)), name: stage.name, seconds: 0 };
  const { finished, unsteady, output } = await lookAgain([stage], [first], surroundings);
  return { before: sum([first]).line, after: sum(finished).line, unsteady, output };
}

test('what failed in a file of Vitest’s is run alone, and may pass', async () => {
  const surroundings = repository({
    'config/vitest.config.ts': `export default { test: { name: 'sqld' } };`,
    'unsteady.test.mjs': testsOf('vitest', 'once'),
    'broken.test.mjs': testsOf('vitest', 'always'),
  });
  const { before, after, unsteady, output } = await runTwice(vitest('sqld'), surroundings);
  expect(before).toBe('2 passed, 2 failed');
  expect(after).toBe('3 passed, 1 failed');
  expect(unsteady).toEqual(['sqld: unsteady.test.mjs: fails once']);
  expect(output).toContain('broken.test.mjs > fails always');
  expect(output).not.toContain('fails once');
});

test('what failed with Playwright is run alone, and may pass', async () => {
  const surroundings = repository({
    'config/playwright.config.ts': `export default { testDir: '../apps', testMatch: '**/*.e2e.mjs' };`,
    'apps/unsteady.e2e.mjs': testsOf('@playwright/test', 'once'),
  });
  const { before, after, unsteady } = await runTwice(endToEnd(), surroundings);
  expect(before).toBe('1 passed, 1 failed');
  expect(after).toBe('2 passed, 0 failed');
  expect(unsteady).toEqual(['e2e: unsteady.e2e.mjs: fails once']);
});
