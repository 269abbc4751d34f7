import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { forumCases } from './forum/cases.mjs';
import { populateForum } from './forum/populate.mjs';
import { voteAtOnce, voteOneByOne } from './forum/voting.mjs';
import { startHello } from './hello.mjs';
import { makeModel } from './population/model.mjs';
import { serve } from './reading/served.mjs';
import { itemsOf, timed, timedHello, timesOf } from './reading/timing.mjs';

/**
 * @typedef {object} ForumFigure
 * @property {string} what
 * @property {number} itemsFew how many requests the first answer has: only answers of as many can be compared
 * @property {number} itemsMany
 * @property {number} p50Few at the small size, in milliseconds
 * @property {number} p95Few
 * @property {number} p50Many at the large one
 * @property {number} p95Many
 * @property {number} ratio p95 at the large size to that at the small one
 * @property {number} ofHello p95 at the large size to that of a route that does nothing, asked in between
 */

/** Each path is asked so often before anything is measured. */
const warmRounds = 2;
/** So many votes a request has on average. */
const votesOfRequest = 10;

/**
 * What téomasters and the team read of the forum, in turns on a server with few requests, on one with many, and on a route
 * that does nothing; votes one by one at both sizes; and one request that very many people vote for at once.
 *
 * @param {string} folder
 * @param {{ few: number, many: number, requests: number, voters: number }} size
 */
export async function measureForum(folder, { few, many, requests, voters }) {
  const place = join(folder, 'forum');
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  const now = Date.now();
  await makeModel(join(place, 'model'), now);
  const built = [];
  for (const size of [few, many]) {
    const at = join(place, `requests-${size}`);
    await mkdir(at);
    const begun = performance.now();
    const made = populateForum(join(place, 'model', 'support.db'), join(at, 'support.db'), {
      requests: size,
      votes: size * votesOfRequest,
      now,
    });
    built.push({
      requests: size,
      votes: size * votesOfRequest,
      ...made,
      seconds: (performance.now() - begun) / 1000,
    });
  }
  const hello = await startHello();
  const [small, large] = await Promise.all(
    [few, many].map((size) => serve({ folder: join(place, `requests-${size}`) })),
  );
  if (small === undefined || large === undefined) throw new Error('There are two sizes.');
  try {
    const [casesFew, casesMany] = await Promise.all([forumCases(small), forumCases(large)]);
    /** @type {ForumFigure[]} */
    const figures = [];
    for (const [what, asked] of Object.entries(casesFew)) {
      const same = casesMany[what] ?? [];
      const times = { few: timesOf(), many: timesOf(), hello: timesOf() };
      for (let n = -warmRounds * asked.length; n < requests; n += 1) {
        const turn = (n + warmRounds * asked.length) % asked.length;
        const [one, other] = [asked[turn], same[turn]];
        if (one === undefined || other === undefined) throw new Error('Nothing is asked for.');
        const [fewMs, manyMs] = [await timed(small, one), await timed(large, other)];
        if (n < 0) continue;
        times.few.add(fewMs);
        times.many.add(manyMs);
        times.hello.add(await timedHello(hello.url));
      }
      const [first, sameFirst] = [asked[0], same[0]];
      figures.push({
        what,
        itemsFew: first === undefined ? 0 : await itemsOf(small, first),
        itemsMany: sameFirst === undefined ? 0 : await itemsOf(large, sameFirst),
        ...compared(
          { p50: times.few.at(0.5), p95: times.few.at(0.95) },
          { p50: times.many.at(0.5), p95: times.many.at(0.95) },
        ),
        ofHello: times.many.at(0.95) / times.hello.at(0.95),
      });
    }
    const votes = compared(await voteOneByOne(small, requests), await voteOneByOne(large, requests));
    figures.push({ what: 'a vote', itemsFew: 1, itemsMany: 1, ...votes, ofHello: Number.NaN });
    return { built, figures, voting: [await voteAtOnce(large, voters)] };
  } finally {
    await Promise.all([small.server.stop(), large.server.stop(), hello.stop()]);
    await rm(place, { recursive: true, force: true });
  }
}

/**
 * @param {{ p50: number, p95: number }} few
 * @param {{ p50: number, p95: number }} many
 */
function compared(few, many) {
  return {
    p50Few: few.p50,
    p95Few: few.p95,
    p50Many: many.p50,
    p95Many: many.p95,
    ratio: many.p95 / few.p95,
  };
}
