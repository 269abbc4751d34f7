import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs one test of the server's, and shows what it says while it runs.
 *
 * @param {string} root the repository
 * @param {string} test part of its path
 * @param {Record<string, string>} environment what it is told beside the usual
 * @returns {Promise<number>} the exit code
 */
export async function runTestAloud(root, test, environment) {
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', 'config/vitest.config.ts', '--project', 'server', test],
      ...['--disable-console-intercept', '--reporter', 'dot'],
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
