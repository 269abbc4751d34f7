import { relative, resolve, sep } from 'node:path';

/** Something known that keeps us from starting, told to the person in one sentence and without a stack. */
export class StartProblem extends Error {
  /** @param {string} sentence what is wrong and what to do about it */
  constructor(sentence) {
    super(sentence);
    this.name = 'StartProblem';
    this.sentence = sentence;
  }
}

/**
 * What to say about an error, or nothing when it is not a known one: then its stack is what helps.
 *
 * @param {unknown} error
 * @param {{ port: number, dataDir: string, root: string }} settings
 * @returns {string | undefined}
 */
export function sentenceFor(error, { port, dataDir, root }) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { sentence, code, syscall, path } =
      /** @type {Error & { sentence?: string, code?: string, syscall?: string, path?: string }} */ (cause);
    if (sentence) return sentence;
    // A variable of the environment that makes no sense: the server has said which one.
    if (cause.name === 'ConfigError') return cause.message;
    if (code === 'EADDRINUSE') {
      return `Port ${port} is already in use: stop what uses it, or choose another one with PORT=${port + 100} npm start.`;
    }
    if (syscall === 'listen' && code === 'EACCES') {
      return `Port ${port} may not be opened by this user: choose one above 1023 with PORT=4100 npm start.`;
    }
    if (code === 'ENOSPC') {
      return `The disk is full: make room for ${dataDir} and try again.`;
    }
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
      if (path && isInside(dataDir, path)) return dataFolderSentence(dataDir);
      if (path && isInside(root, path)) return checkoutSentence(root);
    }
  }
  return undefined;
}

/** @param {string} dataDir */
export function dataFolderSentence(dataDir) {
  return `The data folder ${dataDir} cannot be written: allow it, or choose another one with DATA_DIR=/path/to/folder npm start.`;
}

/** @param {string} root */
export function checkoutSentence(root) {
  return `The folder ${root} cannot be written, and dependencies have to be installed and built in it: copy it to where you may write.`;
}

/**
 * @param {string} folder
 * @param {string} path
 */
function isInside(folder, path) {
  const way = relative(folder, resolve(path));
  return !(way === '..' || way.startsWith(`..${sep}`));
}
