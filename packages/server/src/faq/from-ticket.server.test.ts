import type { StaffFaqArticle } from '@teo-support/core/contract';
import type { SupportClient } from '@teo-support/sdk';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { malfunction, usageQuestion } from '../testing/requests.js';
import { claire, colleague, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let ines: SupportClient;
let hugo: SupportClient;

beforeAll(async () => {
  server = await startTestServer();
  ines = await server.staff('ines@teo.example.fr');
  hugo = await server.staff('hugo@teo.example.fr');
  // Samir is of Claire's organization, and of nothing in her ticket.
  await server.requester(colleague).tickets.list();
});
afterAll(() => server.close());

async function resolved(): Promise<{ readonly id: string; readonly reference: string }> {
  const { id, reference } = await server.requester(claire).tickets.file({
    ...malfunction(),
    answers: {
      ...malfunction().answers,
      subject: 'Convocation de Mme Leroy refusée',
      description: 'Samir a renvoyé convocation_mai.pdf à anne.leroy@example.fr, en vain.',
    },
  });
  await ines.staff.tickets.answer(id, {
    text: 'Bonjour Claire,\n\nOuvrez **Dossiers**, puis Convocations.\n\nCordialement,\nInès Caron',
    awaitsRequester: false,
  });
  await ines.staff.tickets.writeNote(id, { text: 'Claire appelle souvent.' });
  await ines.staff.tickets.resolve(id, { resolution: 'La convocation est repartie au 06 12 34 56 78.' });
  return { id, reference };
}

/** The texts of a draft once every mark of it was left masked. */
function masked({ draft }: StaffFaqArticle) {
  if (draft === null) throw new Error('nothing was drafted');
  const say = (text: string) => text.replace(/⟦[a-z]+:\d+⟧/gu, '[…]');
  const { fr } = draft.content;
  return { ...draft.content, fr: { ...fr, title: say(fr.title), body: say(fr.body) } };
}

describe('a resolved ticket', () => {
  test('becomes a draft in one action, with everyone masked, and what was masked for the team alone', async () => {
    const ticket = await resolved();
    const article = await ines.staff.faq.draftFromTicket(ticket.id);
    expect(article).toMatchObject({
      state: 'draft',
      stage: 'writing',
      modules: ['calendar'],
      origin: { kind: 'ticket', ticket: { id: ticket.id, reference: ticket.reference } },
    });
    expect(article.id).toMatch(/^article-[0-9a-f]{10}$/);
    const { fr } = article.draft?.content ?? { fr: null };
    expect(fr?.title).toBe('Convocation de Mme ⟦person:1⟧ refusée');
    expect(fr?.body).toContain('⟦person:2⟧ a renvoyé ⟦file:1⟧ à ⟦email:1⟧, en vain.');
    expect(fr?.body).toContain('La convocation est repartie au ⟦phone:1⟧.');
    for (const word of ['Samir', 'Claire', 'Inès', 'Leroy', 'appelle souvent', 'Cordialement']) {
      expect(JSON.stringify(article.draft?.content)).not.toContain(word);
    }
    const { masks, known } = await hugo.staff.faq.masks(article.id);
    expect(masks).toContainEqual({ mark: '⟦file:1⟧', kind: 'file', original: 'convocation_mai.pdf' });
    expect(known?.people).toEqual(expect.arrayContaining(['Samir Haddad', 'Claire Vasseur', 'Hugo Meyer']));
    expect(known?.organizations).toEqual(['Atelier des Métiers']);
  });

  test('leads to one article, which stands with it', async () => {
    const ticket = await resolved();
    expect((await ines.staff.faq.articlesOf(ticket.id)).articles).toEqual([]);
    const [first, second] = await Promise.all([
      ines.staff.faq.draftFromTicket(ticket.id),
      hugo.staff.faq.draftFromTicket(ticket.id),
    ]);
    expect(second.id).toBe(first.id);
    expect((await hugo.staff.faq.articlesOf(ticket.id)).articles).toMatchObject([
      { id: first.id, stage: 'writing' },
    ]);
    await expect(ines.staff.faq.articlesOf('never-there')).rejects.toMatchObject({ status: 404 });
    await expect(ines.staff.faq.draftFromTicket('never-there')).rejects.toMatchObject({ status: 404 });
  });

  test('is resolved first', async () => {
    const { id } = await server.requester(claire).tickets.file(usageQuestion());
    await expect(ines.staff.faq.draftFromTicket(id)).rejects.toMatchObject({
      status: 422,
      code: 'ticket-not-resolved',
    });
  });
});

describe('an article from a ticket', () => {
  test('is neither sent nor published while a mark is unsettled or somebody is named', async () => {
    const { id } = await ines.staff.faq.draftFromTicket((await resolved()).id);
    await expect(ines.staff.faq.submit(id)).rejects.toMatchObject({ status: 422, code: 'mask-unsettled' });
    const settled = masked(await ines.staff.faq.get(id));
    const named = { ...settled, fr: { ...settled.fr, body: `${settled.fr.body}\n\nDemandez à samir.` } };
    await ines.staff.faq.revise(id, named);
    await expect(ines.staff.faq.submit(id)).rejects.toMatchObject({ status: 422, code: 'maskable-found' });
    await ines.staff.faq.revise(id, settled);
    await ines.staff.faq.submit(id);
    await hugo.staff.faq.review(id, { verdict: 'approved' });
    // Somebody of the organization comes for the first time, whose name the text has.
    const word = { ...colleague, sub: 'u-new', name: 'Maud Repartie' };
    await server.requester(word).tickets.list();
    await expect(ines.staff.faq.publish(id)).rejects.toMatchObject({ code: 'maskable-found' });
    await ines.staff.faq.revise(id, { ...settled, harmless: ['repartie'] });
    await ines.staff.faq.submit(id);
    await hugo.staff.faq.review(id, { verdict: 'approved' });
    expect(await ines.staff.faq.publish(id)).toMatchObject({ state: 'published' });
  });

  test('tells readers nothing of where it comes from', async () => {
    const ticket = await resolved();
    const { id } = await ines.staff.faq.draftFromTicket(ticket.id);
    const settled = { ...masked(await ines.staff.faq.get(id)), harmless: ['repartie'] };
    await ines.staff.faq.revise(id, settled);
    await ines.staff.faq.submit(id);
    await hugo.staff.faq.review(id, { verdict: 'approved', comment: 'Bien.' });
    await ines.staff.faq.publish(id);
    const shown = JSON.stringify(await server.requester(claire).faq.article(id, { language: 'fr' }));
    for (const secret of [ticket.id, ticket.reference, 'harmless', 'origin', 'Bien.']) {
      expect(shown).not.toContain(secret);
    }
  });

  test('once published, leaves nothing behind of its drafts and of what was masked', async () => {
    const { id } = await ines.staff.faq.draftFromTicket((await resolved()).id);
    const settled = { ...masked(await ines.staff.faq.get(id)), harmless: ['repartie'] };
    const leak = { ...settled, fr: { ...settled.fr, title: 'Kevin-qui-fuit' } };
    const texts = async () =>
      JSON.stringify(
        await Promise.all([
          server.support.db.read.all(sql`select content from faq_texts where subject = ${`article:${id}`}`),
          server.support.db.read.all(sql`select event from faq_events where subject = ${`article:${id}`}`),
          server.support.db.read.all(sql`select original from faq_masks where article_id = ${id}`),
        ]),
      );
    await ines.staff.faq.revise(id, leak);
    await ines.staff.faq.revise(id, settled);
    expect(await texts()).toContain('Kevin-qui-fuit');
    expect(await texts()).toContain('anne.leroy');
    await ines.staff.faq.submit(id);
    await hugo.staff.faq.review(id, { verdict: 'approved' });
    const published = await ines.staff.faq.publish(id);
    expect(await texts()).not.toContain('Kevin-qui-fuit');
    expect(await texts()).not.toContain('anne.leroy');
    expect((await ines.staff.faq.masks(id)).masks).toEqual([]);
    // And goes on from there, edition by edition.
    await hugo.staff.faq.revise(id, { ...settled, fr: { ...settled.fr, title: 'Autre titre' } });
    await hugo.staff.faq.submit(id);
    await ines.staff.faq.review(id, { verdict: 'approved' });
    const { editions } = await hugo.staff.faq.publish(id);
    expect(editions.map(({ content }) => content.fr.title)).toEqual([
      'Autre titre',
      published.published?.content.fr.title,
    ]);
  });
});
