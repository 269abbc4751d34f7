import { requesterTicketList, staffTicketList } from '@teo-support/core';

/**
 * @typedef {import('./served.mjs').Served} Served
 * @typedef {import('./served.mjs').Asked} Asked
 * @typedef {[small: Asked, large: Asked]} Pair the same at both sizes
 */

/**
 * Pairs of requests, for the small and the large size, by what they read: each filter with each sort, the first page and
 * one far behind it.
 *
 * @param {Served} small
 * @param {Served} large
 */
export async function readingCases(small, large) {
  /** @type {Record<string, Pair[]>} */
  const found = {};
  /**
   * @param {string} what
   * @param {Asked['as']} as
   * @param {(served: Served) => Promise<string> | string} path
   */
  const add = async (what, as, path) => {
    const pair = /** @type {Pair} */ (
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
  // In one ticket of the model, which is too long a story to be copied: as rare at either size.
  'rare word': 'accolades ',
  'a number': '5512 ',
  'common word': 'facture ',
  'several words': 'session émargement ',
  'three words': 'feuille émargement session ',
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
