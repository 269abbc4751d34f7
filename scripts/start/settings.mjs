import { resolve } from 'node:path';
import { StartProblem } from '../start-problem.mjs';

/**
 * What `npm start` was asked for: PORT and DATA_DIR in the environment, `--reset` on the command line.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 * @param {string} root the repository
 * @throws {StartProblem} when it makes no sense
 */
export function readSettings(env, args, root) {
  const unknown = args.find((arg) => arg !== '--reset');
  if (unknown) {
    throw new StartProblem(`npm start knows only --reset (as in npm start -- --reset), and not ${unknown}.`);
  }
  return {
    root,
    port: readPort(env.PORT),
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    reset: args.includes('--reset'),
  };
}

/** @param {string | undefined} written */
function readPort(written) {
  if (!written) return 4100;
  const port = Number(written);
  if (!/^\d+$/.test(written) || port < 1 || port > 65_535) {
    throw new StartProblem(
      `PORT is ${written}, and a port is a whole number from 1 to 65535: try PORT=4100 npm start.`,
    );
  }
  return port;
}
