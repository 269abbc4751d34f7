import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';
import { reindexForum } from './index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const parts = { role: 'gestionnaire', purpose: 'gagner du temps', module: 'invoicing' } as const;

test('the words of all requests are found again, and none that belong to no request', async () => {
  const client = server.requester(claire);
  const made: string[] = [];
  for (const need of ['relancer les impayés', 'signer à distance', 'dupliquer une session']) {
    made.push((await client.improvements.submit({ ...parts, need })).id);
  }
  const found = async (q: string) => (await client.improvements.list({ q })).items.map(({ id }) => id);
  const { db } = server.support;
  await db.write(async (tx) => {
    await tx.run(sql`delete from improvement_words where rowid <= 2`);
    // One entry says what its request does not, another belongs to none.
    await tx.run(sql`update improvement_words set stems = 'cantine', forms = 'cantine' where rowid = 3`);
    await tx.run(sql`insert into improvement_words(rowid, stems, forms) values (90, 'cantine', 'cantine')`);
  });
  expect(await found('impayés')).toEqual([]);

  const progress: number[] = [];
  expect(await reindexForum(db, (done) => progress.push(done))).toBe(3);
  expect(progress.at(-1)).toBe(3);
  expect(await found('impayé')).toEqual([made[0]]);
  expect(await found('à distance')).toEqual([made[1]]);
  expect(await found('dupliquer')).toEqual([made[2]]);
  const left = await db.read.all<{ rowid: number }>(
    sql`select rowid from improvement_words where improvement_words match 'cantine'`,
  );
  expect(left).toEqual([]);
  expect((await client.improvements.similar({ need: 'relancer un impayé' })).hits).toHaveLength(1);
});

test('more requests than one write takes are all indexed, each once', async () => {
  const { db } = server.support;
  await db.write(async (tx) => {
    for (let number = 4; number <= 220; number += 1) {
      await tx.run(sql`insert into improvements (number, id, organization_id, author_id, module, role, need, purpose,
        status, submitted_at, first_decision_due, shelf, votes, organizations, comments, version, head_hash)
        values (${number}, ${`i-${number}`}, 'o', 'p', 'calendar', 'rôle', ${`girafe ${number}`}, 'but',
        'submitted', 0, 0, 'open', 0, 0, 0, 1, 'x')`);
    }
  });
  expect(await reindexForum(db)).toBe(220);
  const [counted] = await db.read.all<{ found: number }>(
    sql`select count(*) as found from improvement_words where improvement_words match 'girafe'`,
  );
  expect(counted?.found).toBe(217);
});
