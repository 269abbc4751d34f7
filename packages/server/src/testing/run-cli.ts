import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** How a command ended, and what it said where. */
export interface CliOutcome {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

/** Runs `teo-support` as an operator does: the built program, in a process of its own. */
export function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CliOutcome> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, ...environment };
    execFile(process.execPath, [program, ...args], { env }, (error, printed, complained) =>
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
        printed,
        complained,
      }),
    );
  });
}
