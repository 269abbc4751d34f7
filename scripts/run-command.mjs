import { spawn } from 'node:child_process';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);

/** @type {Set<number>} process groups that are running */
const running = new Set();

/** What commands print is shown later, so they cannot see for themselves whether there is a terminal. */
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * Runs a command without a terminal and keeps what it prints. Never rejects: a command that cannot be started
 * has a code too. What the command leaves running behind it is ended with it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, limitMs?: number }} options
 * @returns {Promise<{ code: number, output: string }>} `output` is what it printed to both streams
 */
export function runCommand(command, args, { cwd, env = process.env, limitMs = 15 * 60_000 }) {
  return new Promise((resolve) => {
    let output = '';
    // A group of its own, so that everything that it starts can be ended at once.
    const child = spawn(command, args, {
      cwd,
      env: { ...env, ...colours },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const group = child.pid;
    if (group) running.add(group);
    const limit = setTimeout(() => {
      output += `\nStopped: it took longer than ${Math.round(limitMs / 60_000)} minutes.\n`;
      if (group) endGroup(group);
    }, limitMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => {
      clearTimeout(limit);
      resolve({ code: 127, output: `${output}${command}: ${error.message}\n` });
    });
    child.on('exit', () => {
      // A process left behind would keep the pipes open, and `close` would never come.
      if (group) setTimeout(() => endGroup(group), 250);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      if (group) running.delete(group);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Commands run in groups of their own, which Ctrl-C does not reach: from now on it ends them, and us.
 *
 * @param {() => void} [tidyUp]
 * @returns {() => void} leaves Ctrl-C to others again
 */
export function endCommandsOnSignals(tidyUp) {
  const end = () => {
    for (const group of running) endGroup(group);
    tidyUp?.();
    process.exit(130);
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/** @param {number} group */
function endGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
