import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command-line.mjs';
import { keptPopulation } from './population/kept.mjs';
import { Rows } from './population/rows.mjs';
import { look, serve } from './reading/served.mjs';

/**
 * @typedef {object} CostFigure
 * @property {number} tickets
 * @property {number} bytesPerTicket
 * @property {number} startSeconds from the start of the process until it listens; `/readyz` says yes then
 * @property {number} verifySecondsPerMillionEvents
 * @property {number} verifyRssMiB
 * @property {number} verifyOfSha256 how long it takes to that of only reading and hashing the file
 * @property {number} backupSecondsPerGB
 * @property {number} restoreSecondsPerGB with every chain verified
 * @property {number} restoreOfCopy how long it takes to that of copying the file
 * @property {number} loopMaxMs longest that the event loop of a server on the same file was late meanwhile
 */

/**
 * What grows with the work: the size of the file, and how long it takes to start on it, to verify it, to back it up and
 * to bring it back. Verification and backup run beside a server, as they would.
 *
 * @param {string} folder
 * @param {readonly number[]} sizes
 * @returns {Promise<CostFigure[]>}
 */
export async function measureCost(folder, sizes) {
  const figures = [];
  for (const size of sizes) {
    const population = await keptPopulation(folder, size);
    const place = join(folder, 'cost');
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    const path = join(population.folder, 'support.db');
    const db = new Rows(path);
    const [counted] = db.all('SELECT count(*) AS events FROM events');
    db.close();
    const { size: bytes } = await stat(path);
    const gigabytes = bytes / 1e9;

    const served = await serve(population);
    const ready = await fetch(`${served.server.url}/readyz`);
    if (!ready.ok) throw new Error(`/readyz answered ${ready.status} at the start.`);
    const startSeconds = served.server.startedInMs / 1000;
    await look(served);
    const verified = await runCommand(population.folder, ['verify', '--json']);
    const backedUp = await runCommand(population.folder, ['backup', join(place, 'backup')]);
    const { loopMaxMs } = await look(served);
    await served.server.stop();

    const hashed = await seconds(() => hashOf(path));
    const copied = await seconds(() => copyFile(join(place, 'backup', 'support.db'), join(place, 'copy.db')));
    await rm(join(place, 'copy.db'));
    const restored = await runCommand(join(place, 'restored'), ['restore', join(place, 'backup')]);
    await rm(place, { recursive: true });
    figures.push({
      tickets: size,
      bytesPerTicket: bytes / size,
      startSeconds,
      verifySecondsPerMillionEvents: (verified.seconds * 1e6) / Number(counted?.events),
      verifyRssMiB: verified.rssMiB,
      verifyOfSha256: verified.seconds / hashed,
      backupSecondsPerGB: backedUp.seconds / gigabytes,
      restoreSecondsPerGB: restored.seconds / gigabytes,
      restoreOfCopy: restored.seconds / copied,
      loopMaxMs,
    });
  }
  return figures;
}

/** @param {string} path */
async function hashOf(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

/** @param {() => Promise<unknown>} work */
async function seconds(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
