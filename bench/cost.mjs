import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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
 * @property {number} indexSecondsPerMillionTickets to make the index of words again, while a server serves
 * @property {number} exportSecondsPerMillionTickets of the list of all tickets as CSV, while it is read
 * @property {number} verifyLoopMaxMs longest that the event loop of a server on the same file was held up meanwhile
 * @property {number} backupLoopMaxMs
 * @property {number} exportLoopMaxMs the same of the server that exports
 * @property {number} indexLoopMaxMs the same of the server that indexes
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
    const [counted] = db.all(
      'SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM tickets WHERE merged_into IS NULL) AS listed',
    );
    db.close();
    const { size: bytes } = await stat(path);
    const gigabytes = bytes / 1e9;

    const beside = await besideServer(population, place, Number(counted?.listed));

    const hashed = await seconds(() => hashOf(path));
    const copied = await seconds(() => copyFile(join(place, 'backup', 'support.db'), join(place, 'copy.db')));
    await rm(join(place, 'copy.db'));
    const restored = await runCommand(join(place, 'restored'), ['restore', join(place, 'backup')]);
    const indexed = await indexAgain(join(place, 'restored'), Math.min(size, mostIndexed));
    await rm(place, { recursive: true });
    figures.push({
      tickets: size,
      bytesPerTicket: bytes / size,
      startSeconds: beside.startSeconds,
      verifySecondsPerMillionEvents: (beside.verified.seconds * 1e6) / Number(counted?.events),
      verifyRssMiB: beside.verified.rssMiB,
      verifyOfSha256: beside.verified.seconds / hashed,
      backupSecondsPerGB: beside.backedUp.seconds / gigabytes,
      restoreSecondsPerGB: restored.seconds / gigabytes,
      restoreOfCopy: restored.seconds / copied,
      indexSecondsPerMillionTickets: (indexed.seconds * 1e6) / Math.min(size, mostIndexed),
      exportSecondsPerMillionTickets: (beside.exportSeconds * 1e6) / size,
      verifyLoopMaxMs: beside.verifyLoopMaxMs,
      backupLoopMaxMs: beside.backupLoopMaxMs,
      exportLoopMaxMs: beside.exportLoopMaxMs,
      indexLoopMaxMs: indexed.loopMaxMs,
    });
  }
  return figures;
}

/**
 * What is done while a server serves, and how long that one's event loop was held up meanwhile.
 *
 * @param {{ folder: string }} population
 * @param {string} place where the backup goes
 * @param {number} listed how many tickets are in the list of all
 */
async function besideServer(population, place, listed) {
  const served = await serve(population);
  try {
    const ready = await fetch(`${served.server.url}/readyz`);
    if (!ready.ok) throw new Error(`/readyz answered ${ready.status} at the start.`);
    await look(served);
    const verified = await runCommand(population.folder, ['verify', '--json']);
    const { loopMaxMs: verifyLoopMaxMs } = await look(served);
    const backedUp = await runCommand(population.folder, ['backup', join(place, 'backup')]);
    const { loopMaxMs: backupLoopMaxMs } = await look(served);
    const exportSeconds = await seconds(() => exportAll(served, listed));
    const { loopMaxMs: exportLoopMaxMs } = await look(served);
    return {
      startSeconds: served.server.startedInMs / 1000,
      verified,
      verifyLoopMaxMs,
      backedUp,
      backupLoopMaxMs,
      exportSeconds,
      exportLoopMaxMs,
    };
  } finally {
    await served.server.stop();
  }
}

/** So many tickets are indexed again: each costs the same. */
const mostIndexed = 10_000;

/**
 * Has a server find its index empty and the oldest tickets of its database still to be indexed, as after `reindex`.
 *
 * @param {string} folder
 * @param {number} tickets
 */
async function indexAgain(folder, tickets) {
  const db = new Rows(join(folder, 'support.db'));
  const [first] = db.all('SELECT min(number) AS number FROM tickets');
  for (const index of ['ticket_words', 'ticket_team_words']) {
    const [made] = db.all(`SELECT sql FROM sqlite_master WHERE name = '${index}'`);
    db.run(`DROP TABLE ${index}`);
    db.run(String(made?.sql));
    db.run(`INSERT INTO ${index}(${index}, rank) VALUES ('secure-delete', 1)`);
  }
  db.run(`INSERT INTO search_backlog (id, up_to) VALUES (1, ${Number(first?.number) + tickets - 1})`);
  db.close();
  const served = await serve({ folder });
  const begun = performance.now();
  // Starting has held it up before it listened.
  await look(served);
  let loopMaxMs = 0;
  for (;;) {
    const stand = await look(served);
    loopMaxMs = Math.max(loopMaxMs, stand.loopMaxMs);
    if (stand.searchBacklog === 0) break;
    await setTimeout(200);
  }
  await served.server.stop();
  return { seconds: (performance.now() - begun) / 1000, loopMaxMs };
}

/**
 * Reads the list of all tickets as CSV to its end.
 *
 * @param {import('./reading/served.mjs').Served} served
 * @param {number} tickets how many there are to be
 */
async function exportAll({ server, staff }, tickets) {
  const response = await fetch(`${server.url}/v1/staff/tickets.csv?status=all`, { headers: staff });
  if (!response.ok || response.body === null) throw new Error(`The export was answered ${response.status}.`);
  let lines = 0;
  for await (const chunk of response.body) for (const byte of chunk) if (byte === 0x0a) lines += 1;
  if (lines < tickets) throw new Error(`The export of ${tickets} tickets has ${lines} lines.`);
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
