import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './chromium.mjs';
import { workspaceSources } from './workspace-sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Files of tests in Node.js share the modules that they import: a process and all modules anew for each file took more
 * than the tests themselves. Nothing here replaces modules or keeps state in them.
 */
const shared = { environment: 'node', isolate: false } as const;

// No rule may depend on where the machine stands. Auckland is another day than Paris for half of each day,
// and its summer is Paris's winter.
process.env.TZ = 'Pacific/Auckland';

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vite',
  // Tests import other workspaces by their names; they get the sources, not what was last built.
  resolve: {
    alias: Object.entries(workspaceSources(root)).map(([specifier, replacement]) => ({
      find: new RegExp(`^${specifier}$`),
      replacement,
    })),
  },
  test: {
    allowOnly: false,
    passWithNoTests: false,
    // By itself it takes one less than there are cores, which is one where there are two. Files of the server start
    // processes and listen: more at once only makes them wait for each other.
    maxWorkers: 2,
    // What is waited for comes when it comes: by itself a second decides, which a busy machine takes for one answer.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          ...shared,
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'scripts/**/*.test.mjs',
            'config/**/*.test.mjs',
          ],
          exclude: ['**/*.server.test.{ts,mjs}', '**/*.browser.test.ts'],
          // Properties try hundreds of cases: on a machine that does other work, too, that takes its time.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          ...shared,
          include: [
            'packages/*/src/**/*.server.test.ts',
            'apps/*/src/**/*.server.test.ts',
            'scripts/**/*.server.test.mjs',
          ],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // The core of the server once more, on a libSQL server instead of a file.
          name: 'sqld',
          ...shared,
          env: { TEST_DATABASE: 'sqld' },
          include: [
            'tickets/the-line',
            'tickets/search',
            'tickets/lists',
            'improvements/forum',
            'http/idempotency',
            'identity/tenancy',
            'live/live',
          ].map((place) => `packages/server/src/${place}.server.test.ts`),
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.ts', 'apps/*/src/**/*.browser.test.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
