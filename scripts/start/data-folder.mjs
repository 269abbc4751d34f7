import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isWritable } from '../install-missing.mjs';
import { dataFolderSentence, StartProblem } from '../start-problem.mjs';

/** Stands in a data folder that was made here, and so may be deleted by `--reset`. */
const marker = '.teo-support-data';

/**
 * Makes the data folder and checks that it can be written.
 *
 * @param {string} dataDir
 * @throws {StartProblem} when it cannot
 */
export function prepareDataFolder(dataDir) {
  // Asked first, because what `mkdir` says in a read-only place depends on the system.
  const there = nearestThere(dataDir);
  if (!statSync(there).isDirectory()) {
    throw new StartProblem(
      `The data folder ${dataDir} cannot be made, because ${there} is a file: choose another one with DATA_DIR=/path/to/folder npm start.`,
    );
  }
  if (!isWritable(there)) throw new StartProblem(dataFolderSentence(dataDir));
  mkdirSync(dataDir, { recursive: true });
  if (readdirSync(dataDir).length === 0) {
    writeFileSync(
      join(dataDir, marker),
      'Made by npm start, which deletes this folder when asked to --reset.\n',
    );
  }
}

/**
 * Deletes all data, for `--reset`: the repository's own `.data`, or a folder that an earlier start made.
 * A folder with anything else in it is somebody's, whatever DATA_DIR says.
 *
 * @param {string} dataDir
 * @param {string} root the repository
 * @throws {StartProblem} when the folder is not ours
 */
export function resetDataFolder(dataDir, root) {
  if (!existsSync(dataDir)) return;
  const own = relative(root, dataDir) === '.data' || existsSync(join(dataDir, marker));
  if (!own && readdirSync(dataDir).length > 0) {
    throw new StartProblem(
      `${dataDir} was not made by npm start, so --reset does not delete it: do it yourself if you mean it.`,
    );
  }
  if (!isWritable(dataDir)) throw new StartProblem(dataFolderSentence(dataDir));
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * @param {string} path
 * @returns {string} itself, or the nearest folder above it that exists
 */
function nearestThere(path) {
  return existsSync(path) ? path : nearestThere(dirname(path));
}
