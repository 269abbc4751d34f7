import { existsSync } from 'node:fs';
import { runCommand } from './run-command.mjs';

/**
 * A real program that tests of the server talk to where it is installed. The tests find it by the same paths.
 *
 * @typedef {object} Service
 * @property {string} name
 * @property {string[][]} programs each is one of these paths
 * @property {string[]} packages what brings it on Debian
 * @property {string} without what is not tested where it is not
 *
 * @typedef {object} ServicesMachine
 * @property {boolean} mayInstall
 * @property {(path: string) => boolean} exists
 * @property {(packages: string[]) => Promise<boolean>} install
 * @property {(line: string) => void} say
 */

/** @type {Service[]} */
export const services = [
  {
    name: 'ClamAV',
    programs: [['/usr/sbin/clamd', '/opt/homebrew/sbin/clamd', '/usr/local/sbin/clamd']],
    packages: ['clamav-daemon'],
    without: 'files were not looked through by a real clamd',
  },
  {
    name: 'OpenStack Swift',
    programs: ['swift-proxy-server', 'swift-account-server', 'swift-container-server', 'swift-object-server']
      .concat('memcached')
      .map((program) => [`/usr/bin/${program}`]),
    packages: ['swift-proxy', 'swift-account', 'swift-container', 'swift-object', 'memcached'],
    without: 'files were not kept in a real S3 server',
  },
];

/**
 * Sees to the services that tests use, and installs what is missing where that is allowed.
 *
 * @param {ServicesMachine} machine
 * @returns {Promise<string[]>} what is not tested, and what to do about it, a sentence each
 */
export async function prepareServices({ mayInstall, exists, install, say }) {
  const missing = () => services.filter(({ programs }) => !programs.every((places) => places.some(exists)));
  const wanted = missing();
  if (wanted.length === 0) return [];
  if (mayInstall) {
    say(`Installing with apt-get for the tests: ${wanted.map(({ name }) => name).join(', ')} …`);
    await install(wanted.flatMap(({ packages }) => packages));
  }
  return missing().map(({ without, packages }) => `${without}: apt-get install ${packages.join(' ')}`);
}

/**
 * CI installs them; on a machine that somebody works on, nothing is installed that would stay there and run.
 *
 * @param {string} root the repository
 * @param {(line: string) => void} say
 * @returns {ServicesMachine}
 */
export function thisServicesMachine(root, say) {
  const mayInstall = process.env.CI === 'true' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  return {
    mayInstall,
    exists: existsSync,
    say,
    async install(packages) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const limits = { cwd: root, env, limitMs: 10 * 60_000 };
      await runCommand('apt-get', ['update'], limits);
      const args = ['install', '-y', '--no-install-recommends', ...packages];
      const { code, output } = await runCommand('apt-get', args, limits);
      if (code !== 0) say(output);
      return code === 0;
    },
  };
}
