import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * What the search for a Firefox asks of the machine.
 *
 * @typedef {object} FirefoxMachine
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} home
 * @property {boolean} mayInstall
 * @property {(path: string) => Promise<string | undefined>} version what the program at a path says of its version, if it runs
 * @property {() => Promise<boolean>} install
 * @property {(line: string) => void} say
 */

const commands = ['firefox-esr', 'firefox'];

/** The first extended release that is spoken to by WebDriver BiDi alone. */
const leastMajor = 128;

export const noFirefox =
  'the widget was not tried in Firefox: install Firefox (apt-get install firefox-esr), or name one with FIREFOX_PATH';

/**
 * A Firefox as anybody has it: the one that is named, one that is installed, or one that CI may install.
 *
 * @param {FirefoxMachine} machine
 * @returns {Promise<string | undefined>} its path
 */
export async function findFirefox(machine) {
  const installed = await firstUsable(machine);
  if (installed !== undefined || !machine.mayInstall) return installed;
  machine.say('Installing firefox-esr with apt-get for the tests …');
  return (await machine.install()) ? firstUsable(machine) : undefined;
}

/** @param {FirefoxMachine} machine */
async function firstUsable(machine) {
  for (const path of places(machine)) {
    const version = await machine.version(path);
    const major = Number(/Firefox (\d+)/.exec(version ?? '')?.[1]);
    if (major >= leastMajor) return path;
  }
  return undefined;
}

/** @param {FirefoxMachine} machine */
function* places({ env, platform, home }) {
  if (env.FIREFOX_PATH) yield env.FIREFOX_PATH;
  for (const command of commands)
    for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) yield join(folder, command);
  if (platform !== 'darwin') return;
  for (const folder of ['/Applications', join(home, 'Applications')])
    yield join(folder, 'Firefox.app/Contents/MacOS/firefox');
}

/**
 * CI installs one; on a machine that somebody works on, nothing is installed that would stay there.
 *
 * @param {string} root the repository
 * @param {Pick<import('./browser.mjs').Machine, 'env' | 'platform' | 'home' | 'isRoot' | 'isExecutable' | 'say'>} machine
 * @returns {FirefoxMachine}
 */
export function thisFirefoxMachine(root, { env, platform, home, isRoot, isExecutable, say }) {
  return {
    env,
    platform,
    home,
    say,
    mayInstall: env.CI === 'true' && isRoot && isExecutable('/usr/bin/apt-get'),
    async version(path) {
      if (!isExecutable(path)) return undefined;
      const { code, output } = await runCommand(path, ['--version'], { cwd: root, limitMs: 20_000 });
      return code === 0 ? output : undefined;
    },
    async install() {
      const limits = {
        cwd: root,
        env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
        limitMs: 10 * 60_000,
      };
      await runCommand('apt-get', ['update'], limits);
      const args = ['install', '-y', '--no-install-recommends', 'firefox-esr'];
      const { code, output } = await runCommand('apt-get', args, limits);
      if (code !== 0) say(output);
      return code === 0;
    },
  };
}
