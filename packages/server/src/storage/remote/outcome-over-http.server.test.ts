import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { malfunction } from '../../testing/requests.js';
import { type SqldProxy, startProxy } from '../../testing/sqld/proxy.js';
import { type Sqld, startSqld } from '../../testing/sqld/sqld.js';
import { claire, startTestServer, type TestServer } from '../../testing/test-server.js';
import { tickets } from '../../tickets/index.js';
import type { Database } from '../database.js';
import { openDatabase } from '../index.js';

let sqld: Sqld;
let proxy: SqldProxy;
let server: TestServer;
let direct: Database;
beforeAll(async () => {
  sqld = await startSqld();
  proxy = await startProxy(sqld.port);
  server = await startTestServer({ environment: { DATABASE_URL: proxy.url } });
  direct = await openDatabase({ url: sqld.url });
});
afterAll(async () => {
  await server.close();
  await direct.close();
  await proxy.close();
  await sqld.close();
});

async function file(key: string): Promise<Response> {
  return fetch(`${server.url}/v1/tickets`, {
    method: 'POST',
    body: JSON.stringify(malfunction()),
    headers: {
      authorization: `Bearer ${await server.token(claire)}`,
      'content-type': 'application/json',
      'accept-language': 'en',
      'idempotency-key': key,
    },
  });
}

/** Others commit so much that nothing is known any more of a commit before. */
async function forgetOlderCommits(): Promise<void> {
  await direct.write((tx) =>
    tx.run(sql`insert into commits (id, at) with recursive n(i) as (select 1 union all select i + 1 from n where i < 10001)
        select 'other-' || i || '-' || random(), 0 from n`),
  );
  // The next one clears away what is too old.
  await direct.write((tx) => tx.run(sql`delete from commits where id = 'nobody'`));
}

/** Loses the answer to the next commit, and lets nobody ask for its outcome until it can no longer be known. */
function loseNextCommit(how: 'cut before' | 'cut after'): { readonly asked: Promise<void>; answer(): void } {
  let lost = false;
  let answer = false;
  let ring: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    ring = resolve;
  });
  proxy.decide = (request) => {
    if (!lost && request.includes('COMMIT')) {
      lost = true;
      return how;
    }
    if (lost && request.includes('EXISTS')) ring();
    return lost && !answer ? 'cut before' : 'through';
  };
  return {
    asked,
    answer() {
      answer = true;
      proxy.decide = () => 'through';
    },
  };
}

test.each(['cut before', 'cut after'] as const)(
  'a filing whose commit was %s its answer is said to be perhaps done, and is done once when it is repeated',
  async (how) => {
    const before = await direct.read.$count(tickets);
    const wire = loseNextCommit(how);
    const key = crypto.randomUUID();
    const first = file(key);
    await wire.asked;
    await forgetOlderCommits();
    wire.answer();
    const unknown = await first;
    expect(unknown.status).toBe(503);
    expect(unknown.headers.get('retry-after')).toBe('5');
    expect(await unknown.json()).toMatchObject({
      code: 'outcome-unknown',
      detail: expect.stringContaining('same idempotency key'),
    });
    const again = await file(key);
    expect(again.status).toBe(201);
    expect(await direct.read.$count(tickets)).toBe(before + 1);
  },
);
