import type { DraftFaqArticle } from '@teo-support/core/contract';
import type { SupportClient } from '@teo-support/sdk';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usageQuestion } from '../testing/requests.js';
import { claire, colleague, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let ines: SupportClient;
let hugo: SupportClient;

beforeAll(async () => {
  server = await startTestServer();
  ines = await server.staff('ines@teo.example.fr');
  hugo = await server.staff('hugo@teo.example.fr');
});
afterAll(() => server.close());

function article(id: string, title: string, more: Partial<DraftFaqArticle> = {}): DraftFaqArticle {
  return {
    id,
    fr: { title, body: `Pour ${title.toLowerCase()}, ouvrez **Admin**.` },
    modules: ['invoicing'],
    ...more,
  };
}

async function publish(given: DraftFaqArticle): Promise<void> {
  await ines.staff.faq.draft(given);
  await ines.staff.faq.submit(given.id);
  await hugo.staff.faq.review(given.id, { verdict: 'approved' });
  await ines.staff.faq.publish(given.id);
}

const found = async (q: string, client = server.requester(claire)) =>
  (await client.faq.search({ q, language: 'fr' })).hits.map(({ id }) => id);

describe('an article', () => {
  test('is written, reviewed by another, published, and found by the next search', async () => {
    const drafted = await ines.staff.faq.draft(article('avoir-total', 'Annuler une facture par un avoir'));
    expect(drafted).toMatchObject({ state: 'draft', stage: 'writing', version: 1 });
    await expect(hugo.staff.faq.review('avoir-total', { verdict: 'approved' })).rejects.toMatchObject({
      code: 'not-submitted',
    });
    expect(await ines.staff.faq.submit('avoir-total')).toMatchObject({ stage: 'to_review', version: 2 });
    expect(await found('avoir')).toEqual([]);
    await expect(server.requester(claire).faq.article('avoir-total')).rejects.toMatchObject({ status: 404 });
    await expect(ines.staff.faq.review('avoir-total', { verdict: 'approved' })).rejects.toMatchObject({
      status: 422,
      code: 'review-by-another',
    });
    await expect(ines.staff.faq.publish('avoir-total')).rejects.toMatchObject({ code: 'review-missing' });

    await ines.staff.faq.submit('avoir-total');

    await hugo.staff.faq.review('avoir-total', { verdict: 'approved', comment: 'Clair.' });
    const published = await ines.staff.faq.publish('avoir-total');
    expect(published).toMatchObject({
      state: 'published',
      stage: 'none',
      draft: null,
      published: { edition: 1, authors: [{ name: 'Inès Caron' }], reviewer: { name: 'Hugo Meyer' } },
      reviewDue: '2027-11-24T09:00:00.000Z',
    });

    const { answered, hits } = await server
      .requester(claire)
      .faq.search({ q: 'anuler facture', language: 'fr' });
    expect(answered).toBe(true);
    const [hit] = hits;
    if (hit === undefined) throw new Error('nothing was found');
    expect(hit.title.ranges.map(({ start, end }) => hit.title.text.slice(start, end))).toEqual([
      'Annuler',
      'facture',
    ]);
    expect(await server.requester(stranger).faq.article('avoir-total', { language: 'fr' })).toMatchObject({
      title: 'Annuler une facture par un avoir',
      body: [{ kind: 'paragraph', children: [{ kind: 'text' }, { kind: 'strong' }, { kind: 'text' }] }],
    });
  });

  test('keeps what is published while it is written anew, and every edition', async () => {
    await publish(article('echeancier', 'Créer un échéancier'));
    const next = article('echeancier', 'Modifier un échéancier');
    await hugo.staff.faq.revise('echeancier', { fr: next.fr, modules: next.modules });
    expect(await server.requester(claire).faq.article('echeancier', { language: 'fr' })).toMatchObject({
      title: 'Créer un échéancier',
    });
    expect(await found('creer echeancier')).toContain('echeancier');
    await hugo.staff.faq.submit('echeancier');
    await ines.staff.faq.review('echeancier', { verdict: 'approved' });
    const { editions } = await hugo.staff.faq.publish('echeancier');
    expect(editions.map(({ edition, content }) => [edition, content.fr.title])).toEqual([
      [2, 'Modifier un échéancier'],
      [1, 'Créer un échéancier'],
    ]);
  });

  test('that is withdrawn is found no more, and its address says what answers instead', async () => {
    await publish(article('relance-courrier', 'Relancer par courrier'));
    await publish(article('relance-mail', 'Relancer par courriel', { related: ['relance-courrier'] }));
    expect((await server.requester(claire).faq.article('relance-mail')).related).toHaveLength(1);
    await ines.staff.faq.withdraw('relance-courrier', {
      reason: 'Supprimé en 8.4',
      replacedBy: 'relance-mail',
    });
    expect(await found('relancer courrier')).not.toContain('relance-courrier');
    expect(await server.requester(claire).faq.article('relance-courrier')).toMatchObject({
      state: 'withdrawn',
      body: [],
      replacedBy: { id: 'relance-mail', title: 'Relancer par courriel' },
    });
    expect((await server.requester(claire).faq.article('relance-mail')).related).toEqual([]);
  });

  test('is read in English where it is translated, and in French where it is not', async () => {
    await publish(
      article('tva', 'Appliquer l’exonération de TVA', {
        en: { title: 'Apply the VAT exemption', body: 'Open **Admin**.' },
      }),
    );
    const client = server.requester(claire);
    expect(await client.faq.article('tva', { language: 'en' })).toMatchObject({
      language: 'en',
      title: 'Apply the VAT exemption',
    });
    expect((await client.faq.search({ q: 'vat exemption', language: 'en' })).hits[0]?.id).toBe('tva');
    expect(await client.faq.article('echeancier', { language: 'en' })).toMatchObject({ language: 'fr' });
    expect((await client.faq.search({ q: 'echeancier', language: 'en' })).hits[0]?.id).toBe('echeancier');
  });

  test('that leads nowhere is refused at its field', async () => {
    const lost = article('perdu', 'Perdu', {
      fr: { title: 'Perdu', body: '[là](faq:nulle-part)' },
      related: ['rien'],
    });
    await expect(ines.staff.faq.draft(lost)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/related/0' }, { pointer: '/fr/body' }],
    });
  });

  test('is changed once per key, and only as it was seen', async () => {
    const idempotencyKey = crypto.randomUUID();
    const given = article('une-fois', 'Une fois');
    const first = await ines.staff.faq.draft(given, { idempotencyKey });
    await ines.staff.faq.submit('une-fois');
    await hugo.staff.faq.review('une-fois', { verdict: 'approved' });
    expect(await ines.staff.faq.draft(given, { idempotencyKey })).toEqual(first);
    await expect(ines.staff.faq.publish('une-fois', {}, { ifMatch: 2 })).rejects.toMatchObject({
      status: 412,
    });
    await expect(ines.staff.faq.publish('une-fois', {}, { ifMatch: 3 })).resolves.toMatchObject({
      version: 4,
    });
  });

  test('leaves a trail that nobody can change', async () => {
    const { db } = server.support;
    for (const change of [
      sql`update faq_events set type = 'x'`,
      sql`delete from faq_events`,
      sql`insert or replace into faq_events select * from faq_events limit 1`,
    ]) {
      await expect(db.write((tx) => tx.run(change))).rejects.toThrow();
    }
  });
});

describe('the team’s list', () => {
  test('is filtered by state, stage, module and title, and goes on where its page ended', async () => {
    await ines.staff.faq.draft(article('brouillon', 'Brouillon à relire', { modules: ['documents'] }));
    const { faq } = ines.staff;
    expect((await faq.list({ stage: 'writing', module: 'documents' })).items).toMatchObject([
      { id: 'brouillon' },
    ]);
    expect((await faq.list({ state: 'withdrawn' })).items.map(({ id }) => id)).toEqual(['relance-courrier']);
    expect((await faq.list({ q: 'ECHEANCIER %' })).items.map(({ id }) => id)).toEqual(['echeancier']);
    expect((await faq.list({ due: 'true' })).total).toBe(0);
    const all: string[] = [];
    for await (const { id } of await faq.list({ limit: 2 })) all.push(id);
    expect(new Set(all).size).toBe((await faq.list()).total);
  });
});

describe('synonyms', () => {
  test('are followed by the next search, and kept as they were seen', async () => {
    await publish(article('courriel', 'Modifier un courriel', { modules: ['communication'] }));
    expect(await found('mail')).toEqual([]);
    const groups = [['courriel', 'mail']];
    const set = await ines.staff.faq.setSynonyms({ groups }, { ifMatch: 0 });
    expect(set).toEqual({ groups, version: 1 });
    expect(await found('mail')).toContain('courriel');
    expect(await hugo.staff.faq.setSynonyms({ groups })).toEqual(set);
    await expect(hugo.staff.faq.setSynonyms({ groups: [['a', 'b']] }, { ifMatch: 0 })).rejects.toMatchObject({
      status: 412,
    });
    expect(await hugo.staff.faq.synonyms()).toEqual(set);
  });
});

describe('what came of a search', () => {
  test('counts for its articles, and once per key', async () => {
    const client = server.requester(claire);
    const search = {
      q: 'annuler une facture',
      module: 'invoicing',
      shown: ['avoir-total', 'echeancier', 'never-there'],
      outcome: 'solved',
      solvedBy: 'avoir-total',
    } as const;
    const idempotencyKey = crypto.randomUUID();
    const receipt = await client.faq.record({ ...search, shown: [...search.shown] }, { idempotencyKey });
    expect(await client.faq.record({ ...search, shown: [...search.shown] }, { idempotencyKey })).toEqual(
      receipt,
    );
    await client.faq.rate('avoir-total', { helpful: false });
    await client.faq.rate('avoir-total', { helpful: true });
    await server.requester(stranger).faq.rate('avoir-total', { helpful: false });
    expect((await client.faq.article('avoir-total')).helpful).toBe(true);
    expect((await ines.staff.faq.get('avoir-total')).figures).toEqual({
      shown: 1,
      opened: 1,
      solved: 1,
      helpful: 1,
      notHelpful: 1,
    });
    expect((await ines.staff.faq.get('echeancier')).figures).toMatchObject({
      shown: 1,
      opened: 0,
      solved: 0,
    });
    await expect(client.faq.record({ q: 'x', outcome: 'solved' })).rejects.toMatchObject({
      errors: [{ pointer: '/solvedBy', code: 'required' }],
    });
    await expect(client.faq.rate('brouillon', { helpful: true })).rejects.toMatchObject({ status: 404 });
  });

  test('stands with the ticket that was filed after all, if it is one of the organization', async () => {
    const client = server.requester(claire);
    const ticket = await client.tickets.file(usageQuestion());
    const search = {
      q: 'relancer',
      shown: ['relance-mail', 'tva'],
      opened: ['tva'],
      outcome: 'left',
    } as const;
    const record = { ...search, shown: [...search.shown], opened: [...search.opened], ticket: ticket.id };
    await client.faq.record(record);
    await expect(server.requester(stranger).faq.record(record)).rejects.toMatchObject({
      errors: [{ pointer: '/ticket', code: 'unknown_ticket' }],
    });
    expect((await ines.staff.faq.searchesBefore(ticket.id)).searches).toMatchObject([
      { q: 'relancer', shown: [{ id: 'relance-mail' }, { id: 'tva' }], opened: [{ id: 'tva' }] },
    ]);
    await expect(ines.staff.faq.searchesBefore('never-there')).rejects.toMatchObject({ status: 404 });
  });
});

describe('a gap', () => {
  test('groups what was missed in other words, and is closed by an article until it is missed again', async () => {
    const miss = (q: string, client: SupportClient) =>
      client.faq.record({ q, module: 'documents', outcome: 'not_there' });
    await miss('mode sombre', server.requester(claire));
    await miss('Un mode sombre ?', server.requester(colleague));
    await miss('SOMBRE mode', server.requester(stranger));
    await miss('badgeuse', server.requester(claire));
    const [first, second] = (await ines.staff.faq.gaps()).items;
    expect(first).toMatchObject({ count: 3, organizations: 2, modules: ['documents'], answeredBy: null });
    expect([...(first?.queries ?? [])].sort()).toEqual(['SOMBRE mode', 'Un mode sombre ?', 'mode sombre']);
    expect(second).toMatchObject({ count: 1, queries: ['badgeuse'] });
    const paged: string[] = [];
    for await (const { id } of await ines.staff.faq.gaps({ limit: 1 })) paged.push(id);
    expect(paged).toEqual([first?.id, second?.id]);

    const gap = first?.id ?? '';
    await expect(ines.staff.faq.closeGap(gap, { article: 'brouillon' })).rejects.toMatchObject({
      code: 'article-not-published',
    });
    await expect(ines.staff.faq.closeGap('never-there', { article: 'tva' })).rejects.toMatchObject({
      status: 404,
    });
    server.clock.now += 60_000;
    const closed = await ines.staff.faq.closeGap(gap, { article: 'tva' });
    expect(closed.answeredBy).toMatchObject({ article: { id: 'tva' }, by: { name: 'Inès Caron' } });
    expect((await ines.staff.faq.gaps()).items.map(({ id }) => id)).toEqual([second?.id]);
    expect((await ines.staff.faq.gaps({ state: 'closed' })).items.map(({ id }) => id)).toEqual([gap]);

    server.clock.now += 60_000;
    await miss('mode sombre', server.requester(claire));
    expect((await ines.staff.faq.gaps()).items[0]).toMatchObject({ id: gap, count: 4, answeredBy: null });
  });
});

test('whatever is typed is answered', async () => {
  const client = server.requester(claire);
  for (const q of ['', ' ', '"', "l'", 'AND', 'a* OR (', '2024-118', '%', '\u0000', '🧾', 'é'.repeat(1000)]) {
    const { hits } = await client.faq.search({ q });
    expect(Array.isArray(hits)).toBe(true);
  }
});

test('an article that is as it was is not sent again', async () => {
  const authorization = `Bearer ${await server.token(claire)}`;
  const address = `${server.url}/v1/faq/articles/tva?language=en`;
  const first = await fetch(address, { headers: { authorization } });
  expect(first.headers.get('content-language')).toBe('en');
  const etag = first.headers.get('etag') ?? '';
  const second = await fetch(address, { headers: { authorization, 'if-none-match': etag } });
  expect(second.status).toBe(304);
});
