/**
 * @typedef {import('../reading/served.mjs').Served} Served
 * @typedef {import('../reading/served.mjs').Asked} Asked
 */

/** What téomasters and the team ask of the forum, the same at each size; one far behind the first page among them. */
export async function forumCases(/** @type {Served} */ served) {
  const list = (/** @type {Record<string, string>} */ query) =>
    `/v1/improvements?${new URLSearchParams(query)}`;
  const staff = (/** @type {Record<string, string>} */ query) =>
    `/v1/staff/improvements?${new URLSearchParams(query)}`;
  const similar = (/** @type {string} */ need) =>
    `/v1/similar-improvements?${new URLSearchParams({ need, purpose: 'gagner du temps' })}`;
  const most = await firstOf(served, staff({ sort: 'votes', limit: '1' }));
  /** @type {Record<string, Asked[]>} */
  const cases = {
    'list, by votes': [teomaster(list({ sort: 'votes' })), asStaff(staff({ sort: 'votes' }))],
    'list, by age': [
      teomaster(list({ sort: 'newest' })),
      asStaff(staff({ sort: 'oldest', status: 'submitted' })),
    ],
    'list, latest decisions': [teomaster(list({ sort: 'decided' }))],
    'list, narrowed': [
      teomaster(list({ module: 'invoicing', status: 'planned' })),
      asStaff(staff({ overdue: 'true', module: 'calendar', sort: 'oldest' })),
    ],
    'list, of my organization': [
      teomaster(list({ voted: 'organization' })),
      teomaster(list({ voted: 'me' })),
    ],
    'list, far behind': [teomaster(await farBehind(served, list({ sort: 'votes', limit: '100' })))],
    'search, words': ['facture', 'relancer les impayés', 'émargement tablette', 'agenda'].map((q) =>
      teomaster(list({ q })),
    ),
    'search, a beginning': ['fac', 'émarg', 'conv'].map((q) => teomaster(list({ q }))),
    similar: [
      'relancer les factures impayées',
      'signer sur une tablette',
      'un rappel la veille de la session',
    ].map((need) => teomaster(similar(need))),
    roadmap: [teomaster('/v1/roadmap')],
    'one request, most votes': [
      teomaster(`/v1/improvements/${most}`),
      asStaff(`/v1/staff/improvements/${most}`),
    ],
    figures: [teomaster('/v1/commitments/improvements')],
  };
  return cases;
}

/** @param {Served} served @param {string} path @returns {Promise<string>} */
async function firstOf(served, path) {
  const { items } = await read(served, path, served.staff);
  const [item] = items;
  if (item === undefined) throw new Error(`${path} is empty.`);
  return item.id;
}

/** Twenty pages behind the first one. @param {Served} served @param {string} path */
async function farBehind(served, path) {
  let place = path;
  for (let page = 0; page < 20; page += 1) {
    const { nextCursor } = await read(served, place, served.teomaster);
    if (nextCursor === null) break;
    place = `${path}&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return place;
}

/** @param {Served} served @param {string} path @param {Record<string, string>} headers */
async function read({ server }, path, headers) {
  const response = await fetch(`${server.url}${path}`, { headers });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
  return /** @type {{ items: { id: string }[], nextCursor: string | null }} */ (await response.json());
}

/** @param {string} path @returns {Asked} */
function teomaster(path) {
  return { as: 'teomaster', path };
}

/** @param {string} path @returns {Asked} */
function asStaff(path) {
  return { as: 'staff', path };
}
