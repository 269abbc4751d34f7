import { afterAll, expect, test } from 'vitest';
import { onePixelPng } from '../testing/requests.js';
import { claire, startTestServer } from '../testing/test-server.js';
import { loadHistory } from './index.js';

const server = await startTestServer();
afterAll(() => server.close());

const person = (email: string, name: string) => ({
  email,
  name,
  role: 'agent' as const,
  services: ['customer' as const],
  password: 'un mot de passe de test',
});
const article = (id: string, title: string, related: string[], body = 'Ouvrez **Admin**.') => ({
  article: { id, fr: { title, body }, modules: ['invoicing' as const], related },
  author: 'jo@teo.example.fr',
  reviewer: 'lou@teo.example.fr',
  draftedAt: '2026-03-02T09:00:00Z',
  publishedAt: '2026-03-05T09:00:00Z',
});
/** What the picture of an article is named by, in its body and among the files of the history. */
const picture = '7f9c24e8-3b12-4fbc-8a5e-0c3d5e6f7a81';
const history = (reviewer: string) => ({
  organizations: [{ externalId: 'o', name: 'Organisme' }],
  teomasters: [
    {
      issuer: 'i',
      subject: 'jeanne',
      organization: 'o',
      name: 'Jeanne',
      email: 'j@o.fr',
      locale: 'fr' as const,
    },
  ],
  staff: [person('jo@teo.example.fr', 'Jo'), person('lou@teo.example.fr', 'Lou')],
  faq: {
    synonyms: [['avoir', 'note de crédit']],
    // Each leads to the other.
    articles: [
      { ...article('avoir', 'Faire un avoir', ['acompte']), reviewer },
      article('acompte', 'Facturer un acompte', ['avoir'], `![Une facture d’acompte](file:${picture})`),
    ],
    searches: [
      {
        by: 'jeanne',
        at: '2026-04-01T09:00:00Z',
        q: 'avoir',
        shown: ['avoir'],
        outcome: 'solved' as const,
        solvedBy: 'avoir',
      },
      { by: 'jeanne', at: '2026-04-02T09:00:00Z', q: 'devise', outcome: 'not_there' as const },
    ],
  },
  files: [{ key: picture, name: 'acompte.png', base64: Buffer.from(onePixelPng).toString('base64') }],
  tickets: [],
});

test('an article that nobody else has read is refused, and nothing of its history is loaded', async () => {
  const { db, store } = server.support;
  await expect(loadHistory(db, store, history('jo@teo.example.fr'))).rejects.toMatchObject({
    rejection: { code: 'review_by_another' },
  });
  expect((await server.requester(claire).faq.search({ q: 'acompte', language: 'fr' })).hits).toEqual([]);
});

test('articles are loaded at their own times, and found by the server that runs', async () => {
  const { db, store } = server.support;
  await loadHistory(db, store, history('lou@teo.example.fr'));
  const client = server.requester(claire);
  expect((await client.faq.search({ q: 'note de credit', language: 'fr' })).hits[0]?.id).toBe('avoir');
  expect(await client.faq.article('avoir')).toMatchObject({
    publishedAt: '2026-03-05T09:00:00.000Z',
    related: [{ id: 'acompte', title: 'Facturer un acompte' }],
  });
  const ines = await server.staff('ines@teo.example.fr');
  expect(await ines.staff.faq.get('acompte')).toMatchObject({
    reviewDue: '2027-03-05T09:00:00.000Z',
    published: { authors: [{ name: 'Jo' }], reviewer: { name: 'Lou' } },
  });
  expect(await ines.staff.faq.get('avoir')).toMatchObject({ figures: { shown: 1, opened: 1, solved: 1 } });
  const gaps = await ines.staff.faq.gaps();
  expect(gaps.items).toMatchObject([{ queries: ['devise'] }]);
});

test('a picture is loaded with its article, and shown to whoever may read it', async () => {
  const client = server.requester(claire);
  const { body } = await client.faq.article('acompte');
  const [image] = body;
  if (image?.kind !== 'image') throw new Error('The article shows no picture.');
  expect(image).toMatchObject({ alt: 'Une facture d’acompte' });
  expect(image.file).not.toBe(picture);
  const content = await client.files.download(image.file);
  expect([content.type, new Uint8Array(await content.arrayBuffer())]).toEqual(['image/png', onePixelPng]);
});
