import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { stillMoment } from '../scripts/demo/still-moment.mjs';
import { chromiumLaunch } from './chromium.mjs';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const port = Number(process.env.E2E_PORT ?? 41_790) + 3;

/** Where the browser believes that it is: addresses stand in pictures, and ports differ. */
const host = 'localhost:4100';

/** Pictures of the widget and of the team's view, compared with those that were looked at (docs/decisions/0037). */
export default defineConfig({
  testDir: fromRoot('apps/demo/e2e'),
  testMatch: '**/*.looks.ts',
  outputDir: fromRoot('test-results/looks'),
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A demo of its own: what the walks file does not stand in these pictures.
  webServer: {
    command: 'node scripts/demo/still.mjs',
    cwd: fromRoot('.'),
    env: { PORT: String(port) },
    url: `http://localhost:${port}/livez`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
  metadata: { still: `http://${host}`, stillMoment },
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'off',
    launchOptions: {
      ...chromiumLaunch,
      args: [...chromiumLaunch.args, `--host-resolver-rules=MAP ${host} localhost:${port}`],
    },
  },
});
