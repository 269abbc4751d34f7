import { requesterTicketList, staffTicketList } from '@teo-support/core';
import { startHello } from './hello.mjs';
import { keptPopulation } from './population/kept.mjs';
import { agent } from './population/model.mjs';
import { startServer, tokenOf } from './server.mjs';

/**
 * @typedef {import('./server.mjs').BenchServer} BenchServer
 * @typedef {{ server: BenchServer, teomaster: Record<string, string>, staff: Record<string, string> }} Served
 * @typedef {{ as: 'teomaster' | 'staff', path: string }} Asked
 *
 * @typedef {object} ReadingFigure
 * @property {string} what
 * @property {number} p50Few at the small size, in milliseconds
 * @property {number} p95Few
 * @property {number} p50Many at the large one
 * @property {number} p95Many
 * @property {number} ratio p95 at the large size to that at the small one
 * @property {number} ofHello p95 at the large size to that of a route that does nothing, asked in between
 */

/**
 * What people read, one request after the other, in turns on a server with few tickets, on one with many, and on a route
 * that does nothing: what else the machine does meets all three.
 *
 * @param {string} folder
 * @param {{ few: number, many: number, requests: number }} size
 */
export async function measureReading(folder, { few, many, requests }) {
  const populations = [await keptPopulation(folder, few), await keptPopulation(folder, many)];
  const hello = await startHello();
  const [small, large] = await Promise.all(populations.map(serve));
  if (small === undefined || large === undefined) throw new Error('There are two sizes.');
  try {
    const before = (await large.server.metrics()).get('process_resident_memory_bytes') ?? 0;
    const figures = [];
    let loopMaxMs = 0;
    for (const [what, paths] of Object.entries(await cases(small, large))) {
      const times = { few: timesOf(), many: timesOf(), hello: timesOf() };
      for (let n = 0; n < requests + 3; n += 1) {
        const [atFew, atMany] = paths[n % paths.length] ?? [];
        if (atFew === undefined || atMany === undefined) throw new Error(`${what} asks for nothing.`);
        // The first ones prepare statements.
        const keep = n >= 3;
        times.few.add(await timed(small, atFew), keep);
        times.many.add(await timed(large, atMany), keep);
        times.hello.add(await timedHello(hello.url), keep);
      }
      loopMaxMs = Math.max(loopMaxMs, (await loopMax(large.server)) ?? 0);
      figures.push({
        what,
        p50Few: times.few.at(0.5),
        p95Few: times.few.at(0.95),
        p50Many: times.many.at(0.5),
        p95Many: times.many.at(0.95),
        ratio: times.many.at(0.95) / times.few.at(0.95),
        ofHello: times.many.at(0.95) / times.hello.at(0.95),
      });
    }
    const after = (await large.server.metrics()).get('process_resident_memory_bytes') ?? 0;
    return { figures, loopMaxMs, rssBeforeMiB: before / 2 ** 20, rssAfterMiB: after / 2 ** 20 };
  } finally {
    await Promise.all([small.server.stop(), large.server.stop(), hello.stop()]);
  }
}

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
 * Pairs of requests, for the small and the large size, by what they read: each filter with each sort, the first page and
 * one far behind it.
 *
 * @param {Served} small
 * @param {Served} large
 */
async function cases(small, large) {
  /** @type {Record<string, [Asked, Asked][]>} */
  const found = {};
  /**
   * @param {string} what
   * @param {Asked['as']} as
   * @param {(served: Served) => Promise<string> | string} path
   */
  const add = async (what, as, path) => {
    const pair = /** @type {[Asked, Asked]} */ (
      await Promise.all([small, large].map(async (served) => ({ as, path: await path(served) })))
    );
    found[what] = [...(found[what] ?? []), pair];
  };
  const { sorts } = staffTicketList;
  for (const { name: sort } of sorts) {
    for (const [name, value] of filterValues) {
      const ask = async (/** @type {Served} */ served) => {
        const chosen = typeof value === 'string' ? value : await value(served);
        return `/v1/staff/tickets?${new URLSearchParams({ [name]: chosen, sort })}`;
      };
      await add(`queue, ${name}`, 'staff', ask);
    }
    await add(`queue by ${sort}, deep`, 'staff', async (served) => {
      const query = `status=all&sort=${encodeURIComponent(sort)}`;
      return `/v1/staff/tickets?${query}&cursor=${await deepCursor(served, `/v1/staff/tickets?${query}`)}`;
    });
  }
  for (const { name } of requesterTicketList.sorts) {
    await add('my tickets', 'teomaster', () => `/v1/tickets?sort=${encodeURIComponent(name)}`);
    await add(
      'tickets of my organization',
      'teomaster',
      () => `/v1/tickets?scope=organization&sort=${encodeURIComponent(name)}`,
    );
  }
  for (let n = 0; n < 20; n += 1) {
    await add(
      'one ticket, téomaster',
      'teomaster',
      async (served) => `/v1/tickets/${(await own(served))[n]}`,
    );
    await add('one ticket, team', 'staff', async (served) => `/v1/staff/tickets/${(await some(served))[n]}`);
  }
  for (const [what, q] of Object.entries(searches)) {
    const query = new URLSearchParams({ q });
    await add(`search, ${what}, team`, 'staff', () => `/v1/staff/tickets?${query}`);
    await add(`search, ${what}, téomaster`, 'teomaster', () => `/v1/tickets?${query}`);
  }
  await add('search, a name, team', 'staff', () => '/v1/staff/tickets?q=organisme');
  return found;
}

const searches = {
  'rare word': '5000 ',
  'common word': 'facture ',
  'several words': 'feuille émargement session ',
  'words that few have together': 'facture émargement licorne ',
  beginning: 'fact',
};

/** @type {[name: string, value: string | ((served: Served) => Promise<string>)][]} */
const filterValues = [
  ['status', 'unresolved'],
  ['status', 'all'],
  ['status', 'pending'],
  ['status', 'resolved'],
  ['status', 'cancelled'],
  ['service', 'sales'],
  ['agent', 'none'],
  ['agent', async (served) => (await get(served, 'staff', '/v1/staff/session')).id],
  ['priority', 'urgent'],
  ['type', 'rnd'],
  ['organization', async (served) => (await first(served, 'staff', '/v1/staff/tickets')).organization.id],
  ['asked', 'technical'],
  ['turn', 'requester'],
  ['overdue', 'true'],
  ['merged', 'only'],
];

/** @type {(served: Served) => Promise<string[]>} */
const own = (served) => ids(served, 'teomaster', '/v1/tickets?limit=20');
/** @type {(served: Served) => Promise<string[]>} */
const some = (served) => ids(served, 'staff', '/v1/staff/tickets?status=all&sort=-filed&limit=20');

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * @param {Served} served
 * @param {Asked['as']} as
 * @param {string} path
 */
function get({ server, ...headers }, as, path) {
  const url = `${server.url}${path}`;
  const known = asked.get(url) ?? fetch(url, { headers: headers[as] }).then((response) => response.json());
  asked.set(url, known);
  return known;
}

/** @type {(served: Served, as: Asked['as'], path: string) => Promise<any>} */
async function first(served, as, path) {
  return (await get(served, as, path)).items[0];
}

/** @type {(served: Served, as: Asked['as'], path: string) => Promise<string[]>} */
async function ids(served, as, path) {
  const { items } = /** @type {{ items: { id: string }[] }} */ (await get(served, as, path));
  return items.map(({ id }) => id);
}

/**
 * The cursor behind two thousand tickets.
 *
 * @param {Served} served
 * @param {string} path
 */
async function deepCursor(served, path) {
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const at = cursor === '' ? '' : `&cursor=${cursor}`;
    cursor = (await get(served, 'staff', `${path}&limit=100${at}`)).nextCursor;
  }
  return cursor;
}

/**
 * @param {Served} served
 * @param {Asked} asked
 */
async function timed({ server, ...headers }, { as, path }) {
  const begun = performance.now();
  const response = await fetch(`${server.url}${path}`, { headers: headers[as] });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
  return performance.now() - begun;
}

/** @param {string} url */
async function timedHello(url) {
  const begun = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - begun;
}

function timesOf() {
  /** @type {number[]} */
  const times = [];
  return {
    /** @type {(ms: number, keep: boolean) => void} */
    add: (ms, keep) => {
      if (keep) times.push(ms);
    },
    /** @param {number} part */
    at: (part) =>
      times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN,
  };
}

/** @param {BenchServer} server */
export async function loopMax(server) {
  const seconds = (await server.metrics()).get('nodejs_eventloop_lag_max_seconds');
  return seconds === undefined ? undefined : seconds * 1000;
}
