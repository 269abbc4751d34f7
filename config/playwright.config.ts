import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { stillMoment } from '../scripts/demo/still-moment.mjs';
import { chromiumLaunch } from './chromium.mjs';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** A port that `npm start` does not use by itself, so that tests run beside a demo that is being looked at. */
const port = Number(process.env.E2E_PORT ?? 41_790);

// This file is read once more by each worker: the folder is made by the first, and goes with it.
if (process.env.E2E_DATA_DIR === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'teo-support-e2e-'));
  process.env.E2E_DATA_DIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** The examples, on this port and the next. */
const examplesPort = port + 4;

/** The demo once more, with its clock standing still. */
const stillPort = port + 2;

export default defineConfig({
  testDir: fromRoot('apps'),
  testMatch: '**/*.e2e.ts',
  // Where there is no Firefox, `npm test` says so.
  testIgnore: process.env.FIREFOX_PATH ? [] : '**/firefox.e2e.ts',
  outputDir: fromRoot('test-results'),
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  snapshotPathTemplate: '{testDir}/{testFileDir}/{arg}{ext}',
  // What is waited for comes when it comes: by itself five seconds decide, which a busy machine takes for one screen.
  expect: { timeout: 15_000 },
  // The demo as a person starts it, with fresh data, and the examples likewise.
  webServer: [
    {
      command: 'node scripts/start.mjs',
      cwd: fromRoot('.'),
      env: { PORT: String(port), DATA_DIR: process.env.E2E_DATA_DIR },
      url: `http://localhost:${port}/livez`,
      timeout: 120_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
    {
      command: 'node scripts/examples.mjs',
      cwd: fromRoot('.'),
      env: { PORT: String(examplesPort) },
      url: `http://localhost:${examplesPort}/`,
      timeout: 120_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
    {
      // The first one sees to it that everything is built.
      command: 'node scripts/demo/still.mjs',
      cwd: fromRoot('.'),
      env: { PORT: String(stillPort) },
      url: `http://localhost:${stillPort}/livez`,
      timeout: 120_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
  ],
  metadata: {
    examples: `http://localhost:${examplesPort}`,
    still: `http://localhost:${stillPort}`,
    stillMoment,
  },
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A trace costs a fifth of each walk, and from CI nobody fetches it.
    trace: process.env.CI === 'true' ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunch,
  },
});
