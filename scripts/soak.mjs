import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { installMissing } from './install-missing.mjs';
import { runTestAloud } from './run-test-aloud.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run soak -- [--minutes N]

500 téomasters, 6 people of the team and 66 who listen use a server with the demo's data. Prints what the server holds
every ten seconds, and at the end the time of each operation, errors by status, and how memory and handles have changed.

Flat is memory that grows, along the line through its samples after a fifth of the time, by less than a tenth, or 16 MiB
of heap and 64 MiB in all. Exit codes: 0 no error, flat, nothing left open, the log whole; 1 otherwise.
npm test does seconds of it.`);
  process.exit();
}

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
await installMissing(root, console.log);
await build(root, console.log);
const folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
try {
  const { demoHistory } = await import('@teo-support/demo');
  const history = join(folder, 'history.json');
  await writeFile(history, JSON.stringify(demoHistory(Date.now())));
  process.exitCode = await runTestAloud(root, 'testing/soak/soak', {
    SOAK_MINUTES: values.minutes,
    SOAK_HISTORY: history,
  });
} finally {
  await rm(folder, { recursive: true });
}
