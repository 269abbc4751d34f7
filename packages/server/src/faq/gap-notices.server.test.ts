import type { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claire, colleague, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let ines: SupportClient;
let hugo: SupportClient;

beforeAll(async () => {
  server = await startTestServer();
  ines = await server.staff('ines@teo.example.fr');
  hugo = await server.staff('hugo@teo.example.fr');
  await publish('sombre', 'Passer en mode sombre');
  await publish('clair', 'Revenir au mode clair');
});
afterAll(() => server.close());

async function publish(id: string, title: string, gap: string | null = null): Promise<void> {
  const en = { title: `${title} (en)`, body: 'Open **Admin**.' };
  await ines.staff.faq.draft({
    id,
    fr: { title, body: 'Ouvrez **Admin**.' },
    en,
    modules: ['directory'],
    gap,
  });
  await ines.staff.faq.submit(id);
  await hugo.staff.faq.review(id, { verdict: 'approved' });
  await ines.staff.faq.publish(id);
}

const miss = (q: string, client: SupportClient, shown: string[] = []) =>
  client.faq.record({ q, module: 'documents', outcome: 'not_there', shown });
const minuteLater = () => {
  server.clock.now += 60_000;
};
const firstGap = async () => (await ines.staff.faq.gaps()).items[0]?.id ?? '';
const noticesOf = async (person: typeof claire) => (await server.requester(person).faq.notices()).notices;

describe('whoever did not find it', () => {
  test('is told once when an article closes the gap, in their language and by what they typed last', async () => {
    await miss('mode sombre', server.requester(claire));
    minuteLater();
    await miss('Un mode sombre ?', server.requester(claire));
    await miss('sombre mode', server.requester(stranger));
    await miss('badgeuse', server.requester(colleague));
    minuteLater();
    const gap = await firstGap();
    await ines.staff.faq.closeGap(gap, { article: 'sombre' });
    await ines.staff.faq.closeGap(gap, { article: 'sombre' });
    expect(await noticesOf(claire)).toMatchObject([
      { q: 'Un mode sombre ?', article: { id: 'sombre', title: 'Passer en mode sombre' }, seen: false },
    ]);
    expect(await noticesOf({ ...stranger, locale: 'en' })).toMatchObject([
      { q: 'sombre mode', article: { title: 'Passer en mode sombre (en)' } },
    ]);
    expect(await noticesOf(colleague)).toEqual([]);
  });

  test('is told of the better article when they have not looked yet, and of nothing new when they have', async () => {
    const [mine] = await noticesOf(claire);
    await server.requester(claire).faq.noticeSeen(mine?.id ?? '');
    await expect(server.requester(stranger).faq.noticeSeen(mine?.id ?? '')).rejects.toMatchObject({
      status: 404,
    });
    minuteLater();
    const gap = (await ines.staff.faq.gaps({ state: 'closed' })).items[0]?.id ?? '';
    await ines.staff.faq.closeGap(gap, { article: 'clair' });
    expect(await noticesOf(claire)).toMatchObject([{ article: { id: 'sombre' }, seen: true }]);
    expect(await noticesOf(stranger)).toMatchObject([{ article: { id: 'clair' }, seen: false }]);
  });

  test('is told again when they miss it again, and only they are', async () => {
    minuteLater();
    await miss('mode sombre', server.requester(claire));
    minuteLater();
    await ines.staff.faq.closeGap(await firstGap(), { article: 'clair' });
    expect(await noticesOf(claire)).toMatchObject([
      { article: { id: 'clair' }, seen: false },
      { article: { id: 'sombre' }, seen: true },
    ]);
    expect(await noticesOf(stranger)).toHaveLength(1);
  });

  test('is told by the publication of the article that was begun for it', async () => {
    const gap = await firstGap();
    expect(await noticesOf(colleague)).toEqual([]);
    await expect(publish('nulle-part', 'Nulle part', 'never-there')).rejects.toMatchObject({
      errors: [{ pointer: '/gap' }],
    });
    await publish('badge', 'Badger', gap);
    expect(await ines.staff.faq.get('badge')).toMatchObject({ origin: { kind: 'gap', query: 'badgeuse' } });
    expect(await noticesOf(colleague)).toMatchObject([{ q: 'badgeuse', article: { id: 'badge' } }]);
    expect((await ines.staff.faq.gaps()).items).toEqual([]);
  });

  test('reads nothing of an article that is withdrawn since', async () => {
    await ines.staff.faq.withdraw('badge', { reason: 'Faux' });
    expect(await noticesOf(colleague)).toEqual([]);
  });
});

test('searches that showed nothing are grouped by what was asked, page by page', async () => {
  const client = server.requester(claire);
  await client.faq.record({ q: 'pointeuse', module: 'calendar', outcome: 'left' });
  minuteLater();
  await server.requester(stranger).faq.record({ q: 'Des pointeuses', outcome: 'left' });
  await client.faq.record({ q: 'pointeuse', outcome: 'left', shown: ['sombre'] });
  const { items, total } = await ines.staff.faq.emptySearches({ limit: 100 });
  const one = items.find(({ queries }) => queries.includes('pointeuse'));
  expect(one).toMatchObject({
    queries: ['Des pointeuses', 'pointeuse'],
    count: 2,
    organizations: 2,
    modules: ['calendar'],
  });
  const paged: string[] = [];
  for await (const { queries } of await ines.staff.faq.emptySearches({ limit: 1 }))
    paged.push(queries[0] ?? '');
  expect(paged).toEqual(items.map(({ queries }) => queries[0]));
  expect(total).toBe(items.length);
});
