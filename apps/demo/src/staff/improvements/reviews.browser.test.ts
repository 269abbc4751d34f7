import type { Month } from '@teo-support/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { FakeForum } from '../testing/forum.js';
import { expectAccessible, expectFocus, expectNarrow, freshScreens, open, tabTo } from '../testing/screen.js';
import { aTicket, julien, sarah } from '../testing/tickets.js';
import { monthAt } from '../time/calendar.js';

freshScreens();

const rationale = 'Plusieurs organismes la demandent, et elle tient dans la prochaine version.';
const other = 'Elle attend d’abord la refonte des relances, prévue au printemps.';
let api: FakeApi;
let forum: FakeForum;
let month: Month;
let address: string;

beforeEach(() => {
  api = new FakeApi(aTicket());
  forum = new FakeForum(api);
  const [year = '', of = ''] = monthAt(forum.now).split('-');
  month = `${Number(year)}-${of}`;
  address = `/staff/improvement-reviews/${month}`;
  forum.submit('relance', { need: 'relancer les impayés', daysAgo: 45, votes: [['Atelier', 2]] });
  forum.submit('rappel', { need: 'rappeler ce qui est impayé', daysAgo: 60 });
  forum.submit('planning', {
    need: 'imprimer le planning',
    module: 'calendar',
    daysAgo: 3,
    votes: [['Formalia Ouest', 7]],
  });
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = () => page.getByRole('heading', { level: 1 });
const dialog = () => page.getByRole('dialog');
const told = (message: string) => page.getByRole('status').filter({ hasText: message });
const posts = (end: string) => api.sent.filter(({ method, path }) => method === 'POST' && path.endsWith(end));
const waiting = () =>
  page
    .getByRole('region', { name: 'Demandes en attente' })
    .getByRole('link')
    .elements()
    .map((element) => element.textContent);

function draft(id: string, by = julien, text = rationale): void {
  const kept = forum.kept.get(id);
  if (kept === undefined) throw new Error('There is no such request.');
  forum.review(
    month,
    { type: 'draft_decision', request: kept.request, status: 'planned', rationale: text },
    by,
  );
}

describe('the reviews', () => {
  test('begin with what waits for too long and the one of this month', async () => {
    forum.decide('planning', '2026-01', { status: 'postponed', rationale });
    open(api, '/staff/improvements');
    await page.getByRole('link', { name: 'Analyses mensuelles' }).click();
    await expectFocus(heading());
    await expect.element(page.getByText('2 demandes attendent une décision.')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: /2 demandes attendent depuis plus d’un mois/ }))
      .toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Analyse de janvier 2026' })).toBeVisible();
    await expectAccessible();
    await expectNarrow();
    await expectAccessible();
    await page.getByRole('link', { name: /^Préparer l’analyse/ }).click();
    await expect.element(page.getByText(/Aucune décision n’est encore préparée/)).toBeVisible();
  });

  test('go on with the one of this month where it is begun', async () => {
    draft('relance');
    open(api, '/staff/improvement-reviews');
    await page.getByRole('link', { name: /^Continuer l’analyse/ }).click();
    await expect.element(page.getByRole('heading', { name: 'Décisions en préparation' })).toBeVisible();
  });

  test('of a month that does not exist are not found', async () => {
    open(api, '/staff/improvement-reviews/2026-13');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Introuvable.');
  });
});

describe('the review of a month', () => {
  test('orders what waits by votes, by age, and module by module', async () => {
    open(api, address);
    await expect
      .poll(waiting)
      .toEqual(['imprimer le planning', 'relancer les impayés', 'rappeler ce qui est impayé']);
    await expectAccessible();
    await page.getByLabelText('Ordre').selectOptions('Âge');
    await expect
      .poll(waiting)
      .toEqual(['rappeler ce qui est impayé', 'relancer les impayés', 'imprimer le planning']);
    expect(location.search).toBe('?order=age');
    await page.getByLabelText('Ordre').selectOptions('Module');
    await expect.element(page.getByRole('heading', { name: 'Facturation (2)' })).toBeVisible();
    await expect
      .poll(waiting)
      .toEqual(['imprimer le planning', 'relancer les impayés', 'rappeler ce qui est impayé']);
    await expectAccessible();
    await expectNarrow();
  });

  test('keeps a decision with its reason; a thin one is refused at its field; all by keyboard', async () => {
    open(api, address);
    await tabTo(button('Décider, demande 101'));
    await userEvent.keyboard('{Enter}');
    await expectFocus(dialog().getByRole('radio', { name: 'Planifiée' }));
    await expect.element(dialog().getByText(/relancer les impayés/)).toBeVisible();
    await expectAccessible();
    await dialog().getByRole('button', { name: 'Garder cette décision' }).click();
    await expect.element(dialog().getByText('Choisissez une décision.')).toBeVisible();
    await expectFocus(dialog().getByRole('radio', { name: 'Planifiée' }));
    await userEvent.keyboard('{ArrowDown}{Tab}Non retenu.{Tab}{Enter}');
    const reason = dialog().getByRole('textbox', { name: 'Motivation' });
    await expectFocus(reason);
    await expect.element(reason).toHaveAccessibleDescription(/Motivez ce choix en une phrase au moins/);
    await expectAccessible();
    expect(posts('/drafts/relance')).toEqual([]);
    await reason.fill(rationale);
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(told('La décision est préparée. Rien n’est encore publié.')).toBeInTheDocument();
    expect(posts('/drafts/relance')[0]?.body).toEqual({ status: 'in_progress', rationale });
    await expect.element(page.getByText(rationale)).toBeVisible();
    await expect.poll(waiting).toEqual(['imprimer le planning', 'rappeler ce qui est impayé']);
    await expectAccessible();
  });

  test('keeps what was begun over a reload', async () => {
    open(api, address);
    await button('Décider, demande 101').click();
    await dialog().getByRole('radio', { name: 'Reportée' }).click();
    await dialog().getByRole('textbox', { name: 'Motivation' }).fill('Elle attend');
    open(api, address);
    await button('Décider, demande 101').click();
    await expect.element(dialog().getByRole('radio', { name: 'Reportée' })).toBeChecked();
    await expect.element(dialog().getByRole('textbox', { name: 'Motivation' })).toHaveValue('Elle attend');
    expect(dialog().getByText('Garder la mienne').query()).toBeNull();
  });

  test('what somebody else drafts elsewhere crosses nothing; on the same request one chooses', async () => {
    open(api, address);
    await button('Décider, demande 101').click();
    await dialog().getByRole('radio', { name: 'Reportée' }).click();
    await dialog().getByRole('textbox', { name: 'Motivation' }).fill(other);
    draft('planning', sarah);
    draft('relance', sarah);
    await dialog().getByRole('button', { name: 'Garder cette décision' }).click();
    await expect
      .element(dialog().getByText('Sarah Nguyen a écrit autre chose sur cette demande entre-temps.'))
      .toBeVisible();
    await expectFocus(dialog().getByRole('button', { name: 'Garder la mienne' }));
    await expect.element(dialog().getByText(rationale)).toBeVisible();
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expectFocus(dialog().getByRole('textbox', { name: 'Motivation' }));
    await expect.element(dialog().getByRole('textbox', { name: 'Motivation' })).toHaveValue(other);
    await dialog().getByRole('button', { name: 'Garder cette décision' }).click();
    await expect.element(told('La décision est préparée.')).toBeInTheDocument();
    const review = forum.viewOf(month);
    expect(
      review.drafts.map(({ improvement, rationale: text, by }) => [improvement.id, text, by.name]),
    ).toEqual([
      ['planning', rationale, 'Sarah Nguyen'],
      ['relance', other, 'Julien Morel'],
    ]);
  });

  test('their decision can be taken instead, and what was withdrawn is told', async () => {
    draft('relance', sarah);
    open(api, address);
    await button('Modifier, demande 101').click();
    await expect.element(dialog().getByRole('textbox', { name: 'Motivation' })).toHaveValue(rationale);
    await dialog().getByRole('textbox', { name: 'Motivation' }).fill(other);
    forum.now += 1000;
    draft('relance', sarah, `${rationale} Au printemps.`);
    await dialog().getByRole('button', { name: 'Garder cette décision' }).click();
    await dialog().getByRole('button', { name: 'Reprendre la sienne' }).click();
    await expect
      .element(dialog().getByRole('textbox', { name: 'Motivation' }))
      .toHaveValue(`${rationale} Au printemps.`);
    await dialog().getByRole('textbox', { name: 'Motivation' }).fill(other);
    forum.review(month, { type: 'withdraw_draft', requestId: 'relance' }, sarah);
    await dialog().getByRole('button', { name: 'Garder cette décision' }).click();
    await expect.element(dialog().getByText('Cette décision a été retirée entre-temps.')).toBeVisible();
  });

  test('is discussed, looked at by a second person, and changed', async () => {
    draft('relance', sarah);
    open(api, address);
    await expect.element(page.getByText('À relire par une autre personne')).toBeVisible();
    await expectAccessible();
    await button('Rien à redire à la décision sur la demande 101').click();
    await expect.element(page.getByText('Relue par Julien Morel')).toBeVisible();
    await page.getByText('Discussion (1)').click();
    await expect.element(page.getByText('Relu\u00a0: rien à redire.')).toBeVisible();
    await button('Ajouter').click();
    await expect.element(page.getByText('Écrivez votre avis.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Votre avis, pour l’équipe seule' }).fill('Pour la 8.6 ?');
    await expectAccessible();
    await button('Ajouter').click();
    await expect.element(told('Votre avis est ajouté.')).toBeInTheDocument();
    await expect.element(page.getByText('Pour la 8.6 ?')).toBeInTheDocument();
    // Written anew, it needs another look.
    forum.now += 1000;
    draft('relance', sarah, `${rationale} Au printemps.`);
    open(api, address);
    await expect.element(page.getByText('À relire par une autre personne')).toBeVisible();
  });

  test('lets go of a decision, and the request waits again', async () => {
    draft('relance');
    open(api, address);
    await expect.element(page.getByText(rationale)).toBeVisible();
    await button('Retirer la décision sur la demande 101').click();
    await dialog().getByRole('button', { name: 'Retirer', exact: true }).click();
    await expect.element(told('La décision est retirée de l’analyse.')).toBeInTheDocument();
    await expect.poll(waiting).toContain('relancer les impayés');
    await expectFocus(heading());
  });

  test('is published at once, having said what is decided and how many are told; then it is there to be read', async () => {
    draft('relance');
    draft('planning', sarah, other);
    open(api, address);
    await button('Publier l’analyse').click();
    await expect
      .element(dialog().getByText('3 personnes seront prévenues, chacune en un message.'))
      .toBeVisible();
    await expect
      .element(dialog().getByText('2 décisions n’ont pas été relues par une autre personne.'))
      .toBeVisible();
    await expect.element(dialog().getByText(other)).toBeVisible();
    await expectAccessible();
    // Somebody changes a decision while this is read: it is shown before anything is published.
    forum.now += 1000;
    draft('planning', sarah, `${other} Peut-être avant.`);
    await dialog().getByRole('button', { name: 'Publier l’analyse' }).click();
    await expect.element(dialog().getByText(/La page montre ce qui vaut maintenant/)).toBeVisible();
    await expect.element(dialog().getByText(`${other} Peut-être avant.`)).toBeVisible();
    await dialog().getByRole('button', { name: 'Publier l’analyse' }).click();
    await expect.element(told('L’analyse est publiée')).toBeInTheDocument();
    await expect.element(page.getByText(/3 personnes ont été prévenues\./)).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Planifiée (2)' })).toBeVisible();
    expect(button('Publier l’analyse').query()).toBeNull();
    expect(page.getByRole('region', { name: 'Demandes en attente' }).query()).toBeNull();
    await expectFocus(heading());
    await expectAccessible();
    await expectNarrow();
    await expectAccessible();
  });

  test('that has not begun cannot be published yet, and says so', async () => {
    const kept = forum.kept.get('relance');
    if (kept === undefined) throw new Error('There is no such request.');
    forum.review('2099-01', { type: 'draft_decision', request: kept.request, status: 'planned', rationale });
    open(api, '/staff/improvement-reviews/2099-01');
    await expect.element(page.getByText(/Ce mois n’a pas commencé/)).toBeVisible();
    expect(button('Publier l’analyse').query()).toBeNull();
  });

  test('in English, everything is said in English', async () => {
    localStorage.setItem('teo-staff:locale', 'en');
    draft('relance', sarah);
    open(api, address);
    await expect.element(page.getByText('Decisions being prepared')).toBeVisible();
    await expect.element(page.getByText('Needs a look by somebody else')).toBeVisible();
    await expectAccessible();
  });
});

describe('the roadmap', () => {
  test('has the five statuses with reasons, narrowed down in the address, and the feed', async () => {
    forum.decide('planning', '2026-01', { status: 'implemented', rationale });
    forum.change('planning', { type: 'record_implementation', release: '8.6', article: 'avoir' });
    open(api, '/staff/roadmap');
    for (const status of [
      'Planifiée',
      'En cours de réalisation',
      'Reportée',
      'Mise en œuvre',
      'Non sélectionnée',
    ])
      await expect.element(page.getByRole('heading', { name: status })).toBeVisible();
    await expect.element(page.getByText(rationale)).toBeVisible();
    await expect.element(page.getByText('Version 8.6')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Faire un avoir' })).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Flux Atom' }))
      .toHaveAttribute('href', '/v1/roadmap.atom?language=fr');
    await expectAccessible();
    await page.getByRole('combobox', { name: 'Décision' }).selectOptions('Reportée');
    await expect.element(page.getByText('Aucune demande.')).toBeVisible();
    expect(page.getByRole('heading', { name: 'Planifiée' }).query()).toBeNull();
    await page.getByLabelText('Décidée depuis le').fill('2026-11-01');
    await page.getByRole('combobox', { name: 'Module' }).selectOptions('Agenda');
    await expect
      .poll(() => api.sent.findLast(({ path }) => path === '/v1/staff/improvements')?.search)
      .toContain('decidedFrom=2026-10-31T23%3A00%3A00.000Z');
    expect(location.search).toBe('?module=calendar&status=postponed&from=2026-11-01');
    await expectNarrow();
    await expectAccessible();
    await button('Effacer les filtres').click();
    await expect.element(page.getByRole('heading', { name: 'Planifiée' })).toBeVisible();
  });
});
