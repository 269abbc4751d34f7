import type { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCrowd } from '../testing/crowd.js';
import { malfunction, usageQuestion } from '../testing/requests.js';
import { claire, startTestServer, stranger, type TestServer } from '../testing/test-server.js';
import { mostCounted, mostPassed } from './list-walk.js';

let server: TestServer;
let ines: SupportClient;
/** The only ticket that somebody has, filed after all others. */
let assigned: string;
let me: string;
const crowd = mostPassed + 500;

beforeAll(async () => {
  server = await startTestServer();
  await server.requester(claire).tickets.file(malfunction());
  await addCrowd(server.support.db, { like: 1001, from: 2001, count: crowd });
  server.clock.now += 3_600_000;
  const { id } = await server.requester(stranger).tickets.file(usageQuestion());
  assigned = id;
  ines = await server.staff('ines@teo.example.fr');
  me = (await ines.staff.session()).id;
  await ines.staff.tickets.assign(id, { service: 'customer', agentId: me });
}, 60_000);
afterAll(() => server.close());

describe('a list of very many', () => {
  test('says that it has at least so many', async () => {
    const page = await ines.staff.tickets.list({ status: 'all' });
    expect(page.items).toHaveLength(25);
    expect([page.total, page.atLeast]).toEqual([mostCounted, true]);
    const own = await ines.staff.tickets.list({ agent: me });
    expect([own.total, own.atLeast]).toEqual([1, false]);
  });

  test('goes on where it found too few, and finds all in the end', async () => {
    const query = { status: 'all', agent: me, sort: 'filed' } as const;
    const first = await ines.staff.tickets.list(query);
    expect([first.items, first.hasNext, first.atLeast]).toEqual([[], true, true]);
    const found: string[] = [];
    for await (const { id } of first) found.push(id);
    expect(found).toEqual([assigned]);
  });

  test('gives each ticket once, though pages pass over many', async () => {
    const seen = new Set<string>();
    let counted = 0;
    for await (const { id } of await ines.staff.tickets.list({
      type: 'malfunction',
      sort: 'filed',
      limit: 100,
    })) {
      seen.add(id);
      counted += 1;
    }
    expect([counted, seen.size]).toEqual([crowd + 1, crowd + 1]);
  });
});

describe('a search for what very many have', () => {
  test('looks at the latest alone, and says so', async () => {
    const page = await ines.staff.tickets.list({ q: 'émargement', sort: 'filed', limit: 100 });
    expect([page.total, page.atLeast, page.latestOnly]).toEqual([500, true, true]);
    expect(page.items[0]?.id).toBe(`crowd-${2000 + crowd - 499}`);
    const pages = [page];
    for (let next = await page.next(); next !== null; next = await next.next()) pages.push(next);
    expect(pages.flatMap(({ items }) => items)).toHaveLength(500);
  });

  test('is not cut short for whoever has few', async () => {
    await server.requester(stranger).tickets.file(malfunction());
    const page = await server.requester(stranger).tickets.list({ q: 'émargement' });
    expect([page.items.length, page.total, page.atLeast, page.latestOnly]).toEqual([1, 1, false, false]);
  });
});
