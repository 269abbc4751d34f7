import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { installMissing } from './install-missing.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Sends hostile requests to a local server: `npm run hostile`, or `npm run hostile -- 5000 42` for so many and of that
 * seed. The same seed sends the same requests; `npm test` sends fewer, always of the same one.
 */

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const [count = '100000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);

await installMissing(root, console.log);
await build(root, console.log);
console.log(`${count} hostile requests of seed ${seed} …`);
const { code, output } = await runCommand(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    ...['run', '--config', 'config/vitest.config.ts', '--project', 'server', 'testing/hostile'],
  ],
  {
    cwd: root,
    env: { ...process.env, HOSTILE_REQUESTS: count, HOSTILE_SEED: seed },
    limitMs: 6 * 3_600_000,
  },
);
console.log(output);
process.exitCode = code;
