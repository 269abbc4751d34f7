import { join } from 'node:path';
import { improvementStatuses } from '@teo-support/core';
import { improvementSorts } from '@teo-support/core/contract';
import { eq, type Query, type SQL } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { followersQuery, organizationsQuery } from './detail.js';
import { countQuery, edgeQuery, mostPassed, pageQuery, passedQuery, type Walk } from './list-walk.js';
import { checkedBy, supportedQuery } from './lists.js';
import { concernedQuery } from './notices.js';
import { organizationQuery, ownQuery } from './standing.js';
import { improvementFollows, improvementNotices, improvementVotes } from './tables.js';

let server: TestServer;
let explaining: InstanceType<typeof Libsql>;
beforeAll(async () => {
  server = await startTestServer();
  explaining = new Libsql(join(server.folder, 'support.db'));
});
afterAll(async () => {
  explaining.close();
  await server.close();
});

/** How SQLite answers a query: the steps of its plan, the innermost last. */
function planOf({ sql: text, params }: Query): string[] {
  const rows = explaining.prepare(`EXPLAIN QUERY PLAN ${text}`).raw().all(params);
  return rows.map((row) => String(Array.isArray(row) && row.at(-1)));
}

const read = () => server.support.db.read;
const asked = (query: SQL) => planOf(new SQLiteAsyncDialect().sqlToQuery(query));
const starts = [null, { sort: 5, number: 1005, words: 0, newest: 0 }];
const sorted = 'USE TEMP B-TREE FOR ORDER BY';

describe.each(improvementSorts)('the forum by %s', (sort) => {
  const checked = checkedBy({ module: 'calendar', overdue: 'false', sort, limit: 25 }, 7);

  test.each([undefined, ...improvementStatuses])(
    'is walked along an index of that order that holds all it is narrowed by, of status %s',
    (status) => {
      for (const start of starts) {
        const walk: Walk = { from: { by: 'index', shelf: 'open', status }, checked, sort, start };
        const steps = planOf(passedQuery(read(), walk, mostPassed).toSQL());
        expect(steps).toHaveLength(1);
        expect(steps[0]).toMatch(/^SEARCH improvements USING COVERING INDEX improvements_/);
        if (status !== undefined) expect(steps[0]).toContain('(shelf=? AND status=?');
        const page = planOf(pageQuery(read(), walk, 25).toSQL());
        expect(page[0]).toBe('SEARCH improvements USING INTEGER PRIMARY KEY (rowid=?)');
        expect(page.filter((step) => step.startsWith('USE TEMP'))).toEqual([sorted]);
        expect(planOf(edgeQuery(read(), walk).toSQL())).toHaveLength(1);
        expect(planOf(countQuery(read(), walk).toSQL()).join()).not.toContain(sorted);
      }
    },
  );

  test('is looked up by its numbers alone where these are few', () => {
    for (const start of starts) {
      const walk: Walk = { from: { by: 'numbers', numbers: [1, 2] }, checked, sort, start };
      const [step] = planOf(passedQuery(read(), walk, mostPassed).toSQL());
      expect(step).toBe('SEARCH improvements USING INTEGER PRIMARY KEY (rowid=?)');
    }
  });
});

test('what a person or an organization voted for, and how they stand to a page, is found by indexes', () => {
  const plans = [
    planOf(supportedQuery(read(), improvementVotes, eq(improvementVotes.teomasterId, 'me')).toSQL()),
    planOf(supportedQuery(read(), improvementVotes, eq(improvementVotes.organizationId, 'us')).toSQL()),
    planOf(supportedQuery(read(), improvementFollows, eq(improvementFollows.teomasterId, 'me')).toSQL()),
    asked(ownQuery('improvement_votes', '[1,2]', 'me')),
    asked(organizationQuery('[1,2]', 'us')),
  ];
  for (const plan of plans) {
    expect(plan.join()).toMatch(/improvement_(votes|follows)|own USING/);
    expect(plan.filter((step) => /^SCAN (improvement|own)/.test(step))).toEqual([]);
    expect(plan).not.toContain(sorted);
  }
});

test('who wants a request, who follows it, and whom a review tells, is found by indexes: no vote of another is looked at', () => {
  const { sql: told, params } = read()
    .select()
    .from(improvementNotices)
    .where(eq(improvementNotices.month, '2026-11'))
    .toSQL();
  const plans = {
    organizations: planOf(organizationsQuery(read(), [1, 2]).toSQL()),
    followers: asked(followersQuery([1, 2])),
    concerned: asked(concernedQuery([1, 2])),
    told: planOf({ sql: told, params }),
  };
  for (const [what, plan] of Object.entries(plans)) {
    const read = plan.filter((step) => /(improvement\w*|vote) USING/.test(step));
    expect(read.length, what).toBeGreaterThan(0);
    expect(
      plan.filter((step) => /^SCAN (improvement|vote)/.test(step)),
      what,
    ).toEqual([]);
    for (const step of read)
      expect(step, what).toMatch(/^SEARCH .*(request=\?|merged_into=\?|rowid=\?|month=\?)/);
  }
});
