import { join } from 'node:path';
import {
  type ListFilter,
  type ListSort,
  requesterTicketList,
  staffId,
  staffTicketList,
} from '@teo-support/core';
import { requesterListQuerySchema, staffListQuerySchema } from '@teo-support/core/contract';
import { and, eq, type Query, type SQL, sql } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffViewer } from '../identity/index.js';
import { drizzleOn } from '../storage/index.js';
import { malfunction } from '../testing/requests.js';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';
import { type ListConditions, requesterConditions, staffConditions } from './list-conditions.js';
import { countQuery, edgeQuery, mostPassed, pageQuery, passedQuery } from './list-walk.js';
import { readMentions } from './mentions.js';
import { readTicket } from './queries.js';
import { foundOrderQuery, foundRowsQuery } from './search.js';
import { allWordsQuery, latestQuery } from './search-all.js';
import { wordIndexes } from './search-index.js';
import { followedQueries, keptQuery } from './search-older.js';
import { ownQuery } from './search-own.js';
import { type Audience, hasAll } from './search-words.js';
import { tickets } from './tables.js';

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
function planOf({ sql, params }: Query): string[] {
  const rows = explaining.prepare(`EXPLAIN QUERY PLAN ${sql}`).raw().all(params);
  return rows.map((row) => String(Array.isArray(row) && row.at(-1)));
}

const read = () => server.support.db.read;
const starts = [null, { sort: 5, number: 1005, words: 0, newest: 0 }];

/** Each filter that is declared, with a value for it, or without. */
function valuesOf(filter: ListFilter): readonly (string | undefined)[] {
  switch (filter.kind) {
    case 'choice':
      return [undefined, filter.options.at(-1)];
    case 'id':
      return [undefined, 'someone'];
    case 'flag':
      return [undefined, 'true'];
  }
}

type Named = Readonly<Record<string, string | undefined>>;

/** Every choice of so many filters at the most: with more, no other condition leads. */
function combinations(
  values: Readonly<Record<string, readonly (string | undefined)[]>>,
  mostAtOnce: number,
): Named[] {
  return Object.entries(values).reduce<Named[]>(
    (found, [name, options]) =>
      found.flatMap((named) =>
        options
          .map((value) => (value === undefined ? named : { ...named, [name]: value }))
          .filter((more) => Object.keys(more).length <= mostAtOnce),
      ),
    [{}],
  );
}

function valuesOfAll(filters: Readonly<Record<string, ListFilter>>) {
  return Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, valuesOf(filter)]));
}

/** What leads to the tickets in the order of the sort; whoever only passes over one does not look at its row. */
function expectWalk(conditions: ListConditions, sort: ListSort, narrow: boolean) {
  for (const start of starts) {
    const walk = { conditions, sort, start };
    const [step, ...more] = planOf(passedQuery(read(), walk, mostPassed).toSQL());
    // The views that are awaited stand as a list in a row: looking into it is no step to another table.
    expect(more.filter((other) => !/CORRELATED|json_each/.test(other))).toEqual([]);
    // A list of everything begins where its index begins, and so does what waits for a view: that index has no others.
    const looksUp = conditions.leading !== undefined || start !== null;
    if (looksUp)
      expect(step).toMatch(/^SEARCH tickets USING |^SCAN tickets USING COVERING INDEX tickets_awaited_/);
    else expect(step).toMatch(/^SCAN tickets USING /);
    expect(step).toMatch(narrow ? / INDEX tickets_/ : / COVERING INDEX tickets_/);
  }
}

const sorted = 'USE TEMP B-TREE FOR ORDER BY';

describe.each(staffTicketList.sorts)('the queue by $name', (sort) => {
  const named = combinations(
    {
      ...valuesOfAll(staffTicketList.filters),
      status: [undefined, 'all', 'pending', 'resolved', 'closed'],
    },
    3,
  );

  test('is walked along an index of that order, however it is narrowed', () => {
    for (const query of named) {
      const conditions = staffConditions(staffListQuerySchema.parse(query), 7);
      // Of an organization or an agent there are few enough to look at.
      const narrow = [query.organization, query.agent].some((given) => given !== undefined);
      expectWalk(conditions, sort, narrow);
    }
  });

  test.each(valuesOfAll(staffTicketList.filters).agent ?? [])('for one agent (%s) as for all', (agent) => {
    const conditions = staffConditions(staffListQuerySchema.parse({ agent }), 7);
    const [step] = planOf(passedQuery(read(), { conditions, sort, start: null }, mostPassed).toSQL());
    expect(step).toMatch(
      agent === undefined ? /\(phase=\?\)/ : /INDEX tickets_agent_\w+ \(agent_id=\? AND phase=\?\)/,
    );
  });

  test('gives a page by the numbers that the walk has found, and sorts no more than those', () => {
    for (const query of [{}, { status: 'all', priority: 'urgent' }, { organization: 'one' }]) {
      const conditions = staffConditions(staffListQuerySchema.parse(query), 7);
      for (const start of starts) {
        const [outer, list, , ...inner] = planOf(pageQuery(read(), { conditions, sort, start }, 25).toSQL());
        expect(outer).toBe('SEARCH tickets USING INDEX tickets_number (number=?)');
        expect(list).toMatch(/^LIST SUBQUERY/);
        expect(inner.filter((step) => /^(SCAN|SEARCH) tickets/.test(step))).toHaveLength(1);
        expect(inner.filter((step) => step.startsWith('USE TEMP'))).toEqual([sorted]);
        expect(inner.at(-1)).toBe(sorted);
        expect(planOf(edgeQuery(read(), { conditions, sort, start }).toSQL())).toHaveLength(1);
      }
      expect(planOf(countQuery(read(), { conditions, sort }).toSQL()).join()).not.toContain(sorted);
    }
  });
});

describe.each(requesterTicketList.sorts)('the tickets of a requester by $name', (sort) => {
  test('are walked along an index of that order, however they are narrowed', () => {
    const ofOrganization = eq(tickets.organizationId, 'one');
    for (const scope of [ofOrganization, and(ofOrganization, eq(tickets.requesterId, 'me'))]) {
      const { scope: _, ...filters } = requesterTicketList.filters;
      for (const query of combinations(valuesOfAll(filters), 2)) {
        expectWalk(requesterConditions(requesterListQuerySchema.parse(query), scope), sort, true);
      }
    }
  });
});

describe('a search', () => {
  const word = { form: 'a', stem: 'a', open: true, owners: ['one'] };
  /** What is gathered comes through a co-routine, row by row. */
  const planOfStatement = (statement: SQL) =>
    planOf(new SQLiteAsyncDialect().sqlToQuery(statement)).filter(
      (step) => !/CO-ROUTINE|\(subquery/.test(step),
    );

  test('takes the latest tickets with the words from the index of words, and no others', () => {
    for (const index of wordIndexes) {
      // FTS5 itself matches (M), begins at the number that it is told (<), and goes down from there: nothing is sorted.
      expect(planOfStatement(latestQuery(index, '"a"', 5000, 500))).toEqual([
        expect.stringMatching(new RegExp(`^SCAN ${index} VIRTUAL TABLE INDEX \\d+:M\\d<$`)),
      ]);
    }
    const [ofOneOwner = sql``] = followedQueries(['"a"'], 5000);
    const latest = { everyone: '"a"', team: '"a"' };
    const ofAll = allWordsQuery(latest, 9000, { groups: ['"a"', '"b"'], from: 5000 });
    for (const [statement, looks] of [[ofOneOwner, 1] as const, [ofAll, 4] as const]) {
      const plan = planOfStatement(statement);
      const scans = plan.filter((step) => step.includes('_words'));
      expect(scans).toEqual(Array(looks).fill(expect.stringMatching(/VIRTUAL TABLE INDEX \d+:M\d<$/)));
      expect(plan.join()).not.toContain('TEMP B-TREE');
    }
  });

  test('reads the words of tickets that it has the numbers of, one by one', () => {
    const byNumber = expect.stringMatching(/^SCAN ticket_(team_)?words VIRTUAL TABLE INDEX \d+:=/);
    const byMark = expect.stringMatching(/^SCAN ticket_words VIRTUAL TABLE INDEX \d+:M\d<$/);
    const given = expect.stringMatching(/^SCAN candidate /);
    const words = [word, word];
    const keptFor = (audience: Audience) =>
      planOfStatement(keptQuery([1], { condition: hasAll(words, audience), audience }));
    const ownFor = (audience: Audience) =>
      planOfStatement(ownQuery({ words, audience, newest: 5000 }, 'one'));
    expect(keptFor('staff')).toEqual([given, byNumber, byNumber]);
    expect(ownFor('staff')).toEqual([byMark, byNumber]);
    // What the team wrote is not even opened for a requester.
    expect(keptFor('requester')).toEqual([given, byNumber]);
    expect(ownFor('requester')).toEqual([byMark]);
  });

  test.each(staffTicketList.sorts)('looks at those alone, by $name', (sort) => {
    const numbers = sql`${tickets.number} in (select value from json_each('[1,2]'))`;
    for (const query of combinations(valuesOfAll(staffTicketList.filters), 2)) {
      const { leading, checked } = staffConditions(staffListQuerySchema.parse({ q: 'a', ...query }), 7);
      const where = and(numbers, leading === undefined ? undefined : sql`+(${leading})`, checked);
      for (const start of starts) {
        const steps = planOfStatement(foundOrderQuery(where, { sort, start }));
        expect(steps[0]).toBe('SEARCH tickets USING INDEX tickets_number (number=?)');
        expect(steps.filter((step) => step.includes('tickets'))).toHaveLength(1);
      }
    }
    const [step] = planOf(foundRowsQuery(read(), [1, 2], sort).toSQL());
    expect(step).toBe('SEARCH tickets USING INDEX tickets_number (number=?)');
  });
});

test('one ticket with all that it mentions is found by indexes alone', async () => {
  const ines = await server.staff('ines@teo.example.fr');
  const { id } = await server.requester(claire).tickets.file(malfunction());
  const { id: other } = await server.requester(claire).tickets.file(malfunction());
  await ines.staff.tickets.link(id, { ticket: other });
  await ines.staff.tickets.answer(id, { text: 'Bonjour', awaitsRequester: false });
  const steps: string[] = [];
  const answering = new Libsql(join(server.folder, 'support.db'));
  const reader = drizzleOn(async (text, params, method) => {
    steps.push(...planOf({ sql: text, params: [...params] }));
    const rows: unknown[] = answering.prepare(text).raw().all(params);
    const [first] = rows;
    return { rows: method === 'get' && Array.isArray(first) ? first : rows };
  });
  const me = await ines.staff.session();
  const viewer: StaffViewer = {
    kind: 'staff',
    actor: { kind: 'staff', id: staffId(me.id), role: me.role, services: me.services },
    name: me.name,
    email: me.email,
    expiresAt: server.clock.now,
  };
  const history = await readTicket(reader, viewer, id);
  await readMentions(reader, viewer, history);
  answering.close();
  expect(history.events.length).toBeGreaterThan(2);
  expect(steps.length).toBeGreaterThan(6);
  expect(steps.filter((step) => /^SCAN (?!json_each)|TEMP B-TREE/.test(step))).toEqual([]);
});
