import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { checkoutSentence, StartProblem } from './start-problem.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * Which packages of the lock are not installed as it says. npm writes what it really installed to
 * node_modules/.package-lock.json when it has finished, so an interrupted installation is found too.
 *
 * @param {Lock} locked package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @param {(path: string) => boolean} exists is this folder there? (`node_modules/zod`)
 * @returns {string[]} their folders
 */
export function missingPackages(locked, installed, exists) {
  return Object.entries(locked.packages)
    .filter(([path, wanted]) => {
      if (!path.includes('node_modules/')) return false;
      const there = installed?.packages[path];
      // Made for another system: npm leaves these out, and that is as it should be.
      if (!there) return !(wanted.optional || wanted.devOptional);
      return there.version !== wanted.version || there.integrity !== wanted.integrity || !exists(path);
    })
    .map(([path]) => path);
}

/**
 * Installs what package-lock.json names, when something of it is missing.
 *
 * @param {string} root the repository
 * @param {(line: string) => void} say
 * @throws {StartProblem} when that is not possible
 */
export async function installMissing(root, say) {
  const locked = readLock(join(root, 'package-lock.json'));
  if (!locked) throw new StartProblem(`There is no package-lock.json in ${root}: get the whole repository.`);
  const installed = readLock(join(root, 'node_modules/.package-lock.json'));
  const missing = missingPackages(locked, installed, (path) => existsSync(join(root, path)));
  if (missing.length === 0) return;
  if (!isWritable(root)) throw new StartProblem(checkoutSentence(root));

  say('Installing the dependencies (a minute or two, only this once) …');
  // As part of `npm start` this is the very npm that runs us.
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command = 'npm', ...args] = [
    ...npm,
    'ci',
    '--include=dev',
    '--loglevel=warn',
    '--no-audit',
    '--no-fund',
  ];
  const { code, output } = await runCommand(command, args, { cwd: root });
  if (code === 0) return;
  console.error(output);
  throw new StartProblem('The dependencies could not be installed: npm says above why.');
}

/** @param {string} folder */
export function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
