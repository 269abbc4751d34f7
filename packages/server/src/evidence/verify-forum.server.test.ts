import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../storage/index.js';
import { claire, startTestServer, stranger, type TestServer } from '../testing/test-server.js';
import { verifyForumLog } from './index.js';

const month = '2026-11';
const rationale = 'Plusieurs organismes la demandent, et elle tient dans la prochaine version.';
let server: TestServer;
let first: string;
let second: string;

beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = Date.parse('2026-11-20T09:00:00Z');
  const [ours, theirs] = [server.requester(claire), server.requester(stranger)];
  const parts = { role: 'gestionnaire', purpose: 'gagner du temps', module: 'invoicing' } as const;
  first = (await ours.improvements.submit({ ...parts, need: 'relancer les impayés' })).id;
  second = (await theirs.improvements.submit({ ...parts, need: 'relancer ce qui est impayé' })).id;
  await theirs.improvements.vote(first);
  await theirs.improvements.comment(first, { text: 'Chez nous aussi.' });
  const { staff } = await server.staff('ines@teo.example.fr');
  await staff.improvements.merge(second, { into: first });
  await staff.improvements.reviews.draft(month, first, { status: 'planned', rationale });
  await staff.improvements.reviews.remark(month, first, { text: 'À chiffrer encore.' });
  await staff.improvements.reviews.publish(month);
});
afterAll(() => server.close());

let copies = 0;
let url: string;
/** A copy of the database, to be damaged. */
beforeEach(async () => {
  copies += 1;
  const folder = join(server.folder, `copy-${copies}`);
  await mkdir(folder);
  const whole = createClient({ url: pathToFileURL(join(server.folder, 'support.db')).href });
  await whole.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  whole.close();
  await copyFile(join(server.folder, 'support.db'), join(folder, 'support.db'));
  url = pathToFileURL(join(folder, 'support.db')).href;
});

async function verified() {
  const db = await openDatabase({ url });
  const outcome = await verifyForumLog(db.read);
  await db.close();
  return outcome;
}

/** Someone who owns the file: drops the guards, then changes what they like. */
async function tamper(...statements: string[]) {
  const client = createClient({ url });
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'");
  for (const row of rows) await client.execute(`DROP TRIGGER ${row.name}`);
  for (const statement of statements) await client.execute(statement);
  client.close();
}

describe('the log of the forum', () => {
  test('is whole as it was written: two requests, one review, and three votes', async () => {
    expect(await verified()).toEqual({ ok: true, histories: 6, events: 12 });
  });

  test.each([
    [
      'a word of a comment',
      `UPDATE improvement_texts SET text = 'Pas chez nous.' WHERE text = 'Chez nous aussi.'`,
      'text_altered',
      () => `request:${first}`,
      2,
    ],
    [
      'what the team said to itself',
      `UPDATE improvement_team_texts SET text = 'Bien.' WHERE text = 'À chiffrer encore.'`,
      'text_altered',
      () => `review:${month}`,
      2,
    ],
    [
      'the reason of a published decision',
      `UPDATE improvement_texts SET text = text || ' Peut-être.' WHERE position = (SELECT position FROM improvement_events WHERE type = 'review.published')`,
      'text_altered',
      () => `review:${month}`,
      3,
    ],
    [
      'a status that was decided',
      `UPDATE improvement_events SET payload = replace(payload, '"planned"', '"implemented"') WHERE type = 'improvement.decided'`,
      'event_altered',
      () => `request:${first}`,
      4,
    ],
    [
      'who a vote was given for',
      `UPDATE improvement_events SET payload = replace(payload, '"organizationId":"', '"organizationId":"x') WHERE type = 'support.voted' AND subject LIKE 'support:' || (SELECT id FROM improvements WHERE number = 2) || '%'`,
      'event_altered',
      () => expect.stringMatching(`^support:${second}:`),
      1,
    ],
    [
      'a payload that is no JSON any more',
      `UPDATE improvement_events SET payload = '{' WHERE type = 'improvement.merged'`,
      'event_altered',
      () => `request:${second}`,
      2,
    ],
    [
      'the head of a request',
      `UPDATE improvements SET head_hash = 'x' WHERE number = 2`,
      'head_differs',
      () => `request:${second}`,
      2,
    ],
    [
      'the head of a review',
      `UPDATE improvement_reviews SET version = 4`,
      'event_missing',
      () => `review:${month}`,
      4,
    ],
  ])('names %s that was altered', async (_what, statement, fault, subject, version) => {
    await tamper(statement);
    expect(await verified()).toEqual({ ok: false, fault, subject: subject(), version });
  });

  test.each([
    [
      'an event in the middle',
      [`DELETE FROM improvement_events WHERE type = 'improvement.merged'`],
      'positions_missing',
    ],
    [
      'the last event, with the row brought back to the one before',
      [
        `UPDATE improvement_reviews SET version = 2, head_hash = (SELECT hash FROM improvement_events WHERE type = 'review.remarked')`,
        `DELETE FROM improvement_events WHERE type = 'review.published'`,
      ],
      'positions_missing',
    ],
    ['the row of a request', ['DELETE FROM improvements WHERE number = 2'], 'history_missing'],
    [
      'the history of a request, the others moved up',
      [
        `DELETE FROM improvement_events WHERE subject = 'request:' || (SELECT id FROM improvements WHERE number = 2)`,
        'CREATE TABLE ranks AS SELECT position AS old, row_number() OVER (ORDER BY position) AS new FROM improvement_events',
        ...['improvement_texts', 'improvement_team_texts', 'improvement_events'].flatMap((table) => [
          `DELETE FROM ${table} WHERE position NOT IN (SELECT old FROM ranks)`,
          `UPDATE ${table} SET position = -(SELECT new FROM ranks WHERE old = position)`,
          `UPDATE ${table} SET position = -position`,
        ]),
      ],
      'history_missing',
    ],
  ])('finds that %s was removed', async (_what, statements, fault) => {
    await tamper(...statements);
    expect(await verified()).toMatchObject({ ok: false, fault });
  });

  test('holds after a person’s words were erased', async () => {
    const client = createClient({ url });
    await client.execute('UPDATE improvement_texts SET text = NULL, salt = NULL');
    client.close();
    expect(await verified()).toMatchObject({ ok: true, events: 12 });
  });

  test('is followed over as many reads as it takes', async () => {
    // More support than one read takes, and a history that lies over the end of one.
    const one = server.requester(claire);
    for (let times = 0; times < 260; times += 1) {
      await one.improvements.unfollow(first);
      await one.improvements.follow(first);
    }
    const outcome = await verifyForumLog(server.support.db.read);
    expect(outcome).toEqual({ ok: true, histories: 6, events: 12 + 519 });
  });
});
