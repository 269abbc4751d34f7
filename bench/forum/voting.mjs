import { Rows } from '../population/rows.mjs';
import { timesOf } from '../reading/timing.mjs';
import { tokenOf } from '../server.mjs';

/** @typedef {import('../reading/served.mjs').Served} Served */

/** Each says it so often, as whoever gets no answer in time does. */
const repeats = 3;
/** None of those who have voted in the population. */
const firstVoter = 10_000_000;

/**
 * One vote after the other, each of somebody else and for another request, and taken back: what a vote costs in a forum
 * of this size.
 *
 * @param {Served} served
 * @param {number} requests how many votes
 */
export async function voteOneByOne(served, requests) {
  const { url } = served.server;
  const response = await fetch(`${url}/v1/staff/improvements?status=submitted&limit=100`, {
    headers: served.staff,
  });
  const { items } = /** @type {{ items: { id: string }[] }} */ (await response.json());
  const times = timesOf();
  for (let n = 0; n < requests; n += 1) {
    const headers = { authorization: `Bearer ${await tokenOf(firstVoter + n)}` };
    const path = `${url}/v1/improvements/${items[n % items.length]?.id}/vote`;
    // Whoever comes for the first time is made known before.
    await answered(await fetch(`${url}/v1/me`, { headers }));
    const begun = performance.now();
    await answered(await fetch(path, { method: 'POST', headers }));
    times.add(performance.now() - begun);
    await answered(await fetch(path, { method: 'DELETE', headers }));
  }
  return { p50: times.at(0.5), p95: times.at(0.95) };
}

/**
 * So many people vote for one request at once, each more than once: whether everybody is counted, and nobody twice.
 *
 * @param {Served} served
 * @param {number} people
 */
export async function voteAtOnce(served, people) {
  const { url } = served.server;
  const author = { authorization: `Bearer ${await tokenOf(firstVoter - 1)}` };
  const made = await fetch(`${url}/v1/improvements`, {
    method: 'POST',
    headers: { ...author, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      role: 'téomaster',
      need: 'voter à mille',
      purpose: 'mesurer',
      module: 'steering',
    }),
  });
  await answered(made.clone());
  const { id, number } = /** @type {{ id: string, number: number }} */ (await made.json());
  const voters = await Promise.all(
    Array.from({ length: people }, async (_, n) => ({
      authorization: `Bearer ${await tokenOf(firstVoter + 1_000_000 + n)}`,
    })),
  );
  const times = timesOf();
  const begun = performance.now();
  await Promise.all(
    voters.flatMap((headers) =>
      Array.from({ length: repeats }, async () => {
        const asked = performance.now();
        await answered(await fetch(`${url}/v1/improvements/${id}/vote`, { method: 'POST', headers }));
        times.add(performance.now() - asked);
      }),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  const counted = /** @type {{ votes: number, organizations: number }} */ (
    await (await fetch(`${url}/v1/improvements/${id}`, { headers: author })).json()
  );
  const db = new Rows(served.server.database);
  const [stored] = db.all('SELECT count(*) AS votes FROM improvement_votes WHERE request = ?', number);
  db.close();
  const expected = people + 1;
  if (counted.votes !== expected || Number(stored?.votes) !== expected) {
    throw new Error(`${expected} people voted; ${counted.votes} are counted, ${stored?.votes} are stored.`);
  }
  return {
    people,
    asked: people * repeats,
    counted: counted.votes,
    seconds,
    perSecond: (people * repeats) / seconds,
    p50: times.at(0.5),
    p95: times.at(0.95),
  };
}

/** @param {Response} response */
async function answered(response) {
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${response.url} was answered ${response.status}.`);
}
