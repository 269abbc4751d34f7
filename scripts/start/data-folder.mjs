import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  try {
    mkdirSync(dataDir, { recursive: true });
    if (readdirSync(dataDir).length === 0) {
      writeFileSync(
        join(dataDir, marker),
        'Made by npm start, which deletes this folder when asked to --reset.\n',
      );
    }
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new StartProblem(
        `The data folder ${dataDir} is a file: choose another one with DATA_DIR=/path/to/folder npm start.`,
      );
    }
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
      throw new StartProblem(dataFolderSentence(dataDir));
    throw error;
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
  try {
    rmSync(dataDir, { recursive: true, force: true });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
      throw new StartProblem(dataFolderSentence(dataDir));
    throw error;
  }
}
