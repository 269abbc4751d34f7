import { join } from 'node:path';
import type { SupportClient } from '@teo-support/sdk';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drizzleOn } from '../storage/index.js';
import { namer } from '../storage/named-rows.js';
import { addCrowd } from '../testing/crowd.js';
import { malfunction, usageQuestion } from '../testing/requests.js';
import { claire, colleague, startTestServer, stranger, type TestServer } from '../testing/test-server.js';
import { searchFor } from './search.js';

/** Half of very many tickets are of one kind, half of the other; no word of the one is in the other. */
const [ofClaire, ofStranger] = [1002, 1003];
const inTurn = 2500;

let server: TestServer;
let ines: SupportClient;
/** The first ticket of all. It alone has the rare word, and words of both kinds. */
let first: string;
let organization: string;
let teomaster: string;

beforeAll(async () => {
  server = await startTestServer();
  const question = 'Une licorne, un émargement et un marqueur.';
  const rare = usageQuestion();
  const filed = await server
    .requester(claire)
    .tickets.file({ ...rare, answers: { ...rare.answers, question } });
  first = filed.id;
  await server.requester(colleague).tickets.file(malfunction());
  await server.requester(stranger).tickets.file(usageQuestion());
  ines = await server.staff('ines@teo.example.fr');
  const { items } = await ines.staff.tickets.list({ status: 'all', sort: 'filed' });
  organization = items[0]?.organization.id ?? '';
  teomaster = items[1]?.requester.id ?? '';
  await fill(5000, 35_000);
}, 60_000);
afterAll(() => server.close());

async function fill(from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 2 * inTurn) {
    await addCrowd(server.support.db, { like: ofClaire, from: at, count: inTurn });
    await addCrowd(server.support.db, { like: ofStranger, from: at + inTurn, count: inTurn });
  }
}

interface Asking {
  readonly q: string;
  readonly audience: 'requester' | 'staff';
  readonly owner?: () => string;
}

/** How many tickets a search looks at: rows that it reads, tickets that it asks about, those that FTS5 may pass over. */
async function workOf({ q, audience, owner }: Asking): Promise<number> {
  const db = new Libsql(join(server.folder, 'support.db'));
  let work = 0;
  const reader = drizzleOn(async (text, params) => {
    const statement = db.prepare(text).raw();
    const named = namer(statement.columns().map(({ name }) => name));
    const rows = statement.all(params).map((row) => named(Array.isArray(row) ? row : []));
    work += rows.length;
    // What was gathered, and those that are asked about one by one.
    for (const cell of [...rows.flat(), ...params])
      if (typeof cell === 'string' && cell.startsWith('[')) work += cell.split(',').length;
    // FTS5 takes no notice of where it is to begin if that is no integer: it would pass over all that lies before.
    if (/rowid <=? (?!cast\()/.test(text)) work = Number.POSITIVE_INFINITY;
    for (const param of params.filter((param) => typeof param === 'string')) {
      // What is to have several words at once may be nothing. FTS5 then looks to the end, which has to be a near one.
      if (param.includes(' AND ')) work += marked(db, / AND (\(marks : [^)]+\)\))$/.exec(param)?.[1]);
    }
    return { rows };
  });
  const search = searchFor({ q, audience, owner: owner?.(), scope: undefined });
  await search?.(reader, { leading: undefined, checked: undefined }, null);
  db.close();
  return work;
}

function marked(db: InstanceType<typeof Libsql>, marks: string | undefined): number {
  if (marks === undefined) return Number.POSITIVE_INFINITY;
  return db.prepare('SELECT rowid FROM ticket_words WHERE ticket_words MATCH ?').raw().all([marks]).length;
}

const searches = {
  'a common word': 'marqueur ',
  'a rare word': 'licorne ',
  'a word that nobody has': 'dragon ',
  'words that many have together': 'feuille émargement colonne ',
  'words that hardly any has together': 'émargement marqueur ',
  'words that none has together': 'émargement déclaration ',
  'a common and a rare word': 'émargement licorne ',
  'a common word and one that nobody has': 'émargement dragon ',
  'a beginning': 'marq',
  'a word and a beginning': 'émargement marq',
  'a name': 'haddad',
  'a name and a word': 'haddad marqueur ',
};
const askers = {
  'the team': { audience: 'staff' },
  'the team, of one organization': { audience: 'staff', owner: () => organization },
  'an organization': { audience: 'requester', owner: () => organization },
  'a téomaster': { audience: 'requester', owner: () => teomaster },
} as const;
const cases: readonly Asking[] = Object.values(askers).flatMap((asker) =>
  Object.values(searches).map((q) => ({ ...asker, q })),
);

async function allWork(): Promise<number[]> {
  const work = [];
  for (const asked of cases) work.push(await workOf(asked));
  return work;
}

test('a search looks at no more tickets when there are twice as many', async () => {
  const few = await allWork();
  expect(Math.max(...few)).toBeLessThan(20_000);
  await fill(35_000, 55_000);
  const many = await allWork();
  const grown = cases.filter((_, place) => (many[place] ?? 0) > (few[place] ?? 0));
  expect(grown).toEqual([]);
});

describe('among very many tickets', () => {
  test('what is rare is found wherever it is', async () => {
    for (const q of ['licorne ', 'émargement licorne ', 'marqueur émargement licorne ', 'licor']) {
      const page = await ines.staff.tickets.list({ q, sort: '-filed' });
      expect([q, page.items.map(({ id }) => id), page.latestOnly]).toEqual([q, [first], false]);
      const own = await server.requester(claire).tickets.list({ q, scope: 'organization' });
      expect([q, own.items.map(({ id }) => id), own.latestOnly]).toEqual([q, [first], false]);
    }
  });

  test('what hardly any has together is looked for among the latest, and the list says so', async () => {
    const page = await ines.staff.tickets.list({ q: 'émargement marqueur ' });
    expect([page.items.length, page.latestOnly]).toEqual([25, true]);
    expect(page.items.map(({ id }) => id)).not.toContain(first);
  });

  test('the tickets of an organization are found by the team as by the organization', async () => {
    for (const q of ['feuille colonne ', 'marqueur licorne ', 'licor']) {
      const mine = await server.requester(claire).tickets.list({ q, scope: 'organization', sort: '-filed' });
      const theirs = await ines.staff.tickets.list({ q, organization, sort: '-filed' });
      expect(mine.total).toBeGreaterThan(0);
      expect(theirs.items.map(({ id }) => id)).toEqual(mine.items.map(({ id }) => id));
    }
  });

  test('what is filed while somebody turns pages moves nothing', async () => {
    const query = { q: 'feuille émargement ', sort: '-filed' } as const;
    const page = await ines.staff.tickets.list(query);
    const ids = page.items.map(({ id }) => id);
    await server.requester(colleague).tickets.file(malfunction());
    for (let next = await page.next(); next !== null; next = await next.next()) {
      expect(next.total).toBe(page.total);
      ids.push(...next.items.map(({ id }) => id));
    }
    expect([ids.length, new Set(ids).size]).toEqual([page.total, page.total]);
  });
});
