import { requesterTicketList, staffTicketList, type TicketStatus, whoseTurn } from '@teo-support/core';
import { type StaffListQuery, staffListQuerySchema, type TicketSummary } from '@teo-support/core/contract';
import type { Page, SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction, usageQuestion } from '../testing/requests.js';
import { claire, colleague, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let ines: SupportClient;
let all: readonly TicketSummary[];
/** The ticket about which each service still owes a view. */
const owed = new Map<string, string>();
const hour = 3_600_000;
const impacts = [
  { usable: true },
  { usable: false, alternative: 'acceptable' },
  { usable: false, alternative: 'painful' },
  { usable: false, alternative: 'none' },
] as const;

beforeAll(async () => {
  server = await startTestServer();
  const people = [claire, colleague, stranger];
  for (let made = 0; made < 12; made += 1) {
    server.clock.now += hour;
    const impact = impacts[made % 4] ?? { usable: true };
    const request = made % 5 === 0 ? usageQuestion() : malfunction({ impact });
    await server.requester(people[made % 3] ?? claire).tickets.file(request);
  }
  ines = await server.staff('ines@teo.example.fr');
  const at = async (place: number) => (await everything())[place]?.id ?? '';
  const me = await ines.staff.session();
  await ines.staff.tickets.assign(await at(1), { service: 'customer', agentId: me.id });
  await ines.staff.tickets.assign(await at(2), { service: 'training', agentId: null });
  await ines.staff.tickets.answer(await at(3), { text: 'Quel navigateur ?', awaitsRequester: true });
  owed.set('technical', await at(5));
  owed.set('sales', await at(7));
  for (const service of ['technical', 'sales'] as const) {
    await ines.staff.tickets.consult(owed.get(service) ?? '', { service, question: 'Déjà vu ?' });
  }
  const given = await ines.staff.tickets.consult(await at(8), { service: 'training', question: 'Vu ?' });
  await ines.staff.tickets.answerConsultation(given.id, { consultation: 1, answer: 'Oui.' });
  await ines.staff.tickets.resolve(await at(4), { resolution: 'Corrigé.' });
  await server.requester(claire).tickets.cancel(await at(6));
  await ines.staff.tickets.merge(await at(3 + 6), { ticket: await at(0) });
  // The targets of three days have passed.
  server.clock.now += 4 * 24 * hour;
  ines = await server.staff('ines@teo.example.fr');
  all = await everything();
}, 60_000);
afterAll(() => server.close());

/** Every ticket in the order of its filing, those that were merged included. */
async function everything(): Promise<TicketSummary[]> {
  const listed: TicketSummary[] = [];
  for (const merged of ['hidden', 'only'] as const) {
    for await (const item of await ines.staff.tickets.list({ status: 'all', merged, limit: 100 })) {
      listed.push(item);
    }
  }
  return listed.sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf({ reference }: TicketSummary): number {
  return Number(reference.replace('TEO-', ''));
}

/** What each filter means, said again over what a list shows. */
const meanings: Record<
  keyof typeof staffTicketList.filters,
  {
    readonly values: () => readonly string[];
    readonly keeps: (item: TicketSummary, value: string) => boolean;
  }
> = {
  status: {
    values: () => staffTicketList.filters.status.options,
    keeps: ({ status }, value) =>
      value === 'all' ||
      (value === 'unresolved' ? ['new', 'open', 'pending'].includes(status) : status === value),
  },
  service: { values: () => ['customer', 'training'], keeps: (item, value) => item.service === value },
  agent: {
    values: () => ['none', ...all.flatMap(({ agent }) => agent?.id ?? [])],
    keeps: ({ agent }, value) => (value === 'none' ? agent === null : agent?.id === value),
  },
  priority: {
    values: () => staffTicketList.filters.priority.options,
    keeps: (item, value) => item.priority === value,
  },
  type: { values: () => staffTicketList.filters.type.options, keeps: (item, value) => item.type === value },
  organization: {
    values: () => all.map(({ organization }) => organization.id),
    keeps: ({ organization }, value) => organization.id === value,
  },
  asked: {
    values: () => staffTicketList.filters.asked.options,
    keeps: ({ id }, value) => owed.get(value) === id,
  },
  turn: { values: () => staffTicketList.filters.turn.options, keeps: (item, value) => item.turn === value },
  overdue: {
    values: () => ['true', 'false'],
    keeps: ({ clock }, value) => (clock.state === 'running' && clock.missed) === (value === 'true'),
  },
  merged: { values: () => ['hidden', 'only'], keeps: (item, value) => item.merged === (value === 'only') },
};

describe('each filter of the queue keeps what it says', () => {
  test.each(Object.entries(meanings))('%s', async (name, { values, keeps }) => {
    let kept = 0;
    for (const value of new Set(values())) {
      const query = staffListQuerySchema.parse({
        status: 'all',
        sort: 'filed',
        limit: 100,
        [name]: value,
      });
      const expected = all.filter((item) => keeps(item, value) && (name === 'merged' || !item.merged));
      const page = await ines.staff.tickets.list(query);
      expect(page.items.map(numberOf), `${name}=${value}`).toEqual(expected.map(numberOf));
      expect(page.total).toBe(expected.length);
      kept += expected.length;
    }
    // Every filter tells tickets apart here: some are kept, some are not.
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(new Set(values()).size * all.length);
  });

  test('together they keep what all of them keep; without any, the work that is not done', async () => {
    const query = { type: 'malfunction', priority: 'low', turn: 'team' } as const;
    const expected = all.filter(
      (item) => item.type === 'malfunction' && item.priority === 'low' && item.turn === 'team',
    );
    expect(references(await ines.staff.tickets.list({ ...query, sort: 'filed' }))).toEqual(
      expected.map(({ reference }) => reference),
    );
    const unresolved = all.filter(
      ({ merged, status }) => !merged && whoseTurn(status) !== 'nobody' && status !== 'resolved',
    );
    expect((await ines.staff.tickets.list()).total).toBe(unresolved.length);
  });
});

function references(page: Page<TicketSummary>): string[] {
  return page.items.map(({ reference }) => reference);
}

const priorityRank = { urgent: 0, high: 1, medium: 2, low: 3 } as const;
function dueOf({ clock }: TicketSummary): number {
  return clock.state === 'running' ? Date.parse(clock.dueAt) : Number.MAX_SAFE_INTEGER;
}
const keys: Record<'due' | 'filed' | 'changed' | 'priority', (item: TicketSummary) => number[]> = {
  due: (item) => [dueOf(item)],
  filed: (item) => [Date.parse(item.filedAt)],
  changed: (item) => [Date.parse(item.changedAt)],
  priority: (item) => [priorityRank[item.priority], dueOf(item)],
};

function inOrder(items: readonly TicketSummary[], by: keyof typeof keys, order: 'asc' | 'desc'): string[] {
  const compared = (a: TicketSummary, b: TicketSummary) => {
    const [left, right] = [
      [...keys[by](a), numberOf(a)],
      [...keys[by](b), numberOf(b)],
    ];
    const place = left.findIndex((value, index) => value !== right[index]);
    return (left[place] ?? 0) - (right[place] ?? 0);
  };
  const sorted = [...items].sort(compared);
  return (order === 'asc' ? sorted : sorted.reverse()).map(({ reference }) => reference);
}

describe('each sort', () => {
  test.each(staffTicketList.sorts)('of the queue, page by page: $name', async ({ name, by, order }) => {
    const seen: string[] = [];
    for await (const item of await ines.staff.tickets.list({ status: 'all', sort: name, limit: 2 })) {
      seen.push(item.reference);
    }
    expect(seen).toEqual(
      inOrder(
        all.filter(({ merged }) => !merged),
        by,
        order,
      ),
    );
  });

  test.each(requesterTicketList.sorts)('of a requester: $name', async ({ name, by, order }) => {
    const seen: string[] = [];
    const query = { scope: 'organization', sort: name, limit: 2 } as const;
    for await (const item of await server.requester(claire).tickets.list(query)) seen.push(item.reference);
    const own = all.filter(({ organization }) => organization.name === claire.org_name);
    expect(seen).toEqual(inOrder(own, by, order));
  });

  test('stays as it is while tickets come in between two pages', async () => {
    const before = references(await ines.staff.tickets.list({ status: 'all', sort: '-filed', limit: 100 }));
    const first = await ines.staff.tickets.list({ status: 'all', sort: '-filed', limit: 4 });
    await server.requester(claire).tickets.file(malfunction());
    const second = await first.next();
    expect([...references(first), ...(second === null ? [] : references(second))]).toEqual(
      before.slice(0, 8),
    );
    all = await everything();
  });
});

describe('a requester', () => {
  test('narrows by status and type, and never meets another organization', async () => {
    const requester = server.requester(claire);
    const own = all.filter(({ organization }) => organization.name === claire.org_name);
    for (const status of ['new', 'cancelled'] satisfies TicketStatus[]) {
      const page = await requester.tickets.list({ scope: 'organization', status, limit: 100 });
      expect(page.total).toBe(own.filter((item) => item.status === status).length);
    }
    const questions = await requester.tickets.list({ scope: 'organization', type: 'usage_question' });
    expect(questions.total).toBe(own.filter(({ type }) => type === 'usage_question').length);
    expect(questions.items.every(({ type }) => type === 'usage_question')).toBe(true);
  });
});

describe('a cursor', () => {
  const next = async (query: StaffListQuery) => {
    const cookie = await server.staffCookie('ines@teo.example.fr');
    const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
    const response = await fetch(`${server.url}/v1/staff/tickets?${search}`, { headers: { cookie } });
    return { status: response.status, body: await response.json() };
  };

  test('belongs to its sort and filters, but not to the size of a page', async () => {
    const { body } = await next({ status: 'all', limit: 2 });
    const cursor: string = body.nextCursor;
    expect((await next({ status: 'all', limit: 5, cursor })).status).toBe(200);
    for (const other of [
      { cursor },
      { status: 'all', sort: 'filed', cursor },
      { status: 'all', q: 'émargement', cursor },
    ] satisfies StaffListQuery[]) {
      const { status, body: problem } = await next(other);
      expect(status).toBe(400);
      expect(problem.errors).toMatchObject([{ pointer: '/cursor', code: 'cursor_of_another_list' }]);
    }
  });

  test.each(['x', Buffer.from('1:2').toString('base64url'), '🙂'])('%j is none', async (cursor) => {
    const { status, body } = await next({ cursor });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/cursor', code: 'invalid_cursor' }]);
  });
});
