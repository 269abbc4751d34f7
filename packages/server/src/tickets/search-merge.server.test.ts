import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { malfunction, usageQuestion } from '../testing/requests.js';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';
import { mergeWords, putAllInBacklog } from './index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What a search has to open of the index. */
async function segments(): Promise<number> {
  const [row] = await server.support.db.read.all<{ segments: number }>(
    sql`select count(distinct segid) as segments from ticket_words_idx`,
  );
  return row?.segments ?? 0;
}

const contents = () =>
  server.support.db.read.all(sql`select rowid, stems, forms, marks from ticket_words order by rowid`);

test('what was filed one by one is merged part by part, until there is nothing left to merge', async () => {
  const { db } = server.support;
  const client = server.requester(claire);
  for (let n = 0; n < 15; n += 1) await client.tickets.file(n % 2 === 0 ? usageQuestion() : malfunction());
  const [before, words] = [await segments(), await contents()];
  expect(before).toBeGreaterThan(3);
  let units = 0;
  while (await mergeWords(db)) units += 1;
  expect(units).toBeGreaterThan(0);
  expect(await segments()).toBeLessThanOrEqual(2);
  expect(await contents()).toEqual(words);
  expect((await client.tickets.list({ q: 'marqueur ' })).total).toBe(8);
  await expect(
    db.write((tx) => tx.run(sql`insert into ticket_words(ticket_words) values ('integrity-check')`)),
  ).resolves.toBeDefined();
});

test('nothing is merged by it where there is nothing to', async () => {
  while (await mergeWords(server.support.db));
  const before = await segments();
  expect(await mergeWords(server.support.db)).toBe(false);
  expect(await segments()).toBe(before);
});

test('an index that is made anew is merged as the one before was', async () => {
  const merging = () =>
    server.support.db.read.all(
      sql`select v from ticket_words_config where k = 'usermerge'
        union all select v from ticket_team_words_config where k = 'usermerge'`,
    );
  expect(await merging()).toEqual([[2], [2]]);
  await putAllInBacklog(server.support.db);
  expect(await merging()).toEqual([[2], [2]]);
});
