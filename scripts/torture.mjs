import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { installMissing } from './install-missing.mjs';
import { runTestAloud } from './run-test-aloud.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run torture -- [--minutes N] [--seed S]

Works on a real server over 32 connections and, meanwhile, kills it, fills its disk, lets its disk fail, holds its write
lock and moves its clock: one fault a round, planned by the seed. After each round everything that was sent is sent once
more. Prints each round, and at the end what was lost, doubled or written by half.

Exit codes: 0 nothing; 1 something, or the server did not come back. npm test does each fault once.`);
  process.exit();
}

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
await installMissing(root, console.log);
await build(root, console.log);
process.exitCode = await runTestAloud(root, 'testing/torture', {
  TORTURE_MINUTES: values.minutes,
  TORTURE_SEED: values.seed,
});
