import { spawn } from 'node:child_process';

/** @type {Set<number>} process groups that are running */
const running = new Set();

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
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
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

/** Ends every command that is running, with all that it started. */
export function endCommands() {
  for (const group of running) endGroup(group);
}

/** @param {number} group */
function endGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
