import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.js';
import { copyDatabase } from '../storage/index.js';
import { createSupport } from '../support.js';
import { malfunction, usageQuestion } from '../testing/requests.js';
import { claire, environmentIn, startTestServer, type TestServer } from '../testing/test-server.js';
import { countBacklog, putAllInBacklog, workOnBacklog } from './index.js';

/** More than two steps. */
const filed = 60;

let server: TestServer;
let noted: string;
beforeAll(async () => {
  server = await startTestServer();
  for (let n = 0; n < filed; n += 1) {
    server.clock.now += 1000;
    const { id } = await server.requester(claire).tickets.file(n === 0 ? malfunction() : usageQuestion());
    if (n === 0) noted = id;
  }
  const ines = await server.staff('ines@teo.example.fr');
  await ines.staff.tickets.writeNote(noted, { text: 'Voir le serveur de secours.' });
  await ines.staff.tickets.answer(noted, { text: 'Essayez la sauvegarde.', awaitsRequester: false });
}, 60_000);
afterAll(() => server.close());

async function contents() {
  const { read } = server.support.db;
  return {
    everyone: await read.all(sql`select rowid, stems, forms, marks from ticket_words order by rowid`),
    team: await read.all(sql`select rowid, stems, forms from ticket_team_words order by rowid`),
  };
}

async function found(q: string) {
  const { total, latestOnly } = await server.requester(claire).tickets.list({ q });
  return { total, latestOnly };
}

test('the index is made again step by step, the latest tickets first, and searches say what they cannot know', async () => {
  const { db, metrics } = server.support;
  const before = await contents();
  expect(before.team).toHaveLength(1);
  await putAllInBacklog(server.support.db);
  expect(await countBacklog(db.read)).toBe(filed);
  expect(await found('marqueur ')).toEqual({ total: 0, latestOnly: true });
  expect(await workOnBacklog(db)).toBe(true);
  const afterOne = await found('marqueur ');
  expect(afterOne).toEqual({ total: filed - (await countBacklog(db.read)), latestOnly: true });
  expect(await (await metrics.answer()).text()).toContain(`teo_search_backlog ${filed - afterOne.total}\n`);
  while (await workOnBacklog(db));
  expect(await found('marqueur ')).toEqual({ total: filed - 1, latestOnly: false });
  expect(await contents()).toEqual(before);
  expect(await workOnBacklog(db)).toBe(false);
});

test('what happens to a ticket before its turn, or while it is its turn, is in the index afterwards', async () => {
  await putAllInBacklog(server.support.db);
  const ines = await server.staff('ines@teo.example.fr');
  const words = ['premier', 'deuxième', 'troisième'];
  for (const word of words) {
    const working = workOnBacklog(server.support.db);
    await ines.staff.tickets.answer(noted, { text: `Un ${word} essai.`, awaitsRequester: false });
    await ines.staff.tickets.writeNote(noted, { text: `Un ${word} avis.` });
    await working;
  }
  while (await workOnBacklog(server.support.db));
  for (const word of words)
    expect(await found(`${word} émargement `)).toEqual({ total: 1, latestOnly: false });
  const page = await ines.staff.tickets.list({ q: 'avis premier troisième secours ' });
  expect(page.items.map(({ id }) => id)).toEqual([noted]);
});

test('an index made anew forgets words for good, as the one before did', async () => {
  const { db } = server.support;
  const forgetsForGood = () =>
    db.read.all(
      sql`select v from ticket_words_config where k = 'secure-delete'
          union all select v from ticket_team_words_config where k = 'secure-delete'`,
    );
  const made = () =>
    db.read.all(sql`select name, sql from sqlite_master where name like 'ticket%words%' order by name`);
  const before = await made();
  expect(await forgetsForGood()).toEqual([[1], [1]]);
  await putAllInBacklog(db);
  expect(await forgetsForGood()).toEqual([[1], [1]]);
  expect(await made()).toEqual(before);
  expect(await contents()).toEqual({ everyone: [], team: [] });
  while (await workOnBacklog(db));
});

test('two that work on it do no more than one', async () => {
  const before = await contents();
  await putAllInBacklog(server.support.db);
  const { db } = server.support;
  for (;;) {
    const more = await Promise.all([workOnBacklog(db), workOnBacklog(db)]);
    if (!more.some(Boolean)) break;
  }
  expect(await contents()).toEqual(before);
});

test('whoever starts next goes on where another one was stopped', async () => {
  const before = await contents();
  await putAllInBacklog(server.support.db);
  await workOnBacklog(server.support.db);
  const left = await countBacklog(server.support.db.read);
  expect(left).toBeGreaterThan(0);
  const folder = join(server.folder, 'next');
  const environment = environmentIn(folder);
  await mkdir(folder);
  await copyDatabase(
    { url: environmentIn(server.folder).DATABASE_URL ?? '' },
    join(folder, 'support.db'),
    () => undefined,
  );
  const next = await createSupport(readConfig(environment), () => server.clock.now);
  try {
    await expect.poll(() => countBacklog(next.db.read), { timeout: 20_000 }).toBe(0);
    const rows = await next.db.read.all(
      sql`select rowid, stems, forms, marks from ticket_words order by rowid`,
    );
    expect(rows).toEqual(before.everyone);
  } finally {
    await next.close();
  }
});
