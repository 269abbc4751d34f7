// The demo at a moment at which its clock stands still, with fresh data, on `PORT`: what it shows is the same on every
// day, to the number of a ticket and the minute of an answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo } from './serve.mjs';
import { stillMoment } from './still-moment.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'teo-support-still-'));
const demo = await serveDemo({
  port: Number(process.env.PORT),
  dataDir,
  log: console.log,
  now: () => stillMoment,
  env: {},
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    await demo.close();
    rmSync(dataDir, { recursive: true, force: true });
    process.exit();
  });
}
