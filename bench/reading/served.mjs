import { agent } from '../population/model.mjs';
import { startServer, tokenOf } from '../server.mjs';

/**
 * @typedef {import('../server.mjs').BenchServer} BenchServer
 * @typedef {{ server: BenchServer, teomaster: Record<string, string>, staff: Record<string, string> }} Served
 * @typedef {{ as: 'teomaster' | 'staff', path: string }} Asked
 */

/**
 * @param {{ folder: string }} population
 * @returns {Promise<Served>}
 */
export async function serve({ folder }) {
  const server = await startServer(folder, { RATE_LIMIT_STAFF: '0' });
  const response = await fetch(`${server.url}/v1/staff/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(agent),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!response.ok || cookie === undefined) throw new Error(`Signing in was answered ${response.status}.`);
  return { server, staff: { cookie }, teomaster: { authorization: `Bearer ${await tokenOf()}` } };
}

/**
 * How a server stands, by its own figures: the memory that is resident, processor time so far, and how long its event
 * loop was held up at the most since it was looked at last.
 *
 * @param {Served} served
 */
export async function look({ server }) {
  const figures = await server.metrics();
  const figure = (/** @type {string} */ name) => figures.get(name) ?? Number.NaN;
  return {
    residentMiB: figure('process_resident_memory_bytes') / 2 ** 20,
    cpuMs: figure('process_cpu_seconds_total') * 1000,
    searchBacklog: figure('teo_search_backlog'),
    loopMaxMs: figure('nodejs_eventloop_lag_max_seconds') * 1000,
  };
}
