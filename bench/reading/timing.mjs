/**
 * @typedef {import('./served.mjs').Served} Served
 * @typedef {import('./served.mjs').Asked} Asked
 */

/**
 * @param {Served} served
 * @param {Asked} asked
 */
export async function timed({ server, ...headers }, { as, path }) {
  const begun = performance.now();
  const response = await fetch(`${server.url}${path}`, { headers: headers[as] });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
  return performance.now() - begun;
}

/**
 * How many tickets an answer has: one, or those of a page.
 *
 * @param {Served} served
 * @param {Asked} asked
 */
export async function itemsOf({ server, ...headers }, { as, path }) {
  const response = await fetch(`${server.url}${path}`, { headers: headers[as] });
  const { items } = /** @type {{ items?: unknown[] }} */ (await response.json());
  return items?.length ?? 1;
}

/** @param {string} url */
export async function timedHello(url) {
  const begun = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - begun;
}

export function timesOf() {
  /** @type {number[]} */
  const times = [];
  return {
    /** @param {number} ms */
    add: (ms) => {
      times.push(ms);
    },
    /** @param {number} part */
    at: (part) =>
      times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN,
  };
}
