import { imageLine } from '@teo-support/core';
import type { SupportClient } from '@teo-support/sdk';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { files, namedContents } from '../files/index.js';
import { pdf } from '../testing/files/documents.js';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { claire, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let ines: SupportClient;
let hugo: SupportClient;
let articleId: string;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  ines = await server.staff('ines@teo.example.fr');
  hugo = await server.staff('hugo@teo.example.fr');
  count += 1;
  articleId = `illustre-${count}`;
});
afterAll(() => server.close());

const upload = (client: SupportClient, content: BlobPart = onePixelPng, name = 'écran.png') =>
  client.files.upload(new Blob([content]), name);
const showing = (file: string, alt = 'Le bouton Émarger en haut à droite') => ({
  fr: { title: 'Signer une feuille', body: `1. Ouvrez\n${imageLine(file, alt)}\n2. Signez` },
  modules: ['calendar' as const],
});
const draft = (file: string) => ines.staff.faq.draft({ id: articleId, ...showing(file) });
const release = async () => {
  await ines.staff.faq.submit(articleId);
  await hugo.staff.faq.review(articleId, { verdict: 'approved' });
  await ines.staff.faq.publish(articleId);
};
/** How somebody who asks for the picture is answered, in each of the ways to have it. */
const givenTo = (client: SupportClient, file: string) =>
  Promise.all(
    [client.files.addresses(file), client.files.download(file), client.files.thumbnail(file)].map((asked) =>
      asked.then(
        () => 200,
        (error: unknown) => Reflect.get(Object(error), 'status'),
      ),
    ),
  );
const everyWay = (status: number) => [status, status, status];
const addressOf = async (client: SupportClient, file: string) => {
  const found = await client.files.addresses(file);
  if (found.state !== 'available') throw new Error(`It is ${found.state}.`);
  return found.content;
};

describe('a picture of an article', () => {
  test('is the team’s as long as it is drafted, and everyone’s who reads the article once it is published', async () => {
    const { id } = await upload(ines);
    expect(await givenTo(hugo, id)).toEqual(everyWay(404));
    await draft(id);
    const readers = [server.requester(claire), server.requester(stranger)];
    for (const reader of readers) expect(await givenTo(reader, id)).toEqual(everyWay(404));
    expect(await givenTo(hugo, id)).toEqual(everyWay(200));
    await release();
    for (const reader of readers) {
      expect(await givenTo(reader, id)).toEqual(everyWay(200));
      expect((await reader.faq.article(articleId, { language: 'fr' })).body).toEqual([
        expect.objectContaining({ kind: 'list', ordered: true }),
        { kind: 'image', file: id, alt: 'Le bouton Émarger en haut à droite' },
        expect.objectContaining({ kind: 'list', ordered: true, start: 2 }),
      ]);
      const opened = await fetch(await addressOf(reader, id));
      expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(opened.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    }
    expect((await fetch(`${server.url}/v1/files/${id}`)).status).toBe(401);
    // What it shows is found.
    const { hits } = await server.requester(claire).faq.search({ q: 'bouton émarger', language: 'fr' });
    expect(hits.map((hit) => hit.id)).toContain(articleId);
  });

  test('goes from readers with its article, and with the addresses that were given', async () => {
    const { id } = await upload(ines);
    await draft(id);
    const early = await addressOf(ines, id);
    await release();
    // An address from before it was published was for the team, and is no more.
    expect((await fetch(early)).status).toBe(404);
    const claires = await addressOf(server.requester(claire), id);
    expect((await fetch(claires)).status).toBe(200);
    await ines.staff.faq.withdraw(articleId, { reason: 'Ne vaut plus.' });
    expect((await fetch(claires)).status).toBe(404);
    expect(await givenTo(server.requester(claire), id)).toEqual(everyWay(404));
    expect((await server.requester(claire).faq.article(articleId)).body).toEqual([]);
    expect(await givenTo(hugo, id)).toEqual(everyWay(200));
    await release();
    expect(await givenTo(server.requester(claire), id)).toEqual(everyWay(200));
  });

  test('stays with the edition that shows it, for the team, when the next one shows another', async () => {
    const first = await upload(ines);
    await draft(first.id);
    await release();
    const second = await upload(ines);
    await ines.staff.faq.revise(articleId, showing(second.id));
    expect(await givenTo(server.requester(claire), first.id)).toEqual(everyWay(200));
    expect(await givenTo(server.requester(claire), second.id)).toEqual(everyWay(404));
    await release();
    expect(await givenTo(server.requester(claire), first.id)).toEqual(everyWay(404));
    expect(await givenTo(server.requester(claire), second.id)).toEqual(everyWay(200));
    const { editions } = await hugo.staff.faq.get(articleId);
    expect(editions.map(({ content }) => content.fr.body)).toEqual(
      [second, first].map(({ id }) => showing(id).fr.body),
    );
    expect(await givenTo(hugo, first.id)).toEqual(everyWay(200));
  });

  test('that stood in drafts alone is forgotten when the article is published', async () => {
    const left = await upload(ines);
    await draft(left.id);
    const kept = await upload(ines);
    await ines.staff.faq.revise(articleId, showing(kept.id));
    expect(await givenTo(hugo, left.id)).toEqual(everyWay(200));
    await release();
    expect(await givenTo(hugo, left.id)).toEqual(everyWay(404));
    expect(await givenTo(hugo, kept.id)).toEqual(everyWay(200));
  });

  test('is kept for good, counts for nobody’s room, and stands in every backup; what nothing names goes', async () => {
    // Another content: the same one is kept as long as anything names it.
    const { id } = await upload(ines, onePixelPng, 'gardée.png');
    const left = await upload(ines, pdf('/Title (Oublié)'), 'oublié.pdf');
    await draft(id);
    await release();
    server.clock.now += 90 * 86_400_000;
    await server.support.schedule.run();
    const rows = await server.support.db.read.select().from(files).where(eq(files.id, id));
    expect(rows).toHaveLength(1);
    const team = await server.staff('hugo@teo.example.fr');
    expect(await givenTo(team, left.id)).toEqual(everyWay(404));
    expect(await givenTo(server.requester(claire), id)).toEqual(everyWay(200));
    const named = (await namedContents(server.support.db.read)).map(({ digest }) => digest);
    expect(named).toContain(rows[0]?.digest);
  });
});

describe('an article shows nothing else', () => {
  const refused = {
    status: 422,
    errors: [{ pointer: '/fr/body', code: 'unknown_file' }],
  };

  test('no file of a ticket, of anybody’s; no upload of somebody else; no picture of another article', async () => {
    const claires = await upload(server.requester(claire));
    const answers = { ...malfunction().answers, screenshots: { files: [claires.id] } };
    await server.requester(claire).tickets.file(malfunction({ answers }));
    const hugos = await upload(hugo);
    const own = await upload(ines);
    await ines.staff.faq.draft({ id: `${articleId}-autre`, ...showing(own.id) });
    for (const file of [claires.id, hugos.id, own.id, '0190f3a1-1b2c-7d3e-8f40-123456789012'])
      await expect(draft(file)).rejects.toMatchObject(refused);
    // Nor does a reader of another organization get it that way.
    expect(await givenTo(server.requester(stranger), claires.id)).toEqual(everyWay(404));
    expect(await givenTo(server.requester(claire), own.id)).toEqual(everyWay(404));
  });

  test('nothing that is no picture, and nothing that only calls itself one', async () => {
    const document = await upload(ines, pdf('/Title (Guide)'), 'guide.pdf');
    await expect(draft(document.id)).rejects.toMatchObject(refused);
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<!doctype html><img src=x onerror=alert(1)>',
    ])
      await expect(upload(ines, content, 'écran.png')).rejects.toMatchObject({ status: 415 });
  });

  test('what an article shows is nobody’s to take back, nor to send with a ticket', async () => {
    const { id } = await upload(ines);
    await draft(id);
    await expect(ines.files.discard(id)).rejects.toMatchObject({ status: 404 });
    const ticket = await server.requester(claire).tickets.file(malfunction());
    await expect(
      ines.staff.tickets.answer(ticket.id, { text: 'Voyez ceci.', awaitsRequester: false, files: [id] }),
    ).rejects.toMatchObject({ status: 422, errors: [{ code: 'unknown_file' }] });
  });
});
