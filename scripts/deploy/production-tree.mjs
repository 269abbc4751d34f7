import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quietTurbo, turbo } from '../build.mjs';
import { installMissing } from '../install-missing.mjs';
import { runCommand } from '../run-command.mjs';
import { StartProblem } from '../start-problem.mjs';

/** What stands in the tree, beside `node_modules`: the lock, and what the server's packages are without their sources. */
export const contents = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'packages/core/package.json',
  'packages/core/dist',
  'packages/server/package.json',
  'packages/server/dist',
  'packages/server/migrations',
];

/** The program in it. */
export const entryPoint = 'packages/server/dist/cli/main.js';

/**
 * Lays out what a machine needs to run the server, and nothing else: built packages, and the production dependencies as
 * the lock names them. The container file does it in its first stage; without containers it is what one copies to /opt.
 *
 * @param {string} root the repository, built
 * @param {string} target a folder that is empty or not there yet
 * @throws {StartProblem} when that is not possible
 */
export async function productionTree(root, target) {
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new StartProblem(`${target} is not empty: nothing was done.`);
  for (const path of contents) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path), { recursive: true });
  }
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command = 'npm', ...args] = [
    ...npm,
    ...['ci', '--omit=dev', '--workspace=@teo-support/server', '--include-workspace-root=false'],
    ...['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=warn'],
  ];
  await run(target, command, args);
}

/**
 * @param {string} cwd
 * @param {string} command
 * @param {string[]} args
 */
async function run(cwd, command, args) {
  const { code, output } = await runCommand(command, args, { cwd, env: { ...process.env, ...quietTurbo } });
  if (code !== 0) throw new StartProblem(`${[command, ...args].join(' ')} failed:\n${output}`);
}

const [, program = '', target] = process.argv;
if (resolve(program) === fileURLToPath(import.meta.url)) {
  if (target === undefined) {
    console.error('Usage: node scripts/deploy/production-tree.mjs FOLDER');
    process.exit(1);
  }
  try {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    await installMissing(root, console.log);
    const packages = '--filter=@teo-support/server...';
    await run(root, process.execPath, [...turbo('build'), packages]);
    await productionTree(root, resolve(target));
    console.log(`The server is ${join(target, entryPoint)}.`);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    console.error(error.sentence);
    process.exitCode = 1;
  }
}
