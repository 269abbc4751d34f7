import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCreation } from './creation.mjs';
import { machine, printTable } from './report.mjs';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: process.env.BENCH_DIR ?? join(tmpdir(), 'teo-support-bench') },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run bench -- [--seconds N] [--rounds N] [--folder DIR] [--json FILE]

Measures the built server (npm run build) in processes of its own and prints tables. Figures of one run can be compared
with each other, not with those of another machine or hour: hence the ratios.`);
  process.exit();
}

const effort = { seconds: Number(values.seconds), rounds: Number(values.rounds) };
const folder = resolve(values.folder);
const creation = await measureCreation(folder, effort);
printTable('Durable creation over HTTP', creation, {
  connections: ['connections', 0],
  perSecond: ['created /s', 0],
  p50: ['p50 ms', 1],
  p99: ['p99 ms', 1],
  rawPerSecond: ['raw inserts /s', 0],
  ofRaw: ['of raw', 2],
  helloPerSecond: ['hello /s', 0],
  unitsPerCommit: ['per commit', 1],
  loopMaxMs: ['loop max ms', 1],
});
const report = { at: new Date().toISOString(), machine: machine(), creation };
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
