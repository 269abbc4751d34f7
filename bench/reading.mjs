import { startHello } from './hello.mjs';
import { keptPopulation } from './population/kept.mjs';
import { readingCases } from './reading/cases.mjs';
import { look, serve } from './reading/served.mjs';
import { itemsOf, timed, timedHello, timesOf } from './reading/timing.mjs';

/**
 * @typedef {object} ReadingFigure
 * @property {string} what
 * @property {number} itemsFew how many tickets the first page has: only pages of as many can be compared
 * @property {number} itemsMany
 * @property {number} p50Few at the small size, in milliseconds
 * @property {number} p95Few
 * @property {number} p50Many at the large one
 * @property {number} p95Many
 * @property {number} ratio p95 at the large size to that at the small one
 * @property {number} cpuFew processor time of the server for a request, in milliseconds: what else runs is not in it
 * @property {number} cpuMany
 * @property {number} cpuRatio
 * @property {number} ofHello p95 at the large size to that of a route that does nothing, asked in between
 *
 * @typedef {object} LoopFigure
 * @property {string} activity
 * @property {number} loopMaxMs longest that the event loop of the server with many was held up meanwhile
 * @property {number} helloLoopMaxMs the same of a process that does nothing, and is held up by the machine alone
 *
 * @typedef {object} MemoryFigure
 * @property {number} tickets
 * @property {number} startMiB resident, once it listens
 * @property {number} warmMiB after a first round of all requests
 * @property {number} endMiB
 */

/** Each path is asked so often before anything is measured: statements are prepared, caches filled. */
const warmRounds = 3;

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
    const servers = [small, large];
    const started = await Promise.all(servers.map(look));
    const cases = Object.entries(await readingCases(small, large));
    for (const [, paths] of cases) {
      for (let n = 0; n < warmRounds * paths.length; n += 1) await askBoth(paths[n % paths.length]);
    }
    const warm = await Promise.all(servers.map(look));
    /** @type {ReadingFigure[]} */
    const figures = [];
    /** @type {Map<string, LoopFigure>} */
    const loops = new Map();
    for (const [what, paths] of cases) {
      const times = { few: timesOf(), many: timesOf(), hello: timesOf() };
      const before = await Promise.all(servers.map(look));
      await hello.loopMaxMs();
      for (let n = 0; n < requests; n += 1) {
        const { fewMs, manyMs } = await askBoth(paths[n % paths.length]);
        times.few.add(fewMs);
        times.many.add(manyMs);
        times.hello.add(await timedHello(hello.url));
      }
      const after = await Promise.all(servers.map(look));
      const [cpuFew = Number.NaN, cpuMany = Number.NaN] = after.map(
        ({ cpuMs }, place) => (cpuMs - (before[place]?.cpuMs ?? 0)) / requests,
      );
      const activity = what.startsWith('search')
        ? 'search'
        : what.startsWith('one ticket')
          ? 'one ticket'
          : 'list';
      const held = loops.get(activity) ?? { activity, loopMaxMs: 0, helloLoopMaxMs: 0 };
      loops.set(activity, {
        activity,
        loopMaxMs: Math.max(held.loopMaxMs, after[1]?.loopMaxMs ?? Number.NaN),
        helloLoopMaxMs: Math.max(held.helloLoopMaxMs, await hello.loopMaxMs()),
      });
      const [first] = paths;
      figures.push({
        what,
        itemsFew: first === undefined ? 0 : await itemsOf(small, first[0]),
        itemsMany: first === undefined ? 0 : await itemsOf(large, first[1]),
        p50Few: times.few.at(0.5),
        p95Few: times.few.at(0.95),
        p50Many: times.many.at(0.5),
        p95Many: times.many.at(0.95),
        ratio: times.many.at(0.95) / times.few.at(0.95),
        cpuFew,
        cpuMany,
        cpuRatio: cpuMany / cpuFew,
        ofHello: times.many.at(0.95) / times.hello.at(0.95),
      });
    }
    const end = await Promise.all(servers.map(look));
    /** @type {MemoryFigure[]} */
    const memory = [few, many].map((tickets, place) => ({
      tickets,
      startMiB: started[place]?.residentMiB ?? Number.NaN,
      warmMiB: warm[place]?.residentMiB ?? Number.NaN,
      endMiB: end[place]?.residentMiB ?? Number.NaN,
    }));
    return { figures, loops: [...loops.values()], memory };
  } finally {
    await Promise.all([small.server.stop(), large.server.stop(), hello.stop()]);
  }

  /** @param {import('./reading/cases.mjs').Pair | undefined} pair */
  async function askBoth(pair) {
    if (pair === undefined || small === undefined || large === undefined)
      throw new Error('Nothing is asked for.');
    return { fewMs: await timed(small, pair[0]), manyMs: await timed(large, pair[1]) };
  }
}
