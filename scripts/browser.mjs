import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Everything that the search asks of the machine, so that a test can be any machine.
 *
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} home
 * @property {boolean} isRoot
 * @property {(path: string) => boolean} isExecutable
 * @property {(path: string) => Promise<boolean>} runs does it start at all? (Ubuntu's `chromium-browser` may be a stub)
 * @property {() => Promise<string | undefined>} playwrightPath where Playwright's own would be
 * @property {() => Promise<boolean>} installWithPlaywright
 * @property {() => Promise<boolean>} installWithApt
 * @property {(line: string) => void} say
 *
 * @typedef {{ path: string, how: string }} Browser
 */

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
];

export const noBrowser =
  'No Chromium was found: install Chromium or Google Chrome, or name one with CHROMIUM_PATH=/path/to/chromium npm test.';

/**
 * The Chromium that the tests use: the one that is named, one that is installed, Playwright's own, or one that
 * can be installed now.
 *
 * @param {Machine} machine
 * @returns {Promise<Browser | undefined>}
 */
export async function findBrowser(machine) {
  const named = machine.env.CHROMIUM_PATH;
  if (named) {
    if (await usable(machine, named)) return { path: named, how: 'named by CHROMIUM_PATH' };
    machine.say(`CHROMIUM_PATH names ${named}, which does not run: looking for another.`);
  }
  for (const { path, how } of installedPlaces(machine)) {
    if (await usable(machine, path)) return { path, how };
  }
  const playwrights = async (/** @type {string} */ how) => {
    const path = await machine.playwrightPath();
    return path && (await usable(machine, path)) ? { path, how } : undefined;
  };
  const own = await playwrights("Playwright's own");
  if (own) return own;

  machine.say('No Chromium is installed: asking Playwright for one …');
  if (await machine.installWithPlaywright()) {
    const downloaded = await playwrights("Playwright's own, installed now");
    if (downloaded) return downloaded;
  }
  if (machine.isRoot && machine.isExecutable('/usr/bin/apt-get')) {
    machine.say('Playwright has none for this machine: installing chromium with apt-get …');
    if ((await machine.installWithApt()) && (await usable(machine, '/usr/bin/chromium'))) {
      return { path: '/usr/bin/chromium', how: 'installed now with apt-get' };
    }
  }
  return undefined;
}

/** @param {Machine} machine */
function* installedPlaces({ env, platform, home }) {
  for (const command of commands) {
    for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
      yield { path: join(folder, command), how: `${command} on the PATH` };
    }
  }
  if (platform !== 'darwin') return;
  for (const application of macApplications) {
    for (const folder of ['/Applications', join(home, 'Applications')]) {
      yield { path: join(folder, application), how: `an application in ${folder}` };
    }
  }
}

/**
 * @param {Machine} machine
 * @param {string} path
 */
async function usable(machine, path) {
  return machine.isExecutable(path) && (await machine.runs(path));
}

/**
 * @param {string} root the repository, with its dependencies installed
 * @param {(line: string) => void} say
 * @returns {Machine}
 */
export function thisMachine(root, say) {
  const isRoot = process.getuid?.() === 0;
  const minutes = 60_000;
  return {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    isRoot,
    say,
    isExecutable(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
    runs: (path) =>
      new Promise((resolve) => {
        execFile(path, ['--version'], { timeout: 20_000 }, (error) => resolve(!error));
      }),
    async playwrightPath() {
      const { chromium } = await import('@playwright/test');
      const path = chromium.executablePath();
      return existsSync(path) ? path : undefined;
    },
    async installWithPlaywright() {
      const cli = 'node_modules/@playwright/test/cli.js';
      const args = [cli, 'install', 'chromium'];
      return (await runCommand(process.execPath, args, { cwd: root, limitMs: 10 * minutes })).code === 0;
    },
    async installWithApt() {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const limits = { cwd: root, env, limitMs: 10 * minutes };
      await runCommand('apt-get', ['update'], limits);
      // Without a font, text has no size, and what has no size cannot be clicked.
      const packages = ['chromium', 'fonts-liberation'];
      const args = ['install', '-y', '--no-install-recommends', ...packages];
      const { code, output } = await runCommand('apt-get', args, limits);
      if (code !== 0) say(output);
      return code === 0;
    },
  };
}
