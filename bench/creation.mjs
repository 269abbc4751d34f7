import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startHello } from './hello.mjs';
import { malfunction } from './malfunction.mjs';
import { insertRaw } from './raw-inserts.mjs';
import { startServer, tokenOf } from './server.mjs';

const connectionCounts = [1, 8, 32];

/**
 * @typedef {object} CreationFigure
 * @property {number} connections
 * @property {number} created
 * @property {number} perSecond durable creations over HTTP
 * @property {number} p50 in milliseconds
 * @property {number} p99 in milliseconds
 * @property {number} rawPerSecond the same rows, inserted with the same pragmas by as many in a commit
 * @property {number} helloPerSecond a route of the same stack that does nothing
 * @property {number} ofRaw
 * @property {number} cpuMs processor time of the server for one ticket, which other work on the machine changes least
 * @property {number} rawCpuMs the same of the raw inserts
 * @property {number} commitMs how long a commit took with all its units
 * @property {number} unitsPerCommit
 * @property {number} loopMaxMs longest that the server's event loop was late
 */

/**
 * How many tickets a second are on disk when they are acknowledged, against the same rows inserted without any of it,
 * and against a route that does nothing. Each round measures all three, and the medians are kept, as what else the
 * machine does changes from minute to minute.
 *
 * @param {string} folder
 * @param {{ seconds: number, rounds: number }} effort
 * @returns {Promise<CreationFigure[]>}
 */
export async function measureCreation(folder, { seconds, rounds }) {
  const place = join(folder, 'creation');
  await rm(place, { recursive: true, force: true });
  const hello = await startHello();
  const server = await startServer(place);
  const token = await tokenOf();
  const figures = [];
  try {
    const body = JSON.stringify(malfunction());
    await fire(server.url, token, body, 8, 1);
    for (const connections of connectionCounts) {
      const measured = [];
      for (let round = 0; round < rounds; round += 1) {
        const raw = await insertRaw(server.database, join(place, 'raw.db'), connections, seconds);
        const before = await server.metrics();
        const fired = await fire(server.url, token, body, connections, seconds);
        const after = await server.metrics();
        /** @param {string} name */
        const rise = (name) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
        const { requests } = await autocannon({ url: hello.url, connections, duration: seconds });
        measured.push({
          connections,
          ...fired,
          rawPerSecond: raw.perSecond,
          helloPerSecond: requests.average,
          ofRaw: fired.perSecond / raw.perSecond,
          cpuMs: (rise('process_cpu_seconds_total') * 1000) / fired.created,
          rawCpuMs: raw.cpuMs,
          commitMs: (rise('teo_commit_seconds_sum') * 1000) / rise('teo_commit_seconds_count'),
          unitsPerCommit: rise('teo_commit_units_sum') / rise('teo_commit_units_count'),
          loopMaxMs: (after.get('nodejs_eventloop_lag_max_seconds') ?? Number.NaN) * 1000,
        });
      }
      measured.sort((a, b) => a.ofRaw - b.ofRaw);
      const median = measured[Math.floor(measured.length / 2)];
      if (median !== undefined) figures.push(median);
    }
  } finally {
    await server.stop();
    await hello.stop();
  }
  return figures;
}

/**
 * @param {string} url
 * @param {string} token
 * @param {string} body
 * @param {number} connections
 * @param {number} seconds
 */
async function fire(url, token, body, connections, seconds) {
  const result = await autocannon({
    url: `${url}/v1/tickets`,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        body,
        setupRequest: (request) => ({
          ...request,
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': crypto.randomUUID(),
          },
        }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} creations were refused, ${result.errors} failed.`);
  }
  return {
    created: result['2xx'],
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
