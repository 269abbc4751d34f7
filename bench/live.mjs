import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { malfunction } from './malfunction.mjs';
import { startServer, tokenOf } from './server.mjs';

/** Ten téomasters of an organization listen; what happens to a ticket of theirs is told to them alone. */
const perGroup = 10;
const eventsPerSecond = 50;

/**
 * @typedef {object} LiveFigure
 * @property {string} what
 * @property {number} listeners
 * @property {number} told messages that came to listeners
 * @property {number} missing messages that did not come
 * @property {number} p50 from the event to the client, in milliseconds
 * @property {number} p95
 * @property {number} cpuMsPerMessage processor time of the server for one message, with what made it
 * @property {number} cpuMsPerListener processor time of the server for one who listens, each second
 * @property {number} kibPerListener
 * @property {number} loopMaxMs
 */

/**
 * @typedef {object} Told whoever can be listened to, and can be made to tell
 * @property {(group: number, member: number) => Promise<{ url: string, headers: Record<string, string> }>} stream
 * @property {(group: number) => Promise<void>} happen
 * @property {() => Promise<{ cpuSeconds: number, rss: number, loopMaxMs: number }>} figures
 * @property {() => Promise<void>} stop
 */

/**
 * How soon those who listen are told, what that costs, and what it costs that they listen: by the server with a durable
 * event each time, and by streams of the same stack that do nothing else.
 *
 * @param {string} folder
 * @param {{ seconds: number, listeners: number }} effort
 * @returns {Promise<LiveFigure[]>}
 */
export async function measureLive(folder, effort) {
  const place = join(folder, 'live');
  await rm(place, { recursive: true, force: true });
  return [
    await measure('bare streams', await startBare(), effort),
    await measure('the server', await startTold(place, effort.listeners / perGroup), effort),
  ];
}

/**
 * @param {string} what
 * @param {Told} told
 * @param {{ seconds: number, listeners: number }} effort
 * @returns {Promise<LiveFigure>}
 */
async function measure(what, told, { seconds, listeners }) {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  /** @type {number[]} */
  const delays = [];
  const empty = await told.figures();
  /** @type {(() => void)[]} */
  const ends = [];
  try {
    for (let n = 0; n < listeners; n += 50) {
      const some = Array.from({ length: 50 }, async (_, k) => {
        const { url, headers } = await told.stream(Math.floor((n + k) / perGroup), (n + k) % perGroup);
        ends.push(await listen(agent, url, headers, (at) => delays.push(Date.now() - at)));
      });
      await Promise.all(some);
    }
    await pause(500);
    const before = await told.figures();
    const groups = listeners / perGroup;
    const begun = performance.now();
    let happened = 0;
    /** @type {Promise<void>[]} */
    const under = [];
    for (; happened < seconds * eventsPerSecond; happened += 1) {
      under.push(told.happen((happened * 37) % groups));
      await pause(Math.max(0, begun + ((happened + 1) * 1000) / eventsPerSecond - performance.now()));
    }
    await Promise.all(under);
    await pause(1000);
    const after = await told.figures();
    const cpuMs = (after.cpuSeconds - before.cpuSeconds) * 1000;
    const took = (performance.now() - begun) / 1000;
    delays.sort((a, b) => a - b);
    /** @param {number} part */
    const quantile = (part) => delays[Math.floor(delays.length * part)] ?? Number.NaN;
    return {
      what,
      listeners,
      told: delays.length,
      missing: happened * perGroup - delays.length,
      p50: quantile(0.5),
      p95: quantile(0.95),
      cpuMsPerMessage: cpuMs / delays.length,
      cpuMsPerListener: cpuMs / listeners / took,
      kibPerListener: (before.rss - empty.rss) / 1024 / listeners,
      loopMaxMs: after.loopMaxMs,
    };
  } finally {
    for (const end of ends) end();
    agent.destroy();
    await told.stop();
  }
}

/**
 * Resolves once the stream stands.
 *
 * @param {Agent} agent
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {(at: number) => void} heard with the time of the event, in milliseconds since 1970
 * @returns {Promise<() => void>} ends it
 */
function listen(agent, url, headers, heard) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { ...headers, accept: 'text/event-stream' } }, (response) => {
      if (response.statusCode !== 200)
        reject(new Error(`A stream was answered with ${response.statusCode}.`));
      response.setEncoding('utf8');
      let rest = '';
      response.on('data', (chunk) => {
        const messages = (rest + chunk).split('\n\n');
        rest = messages.pop() ?? '';
        for (const message of messages) {
          if (message.includes('event: connected')) resolve(() => sent.destroy());
          const at = /"at":"([^"]+)"/.exec(message)?.[1];
          if (at !== undefined) heard(Date.parse(at));
        }
      });
      response.on('error', () => {});
    });
    sent.on('error', reject);
    sent.end();
  });
}

/**
 * @param {string} place
 * @param {number} groups
 * @returns {Promise<Told>}
 */
async function startTold(place, groups) {
  const server = await startServer(place);
  /** @type {string[]} */
  const ticketIds = [];
  const tokens = await Promise.all(Array.from({ length: groups }, (_, group) => tokenOf(group * perGroup)));
  /** @param {number} group */
  const bearer = (group) => ({ authorization: `Bearer ${tokens[group]}` });
  /**
   * @param {number} group
   * @param {string} path
   * @param {object} body
   * @returns {Promise<{ id: string }>}
   */
  async function post(group, path, body) {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: {
        ...bearer(group),
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
    return /** @type {{ id: string }} */ (await response.json());
  }
  for (let group = 0; group < groups; group += 1) {
    ticketIds.push((await post(group, '/v1/tickets', malfunction())).id);
  }
  return {
    stream: async (group, member) => ({
      url: `${server.url}/v1/live`,
      headers: { authorization: `Bearer ${await tokenOf(group * perGroup + member)}` },
    }),
    happen: async (group) =>
      void (await post(group, `/v1/tickets/${ticketIds[group]}/replies`, { text: 'Autre précision.' })),
    async figures() {
      const figures = await server.metrics();
      return {
        cpuSeconds: figures.get('process_cpu_seconds_total') ?? Number.NaN,
        rss: figures.get('process_resident_memory_bytes') ?? Number.NaN,
        loopMaxMs: (figures.get('nodejs_eventloop_lag_max_seconds') ?? Number.NaN) * 1000,
      };
    },
    stop: () => server.stop(),
  };
}

/** @returns {Promise<Told>} */
async function startBare() {
  const child = fork(fileURLToPath(new URL('bare-stream-server.mjs', import.meta.url)));
  const exited = once(child, 'exit');
  const [port] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}/streams`;
  return {
    stream: async (group) => ({ url: `${url}/${group}`, headers: {} }),
    async happen(group) {
      await (await fetch(`${url}/${group}`, { method: 'POST' })).json();
    },
    async figures() {
      child.send('figures');
      const [figures] = await once(child, 'message');
      return figures;
    },
    async stop() {
      child.kill();
      await exited;
    },
  };
}
