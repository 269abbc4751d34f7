import type { Improvement, SubmitImprovementRequest } from '@teo-support/core/contract';
import type { SupportClient } from '@teo-support/sdk';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claire, colleague, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let ines: SupportClient;
let hugo: SupportClient;
let ours: SupportClient;
let theirs: SupportClient;

beforeAll(async () => {
  server = await startTestServer();
  ours = server.requester(claire);
  theirs = server.requester(stranger);
});
afterAll(() => server.close());

let month = 0;
async function nextMonth() {
  month += 1;
  server.clock.now = Date.UTC(2026, 10 + month, 2, 9);
  // Nobody of the team stays signed in for so long.
  ines = await server.staff('ines@teo.example.fr');
  hugo = await server.staff('hugo@teo.example.fr');
}
/** Each test has a month of its own, of which nobody has drafted anything. */
beforeEach(nextMonth);
const thisMonth = () => new Date(server.clock.now).toISOString().slice(0, 7);

const rationale = 'Plusieurs organismes en ont besoin : nous le prévoyons pour la version 8.6.';
const wish = (need: string, more: Partial<SubmitImprovementRequest> = {}): SubmitImprovementRequest => ({
  role: 'responsable pédagogique',
  need,
  purpose: 'gagner du temps chaque semaine',
  module: 'calendar',
  ...more,
});

const submit = (
  need: string,
  client = ours,
  more: Partial<SubmitImprovementRequest> = {},
): Promise<Improvement> => client.improvements.submit(wish(need, more));

async function decide(id: string, status: 'planned' | 'implemented' | 'postponed', why = rationale) {
  await ines.staff.improvements.reviews.draft(thisMonth(), id, { status, rationale: why });
  return ines.staff.improvements.reviews.publish(thisMonth());
}

/** Why the database does not take a statement, whoever sends it: a file wraps what a libSQL server says itself. */
async function refusalOf(statement: SQL): Promise<string> {
  const refusal: unknown = await server.support.db
    .write((tx) => tx.run(statement))
    .then(
      () => null,
      (error: unknown) => error,
    );
  if (!(refusal instanceof Error)) throw new Error('It was taken.');
  return refusal.cause instanceof Error ? refusal.cause.message : refusal.message;
}

describe('a request', () => {
  test('is submitted once whatever the retries, and its author votes for it by that', async () => {
    const key = { idempotencyKey: 'intention-1' };
    const [first, again] = [
      await ours.improvements.submit(wish('voir les absences'), key),
      await ours.improvements.submit(wish('voir les absences'), key),
    ];
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({
      status: 'submitted',
      votes: 1,
      organizations: 1,
      voted: true,
      votedInOrganization: 1,
      author: { mine: true, team: false, person: { name: 'Claire Vasseur' } },
      decision: null,
      overdue: false,
    });
    await expect(ours.improvements.submit(wish(' '))).rejects.toMatchObject({ status: 400 });
  });

  test('is read by everyone; who wrote it by their own organization and the team alone', async () => {
    const { id } = await submit('imprimer le planning');
    const ofOthers = await theirs.improvements.get(id);
    expect(ofOthers).toMatchObject({
      need: 'imprimer le planning',
      voted: false,
      votedInOrganization: 0,
      author: { mine: false, person: null, organization: null },
    });
    expect(JSON.stringify(ofOthers)).not.toMatch(/Claire|Atelier/);
    const ofColleague = await server.requester(colleague).improvements.get(id);
    expect(ofColleague.author).toMatchObject({ mine: false, organization: { name: 'Atelier des Métiers' } });
    const ofTeam = await ines.staff.improvements.get(id);
    expect(ofTeam).toMatchObject({
      author: { person: { name: 'Claire Vasseur' } },
      byOrganization: [{ organization: { name: 'Atelier des Métiers' }, votes: 1 }],
    });
  });

  test('is overdue once it has waited for longer than a month, for the team and for everyone', async () => {
    const before = await ours.improvements.figures();
    const { id } = await submit('trier les stagiaires');
    expect(await ours.improvements.figures()).toMatchObject({
      waiting: before.waiting + 1,
      overdue: before.overdue,
    });
    await nextMonth();
    expect(await ours.improvements.get(id)).toMatchObject({ overdue: false });
    server.clock.now += 1;
    expect(await ours.improvements.get(id)).toMatchObject({ overdue: true });
    const overdue = await ines.staff.improvements.list({ overdue: 'true', sort: 'newest' });
    expect(overdue.items[0]?.id).toBe(id);
    expect((await ours.improvements.list({ overdue: 'false' })).items.map((one) => one.id)).not.toContain(id);
    const response = await fetch(`${server.url}/v1/commitments/improvements`);
    expect((await response.json()).overdue).toBe(overdue.total);
    expect((await ines.staff.improvements.reviews.get(thisMonth())).waiting.overdue).toBe(overdue.total);
  });
});

describe('votes', () => {
  test('are one a person, however often and at once they are cast, and counted by organization', async () => {
    const { id } = await submit('exporter le planning');
    const samir = server.requester(colleague);
    await Promise.all(Array.from({ length: 8 }, () => samir.improvements.vote(id)));
    expect(await theirs.improvements.vote(id)).toEqual({
      votes: 3,
      organizations: 2,
      voted: true,
      votedInOrganization: 1,
      followed: false,
    });
    for (const _twice of [1, 2]) await theirs.improvements.withdrawVote(id);
    expect(await ours.improvements.get(id)).toMatchObject({
      votes: 2,
      organizations: 1,
      votedInOrganization: 2,
    });
  });

  test('are refused twice by the database itself, whatever writes', async () => {
    const { id, number } = await submit('annuler une séance');
    const me = await ours.me();
    const insert = sql`insert into improvement_votes values (${number}, ${me.id}, ${me.organization.id}, 0)`;
    expect(await refusalOf(insert)).toMatch(/UNIQUE/);
    expect((await ours.improvements.get(id)).votes).toBe(1);
  });

  test('go with a request into another one, and come back with it', async () => {
    const first = await submit('dupliquer une session');
    const second = await submit('copier une session', theirs);
    await server.requester(colleague).improvements.vote(second.id);
    await ours.improvements.vote(second.id);
    await theirs.improvements.comment(second.id, { text: 'Avec les stagiaires, si possible.' });
    await ines.staff.improvements.merge(second.id, { into: first.id });
    expect(await theirs.improvements.get(first.id)).toMatchObject({
      votes: 3,
      organizations: 2,
      voted: true,
      comments: 1,
      merged: [{ id: second.id, need: 'copier une session', author: { mine: true } }],
    });
    expect(await theirs.improvements.get(second.id)).toMatchObject({ mergedInto: { id: first.id } });
    expect((await ours.improvements.comments(first.id)).items[0]).toMatchObject({ improvement: second.id });
    const found = (await ours.improvements.list({ q: 'session', sort: 'newest' })).items.map(({ id }) => id);
    expect([found.includes(first.id), found.includes(second.id)]).toEqual([true, false]);
    await expect(theirs.improvements.vote(second.id)).rejects.toMatchObject({ code: 'request-merged' });
    // Whoever takes their vote back where it goes on has taken it back altogether.
    expect(await theirs.improvements.withdrawVote(first.id)).toMatchObject({ votes: 2, voted: false });
    await ines.staff.improvements.unmerge(second.id);
    expect(await ours.improvements.get(first.id)).toMatchObject({ votes: 1, merged: [], comments: 0 });
    expect(await ours.improvements.get(second.id)).toMatchObject({ votes: 2, organizations: 1, comments: 1 });
  });
});

describe('what is written under a request', () => {
  test('is a comment of a téomaster or an answer of the team, each once', async () => {
    const { id } = await submit('colorer les salles');
    const key = { idempotencyKey: 'comment-1' };
    await theirs.improvements.comment(id, { text: 'Chez nous aussi.' }, key);
    await theirs.improvements.comment(id, { text: 'Chez nous aussi.' }, key);
    await hugo.staff.improvements.answer(id, { text: 'Nous regardons.' });
    const page = await ours.improvements.comments(id, { limit: 1 });
    expect(page).toMatchObject({ total: 2, items: [{ text: 'Chez nous aussi.', author: { person: null } }] });
    const answer = (await page.next())?.items[0];
    expect(answer).toMatchObject({
      text: 'Nous regardons.',
      author: { team: true, person: { name: 'Hugo Meyer' } },
    });
  });

  test('is hidden for a reason that its author reads, leaves a trace, and comes back', async () => {
    const { id } = await submit('filtrer les salles');
    const { id: commentId } = await theirs.improvements.comment(id, { text: 'M. Petit le demande.' });
    const reason = 'Nomme une personne.';
    await ines.staff.improvements.moderateComment(id, commentId, { act: 'hide', reason });
    expect((await ours.improvements.comments(id)).items[0]).toMatchObject({
      text: null,
      hidden: null,
      isHidden: true,
    });
    expect((await theirs.improvements.comments(id)).items[0]).toMatchObject({ hidden: { reason } });
    expect((await ours.improvements.get(id)).comments).toBe(0);
    await ines.staff.improvements.moderateComment(id, commentId, {
      act: 'restore',
      reason: 'Prénom retiré.',
    });
    expect((await ours.improvements.comments(id)).items[0]).toMatchObject({ text: 'M. Petit le demande.' });
    expect((await ines.staff.improvements.get(id)).moderation).toMatchObject([
      { act: 'hidden', comment: commentId, reason, by: { name: 'Inès Caron' } },
      { act: 'restored', comment: commentId },
    ]);
  });

  test('and the request itself: hidden, it is there for its author and the team alone', async () => {
    const { id } = await submit('une demande déplacée');
    await ines.staff.improvements.moderate(id, { act: 'hide', reason: 'Hors sujet.' });
    expect(await ours.improvements.get(id)).toMatchObject({ hidden: { reason: 'Hors sujet.' } });
    for (const call of [
      () => theirs.improvements.get(id),
      () => theirs.improvements.vote(id),
      () => theirs.improvements.comment(id, { text: 'x' }),
      () => theirs.improvements.comments(id),
    ])
      await expect(call()).rejects.toMatchObject({ status: 404 });
    const lists = [
      await theirs.improvements.list({ q: 'deplacee' }),
      await ours.improvements.list({ q: 'déplacée' }),
    ];
    expect(lists.map(({ items }) => items)).toEqual([[], []]);
    expect((await ours.improvements.list({ author: 'me', q: 'déplacée' })).items).toHaveLength(1);
    expect((await ines.staff.improvements.list({ shelf: 'hidden' })).items[0]?.id).toBe(id);
  });

  test('stays within what anybody means to write', async () => {
    const flooding = server.requester({ ...claire, sub: 'u-flood' });
    for (let made = 0; made < 20; made += 1) await submit(`vœu ${made}`, flooding);
    await expect(submit('un de trop', flooding)).rejects.toMatchObject({
      code: 'too-many-requests',
      retryAfterMs: 86_400_000,
    });
    server.clock.now += 86_400_000;
    await submit('le lendemain', flooding);
  });
});

describe('the review of a month', () => {
  test('is drafted and discussed by the team alone, and published at once', async () => {
    const [first, second] = [await submit('relancer les absents'), await submit('relier le CRM', theirs)];
    const { reviews } = ines.staff.improvements;
    await expect(
      reviews.draft(thisMonth(), first.id, { status: 'planned', rationale: 'Non' }),
    ).rejects.toMatchObject({
      code: 'rationale-without-substance',
    });
    await reviews.draft(thisMonth(), first.id, { status: 'planned', rationale });
    await hugo.staff.improvements.reviews.remark(thisMonth(), first.id, { text: 'Avant ou après la 8.6 ?' });
    const { version } = await reviews.draft(thisMonth(), second.id, { status: 'postponed', rationale });
    await expect(reviews.publish(thisMonth(), { ifMatch: version - 1 })).rejects.toMatchObject({
      status: 412,
    });
    expect(await reviews.get(thisMonth())).toMatchObject({
      state: 'draft',
      decisions: { planned: 1, postponed: 1 },
      remarks: [{ improvement: first.id, text: 'Avant ou après la 8.6 ?', by: { name: 'Hugo Meyer' } }],
    });
    expect((await ines.staff.improvements.list({ sort: 'newest', limit: 2 })).items).toMatchObject([
      { id: second.id, draft: { status: 'postponed' } },
      { id: first.id, draft: { status: 'planned' } },
    ]);
    expect(await ours.improvements.get(first.id)).toMatchObject({ status: 'submitted', decision: null });
    await expect(ours.improvements.review(thisMonth())).rejects.toMatchObject({ status: 404 });

    const published = await reviews.publish(thisMonth(), { ifMatch: version });
    expect(published).toMatchObject({ state: 'published', drafts: [{ rationale }, { rationale }] });
    await expect(reviews.publish(thisMonth())).rejects.toMatchObject({ code: 'review-published' });
    expect(await ours.improvements.get(first.id)).toMatchObject({
      status: 'planned',
      decision: { month: thisMonth(), rationale },
      decisions: [{ status: 'planned' }],
    });
    expect(
      (await ours.improvements.review(thisMonth())).decisions.map(({ status }) => status).sort(),
    ).toEqual(['planned', 'postponed']);
    expect((await ours.improvements.reviews()).reviews[0]).toMatchObject({
      month: thisMonth(),
      decisions: { planned: 1 },
    });
    await expect(reviews.get('2026-13')).rejects.toMatchObject({ status: 404 });
  });

  test('keeps every decision that was ever made, and never repeats one', async () => {
    const { id } = await submit('signer à distance');
    await decide(id, 'postponed');
    await nextMonth();
    await expect(
      ines.staff.improvements.reviews.draft(thisMonth(), id, { status: 'postponed', rationale }),
    ).rejects.toMatchObject({ code: 'same-decision-again' });
    await decide(id, 'planned');
    expect((await ours.improvements.get(id)).decisions.map(({ status }) => status)).toEqual([
      'postponed',
      'planned',
    ]);
  });

  test('lets no decision through without a reason, in the database either', async () => {
    const { number } = await submit('se passer de motivation');
    for (const table of ['improvement_decisions (request, month, status, rationale, at)', null]) {
      const into = table ?? 'improvement_drafts (request, month, status, rationale, "by", at)';
      const by = table === null ? sql`'x',` : sql``;
      const insert = (reason: string) =>
        sql`insert into ${sql.raw(into)} values (${number}, '2031-01', 'planned', ${reason}, ${by} 0)`;
      for (const reason of ['', '                              ', 'Non retenu.'])
        expect(await refusalOf(insert(reason))).toMatch(/CHECK/);
    }
    expect(await refusalOf(sql`update improvement_decisions set rationale = 'x'`)).toMatch(/never rewritten/);
  });

  test('tells author, voters and followers in one message each, whatever it decided of theirs', async () => {
    const samir = server.requester(colleague);
    const first = await submit('archiver une session');
    const second = await submit('classer les sessions');
    await theirs.improvements.vote(first.id);
    await samir.improvements.follow(second.id);
    await samir.improvements.vote(second.id);
    const { reviews } = ines.staff.improvements;
    await reviews.draft(thisMonth(), first.id, { status: 'planned', rationale });
    await reviews.draft(thisMonth(), second.id, { status: 'implemented', rationale });
    // Claire wrote both, Loïc voted for the one, Samir for the other, which he follows, too.
    expect(await reviews.get(thisMonth())).toMatchObject({ told: 3 });
    expect(await reviews.publish(thisMonth())).toMatchObject({ told: 3 });
    const [mine, loics, samirs] = await Promise.all(
      [ours, theirs, samir].map(async (client) => (await client.improvements.notices()).notices[0]),
    );
    expect(mine).toMatchObject({ month: thisMonth(), readAt: null });
    expect(mine?.items.map(({ why, improvement }) => [improvement.id, why]).sort()).toEqual(
      [
        [first.id, 'author'],
        [second.id, 'author'],
      ].sort(),
    );
    expect(loics?.items).toMatchObject([
      { why: 'voted', improvement: { id: first.id }, rationale, asksWhetherItFits: false },
    ]);
    expect(samirs?.items).toMatchObject([
      { why: 'voted', improvement: { id: second.id }, asksWhetherItFits: true },
    ]);
    const { unread } = await samir.improvements.notices();
    for (const _twice of [1, 2]) await samir.improvements.readNotice(thisMonth());
    expect((await samir.improvements.notices()).unread).toBe(unread - 1);
    await expect(samir.improvements.readNotice('2020-01')).rejects.toMatchObject({ status: 404 });
  });
});

describe('what is implemented', () => {
  test('names its release and article, and asks those who wanted it whether it fits', async () => {
    const article = {
      id: 'absences',
      fr: { title: 'Voir les absences', body: 'Ouvrez **Agenda**.' },
      modules: ['calendar' as const],
    };
    await ines.staff.faq.draft(article);
    const { id } = await submit('voir les absences du jour');
    const record = (name: string | null) =>
      ines.staff.improvements.recordImplementation(id, { release: '8.6', article: name });
    await expect(record(null)).rejects.toMatchObject({ code: 'not-implemented' });
    await expect(ours.improvements.sayWhetherItFits(id, { fits: true })).rejects.toMatchObject({
      code: 'not-implemented',
    });
    await decide(id, 'implemented');
    await expect(record('absences')).rejects.toMatchObject({ code: 'article-not-published' });
    await ines.staff.faq.submit('absences');
    await hugo.staff.faq.review('absences', { verdict: 'approved' });
    await ines.staff.faq.publish('absences');
    await record('absences');
    const expected = { release: '8.6', article: { id: 'absences', title: 'Voir les absences' } };
    expect(await ours.improvements.get(id)).toMatchObject({
      implementation: expected,
      maySayWhetherItFits: true,
      fits: null,
    });
    expect((await ours.improvements.notices()).notices[0]?.items[0]).toMatchObject({
      implementation: expected,
    });
    await expect(theirs.improvements.sayWhetherItFits(id, { fits: true })).rejects.toMatchObject({
      code: 'not-concerned',
    });
    await ours.improvements.sayWhetherItFits(id, { fits: true });
    await ours.improvements.sayWhetherItFits(id, { fits: false, remark: 'Sans les demi-journées.' });
    expect(await ours.improvements.get(id)).toMatchObject({ fits: false });
    expect((await ines.staff.improvements.get(id)).fit).toMatchObject({
      yes: 0,
      no: 1,
      remarks: [{ remark: 'Sans les demi-journées.', author: { person: { name: 'Claire Vasseur' } } }],
    });
    await expect(theirs.improvements.vote(id)).rejects.toMatchObject({ code: 'voting-over' });
  });
});

describe('lists', () => {
  test('go page by page in the order of each sort, each request once, narrowed as asked', async () => {
    const module = 'steering';
    const made: string[] = [];
    for (let place = 0; place < 5; place += 1) {
      server.clock.now += 60_000;
      made.push((await submit(`suivre l’indicateur ${place}`, ours, { module })).id);
    }
    const [a = '', b = '', c = '', d = '', e = ''] = made;
    for (const id of [b, d]) await theirs.improvements.vote(id);
    await server.requester(colleague).improvements.vote(d);
    const listed = async (query: Parameters<typeof ours.improvements.list>[0], client = ours) => {
      const ids: string[] = [];
      for await (const { id } of await client.improvements.list({ module, limit: 2, ...query })) ids.push(id);
      return ids;
    };
    expect(await listed({})).toEqual([d, b, e, c, a]);
    expect(await listed({ sort: 'newest' })).toEqual([e, d, c, b, a]);
    expect(await listed({ sort: 'oldest' })).toEqual([a, b, c, d, e]);
    expect(await listed({ sort: 'decided' })).toEqual([]);
    expect(await listed({ voted: 'me' }, theirs)).toEqual([d, b]);
    expect(await listed({ voted: 'organization' })).toEqual([d, b, e, c, a]);
    expect(await listed({ voted: 'organization', sort: 'oldest' }, theirs)).toEqual([b, d]);
    expect(await listed({ author: 'organization', q: 'indicateurs 3' })).toEqual([d]);
    expect(await listed({ author: 'me' }, theirs)).toEqual([]);
    await theirs.improvements.follow(c);
    expect(await listed({ followed: 'true' }, theirs)).toEqual([c]);
    await decide(c, 'planned');
    expect(await listed({ status: 'planned' })).toEqual([c]);
    expect(await listed({ status: 'submitted', sort: 'oldest' })).toEqual([a, b, d, e]);
    const from = new Date(server.clock.now).toISOString();
    expect(await listed({ sort: 'decided', decidedFrom: from })).toEqual([c]);
    expect(await listed({ decidedBefore: from })).toEqual([]);
    const { organization } = await theirs.me();
    const page = await ines.staff.improvements.list({ module, organization: organization.id });
    expect(page.items.map(({ id }) => id)).toEqual([d, b]);
    await expect(ours.improvements.list({ module, cursor: 'x' })).rejects.toMatchObject({ status: 400 });
  });

  test('find words in any form, a beginning, and a number', async () => {
    const { id, number } = await submit('émarger depuis une tablette');
    for (const q of ['émargement', 'tablettes emarger', 'tabl', String(number), `#${number}`]) {
      expect(
        (await theirs.improvements.list({ q })).items.map((one) => one.id),
        q,
      ).toContain(id);
    }
    for (const q of ['cantine', 'émarger cantine', '"', 'AND OR NOT', '*']) {
      expect(
        (await theirs.improvements.list({ q })).items.map((one) => one.id),
        q,
      ).not.toContain(id);
    }
  });

  test('show what is alike while a request is written, in other forms of its words', async () => {
    const { id } = await submit('relancer automatiquement les entreprises qui n’ont pas payé leur facture');
    await submit('changer la couleur des convocations');
    const { hits } = await theirs.improvements.similar({
      need: 'une relance automatique des factures impayées',
    });
    expect(hits[0]).toMatchObject({ improvement: { id } });
    const { text, ranges } = hits[0]?.need ?? { text: '', ranges: [] };
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toContain('facture');
    const same = await theirs.improvements.similar({
      need: 'relancer automatiquement les entreprises qui n’ont pas payé',
    });
    expect(same.hits[0]).toMatchObject({ improvement: { id }, alike: true });
    expect((await theirs.improvements.similar({ need: 'menu de la cantine' })).hits).toEqual([]);
    expect((await theirs.improvements.similar({})).hits).toEqual([]);
  });
});

describe('for the team', () => {
  test('followers are counted apart from voters, those of what goes on in it among them', async () => {
    const samir = server.requester(colleague);
    const { id } = await submit('filtrer les sessions par salle');
    const { id: other } = await submit('voir les sessions d’une salle', theirs);
    const followers = async () => (await ines.staff.improvements.get(id)).followers;
    await samir.improvements.follow(id);
    await theirs.improvements.follow(other);
    expect(await followers()).toBe(1);
    await ines.staff.improvements.merge(other, { into: id });
    // Whoever voted is told by that already.
    expect(await followers()).toBe(1);
    await samir.improvements.vote(id);
    expect(await followers()).toBe(0);
  });

  test('what asks for the same is found, never the request itself', async () => {
    const { id } = await submit('imprimer les badges des participants');
    const { id: same } = await submit('imprimer des badges pour chaque participant', theirs);
    const { hits } = await ines.staff.improvements.similarTo(id, { limit: 3 });
    expect(hits[0]).toMatchObject({ improvement: { id: same } });
    expect(hits.map(({ improvement }) => improvement.id)).not.toContain(id);
    expect(hits[0]?.improvement.author.organization?.name).toBe(stranger.org_name);
    await expect(ines.staff.improvements.similarTo('nowhere')).rejects.toMatchObject({ status: 404 });
  });
});

describe('the roadmap', () => {
  test('has the five statuses with reasons, the latest decision first', async () => {
    const { id } = await submit('choisir ses couleurs', ours, { module: 'communication' });
    await decide(id, 'planned');
    const { columns } = await theirs.improvements.roadmap({ module: 'communication' });
    expect(columns.map(({ status, total }) => [status, total])).toEqual([
      ['planned', 1],
      ['in_progress', 0],
      ['postponed', 0],
      ['implemented', 0],
      ['not_selected', 0],
    ]);
    expect(columns[0]?.items).toMatchObject([{ id, decision: { rationale } }]);
    expect(
      (await theirs.improvements.roadmap({ module: 'communication', voted: 'me' })).columns[0]?.total,
    ).toBe(0);
    expect(
      (await ours.improvements.roadmap({ module: 'communication', voted: 'me' })).columns[0]?.total,
    ).toBe(1);
  });

  test('is a feed for anyone, in which everything that people wrote is text, and no name stands', async () => {
    const need = `</title><script>alert("1")</script> & ]]> \u0000 pour Claire Vasseur, de l’ATELIER DES MÉTIERS`;
    await expect(submit(need)).rejects.toMatchObject({ status: 400 });
    const { id } = await submit(need.replaceAll('\u0000', '\u0001'));
    await decide(id, 'planned', `${rationale} Merci à Claire Vasseur !`);
    const response = await fetch(`${server.url}/v1/roadmap.atom`);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await response.text();
    expect(feed).toContain(
      '<title>Planifiée : &lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ]]&gt; \ufffd pour …, de l’…</title>',
    );
    expect(feed).toContain('Merci à … !');
    expect(feed).not.toMatch(/Claire|Vasseur|Atelier|Formalia|<script/i);
    const etag = response.headers.get('etag') ?? '';
    expect(
      (await fetch(`${server.url}/v1/roadmap.atom`, { headers: { 'if-none-match': etag } })).status,
    ).toBe(304);
    expect(await ours.improvements.feed()).toContain('xmlns="http://www.w3.org/2005/Atom"');
  });
});

test('the log of the forum only grows', async () => {
  for (const statement of [
    sql`update improvement_events set type = 'x'`,
    sql`delete from improvement_events`,
    sql`insert or replace into improvement_events select * from improvement_events limit 1`,
    sql`update improvement_texts set text = 'x'`,
    sql`delete from improvement_team_texts`,
  ]) {
    expect(await refusalOf(statement)).toMatch(/append-only|erased, never/);
  }
});
