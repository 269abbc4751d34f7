import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { environmentIn, program } from './server.mjs';

/**
 * One command of the server's program, in a process of its own on a folder's database.
 *
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {Promise<{ seconds: number, rssMiB: number }>} `rssMiB`: the most memory that it was seen with
 */
export async function runCommand(folder, args) {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    env: environmentIn(folder),
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  let rssMiB = 0;
  const looking = setInterval(async () => {
    rssMiB = Math.max(rssMiB, await residentMiB(child.pid));
  }, 250);
  const [code] = await once(child, 'exit');
  clearInterval(looking);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`);
  return { seconds: (performance.now() - begun) / 1000, rssMiB };
}

/**
 * Where the system tells of processes in /proc; 0 elsewhere.
 *
 * @param {number | undefined} pid
 */
async function residentMiB(pid) {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // The process has ended, or there is no /proc.
    return 0;
  }
}
