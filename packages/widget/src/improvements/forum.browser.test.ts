import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { aDecision, aNotice, anImprovement, authors, decided } from '../testing/forum.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 860);
});
afterEach(() => document.body.replaceChildren());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const week = 'Que l’agenda montre une semaine par formateur';
const exported = 'Que l’export comptable porte la section analytique';
const reminded = 'Qu’une convention non signée soit relancée';
const vote = (title: string) => button(`Je la veux aussi : ${title}`);
const opened = (title: string) => page.getByRole('button', { name: title, exact: true });
const chosen = (label: string) => page.getByRole('combobox', { name: label, exact: true });
const titles = () => inList('.title .link').map((link) => link.textContent?.trim());

async function openForum(
  api: FakeApi,
  attributes: Readonly<Record<string, string>> = {},
): Promise<TeoSupport> {
  const widget = embed(api, attributes);
  await widget.open({ view: 'improvements' });
  // The first time its code has to come.
  await expect.poll(() => inList('.title .link').length, { timeout: 10_000 }).toBeGreaterThan(0);
  return widget;
}

describe('the list', () => {
  test('says of each request what is wished for, where it stands and why, and who wants it', async () => {
    const widget = await openForum(new FakeApi());
    expect(titles()).toEqual([
      reminded,
      week,
      exported,
      'Que l’annuaire fusionne deux fiches de la même personne',
    ]);
    await expect.element(page.getByText('12 personnes de 5 organismes', { exact: true })).toBeVisible();
    await expect.element(page.getByText('8 personnes de 3 organismes, dont 2 du vôtre')).toBeVisible();
    await expect.element(page.getByText('Décidée à l’analyse d’octobre 2026').first()).toBeVisible();
    await expect.element(page.getByText('Le format change en janvier')).toBeVisible();
    await expect
      .element(
        page.getByText('En tant qu’assistante pédagogique, afin d’éviter de compter à la main').first(),
      )
      .toBeVisible();
    await expect.element(page.getByText('Sans décision depuis plus d’un mois')).toBeVisible();
    await expectAccessible(widget);
  });

  test('is searched, narrowed and sorted, and says so when nothing is left', async () => {
    const api = new FakeApi();
    const widget = await openForum(api);
    await page.getByRole('searchbox', { name: 'Rechercher une demande' }).fill('annuaire');
    await expect.poll(titles).toEqual(['Que l’annuaire fusionne deux fiches de la même personne']);
    await chosen('Module').selectOptions('Facturation');
    await expect.element(page.getByText('Aucune demande ici')).toBeVisible();
    await expectAccessible(widget);
    await button('Retirer les filtres').click();
    await expect.poll(() => titles().length).toBe(4);
    await chosen('Statut').selectOptions('Sans décision depuis un mois');
    await expect.poll(titles).toEqual(['Que l’annuaire fusionne deux fiches de la même personne']);
    await chosen('Statut').selectOptions('Tous les statuts');
    await chosen('Demandes').selectOptions('Mes demandes');
    await expect.poll(titles).toEqual([reminded]);
    await chosen('Demandes').selectOptions('Celles que mon organisme soutient');
    await expect.poll(titles).toEqual([reminded, exported]);
    await chosen('Demandes').selectOptions('Toutes les demandes');
    await chosen('Tri').selectOptions('Décidées récemment');
    await expect.poll(() => titles().length).toBe(2);
    const asked = api.sent.findLast(({ path }) => path === '/v1/improvements');
    expect(asked?.search).toBe('?sort=decided&limit=20');
  });

  test('goes on where it stopped, and the focus with it', async () => {
    const api = new FakeApi();
    api.forum.pageSize = 3;
    await openForum(api);
    await button('Afficher plus').click();
    await expectFocus(opened('Que l’annuaire fusionne deux fiches de la même personne'));
    expect(button('Afficher plus').query()).toBeNull();
  });

  test('that does not come is said, and can be asked for again', async () => {
    const api = new FakeApi();
    api.override = ({ path }) =>
      path === '/v1/improvements' ? problem(429, 'too-many-requests', 'Patientez un instant.') : undefined;
    const widget = embed(api);
    await widget.open({ view: 'improvements' });
    await expect.element(page.getByRole('alert').getByText('Patientez un instant.')).toBeVisible();
    await expectAccessible(widget);
    api.override = () => undefined;
    await button('Réessayer').click();
    await expect.element(opened(week)).toBeVisible();
  });

  test('is as it was when the person comes back to it', async () => {
    const api = new FakeApi();
    await openForum(api);
    await chosen('Tri').selectOptions('Les plus récentes');
    await opened(week).click();
    await expectFocus(page.getByRole('heading', { name: 'Demande 118 · Agenda' }));
    await button('Retour').click();
    await expectFocus(opened(week));
    await page.getByRole('tab', { name: 'FAQ' }).click();
    await page.getByRole('tab', { name: 'Améliorations' }).click();
    await expect.element(chosen('Tri')).toHaveDisplayValue('Les plus récentes');
  });

  test('speaks English', async () => {
    const widget = await openForum(new FakeApi(), { lang: 'en' });
    await expect.element(page.getByText('12 people of 5 organizations', { exact: true })).toBeVisible();
    await expect.element(page.getByText('No decision for over a month')).toBeVisible();
    await expect
      .element(page.getByRole('tab', { name: 'Improvements' }))
      .toHaveAttribute('aria-selected', 'true');
    await expectAccessible(widget);
  });
});

describe('a vote', () => {
  test('counts before the server has answered, and is one whatever was pressed how often', async () => {
    const api = new FakeApi();
    let answer = () => {};
    api.override = async ({ path }) => {
      if (path.endsWith('/vote'))
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return undefined;
    };
    await openForum(api);
    await vote(week).click();
    await expect.element(vote(week)).toHaveAttribute('aria-pressed', 'true');
    await expect.element(page.getByText('13 personnes de 6 organismes, dont vous')).toBeVisible();
    answer();
    await expect.poll(() => api.forum.requests.get('semaine')?.votes).toBe(13);
    await vote(week).click();
    await vote(week).click();
    await vote(week).click();
    await expect.element(vote(week)).toHaveAttribute('aria-pressed', 'false');
    answer();
    await expect.poll(() => api.forum.requests.get('semaine')?.votes).toBe(12);
    await expect.element(page.getByText('12 personnes de 5 organismes', { exact: true })).toBeVisible();
  });

  test.each([
    ['a line that is cut', () => Promise.reject(new TypeError('cut')), /Le serveur ne répond pas/],
    ['a session that is over', () => problem(401, 'not-signed-in', 'Reconnectez-vous.'), /Votre session téo/],
    [
      'a refusal',
      () => problem(409, 'rejected', 'Cette demande se poursuit ailleurs.'),
      /se poursuit ailleurs/,
    ],
    ['too many requests', () => problem(429, 'too-many-requests', 'Patientez.'), /Patientez/],
    ['an answer that is not JSON', () => new Response('oops'), /Le serveur ne répond pas/],
  ] as const)('is taken back on the screen after %s, and can be given again', async (_what, answer, said) => {
    const api = new FakeApi();
    const widget = await openForum(api);
    api.override = ({ path }) => (path.endsWith('/vote') ? answer() : undefined);
    await vote(week).click();
    await expect.element(page.getByRole('alert').getByText(said)).toBeVisible();
    await expect.element(vote(week)).toHaveAttribute('aria-pressed', 'false');
    await expect.element(page.getByText('12 personnes de 5 organismes', { exact: true })).toBeVisible();
    await expectAccessible(widget);
    api.override = () => undefined;
    await vote(week).click();
    await expect.poll(() => api.forum.requests.get('semaine')?.votes).toBe(13);
    expect(page.getByRole('alert').query()).toBeNull();
  });

  test('is not offered for what is implemented, and is remembered there', async () => {
    await openForum(new FakeApi());
    expect(vote(reminded).query()).toBeNull();
    await expect
      .element(page.getByText('21 personnes de 9 organismes, dont vous. Vous la vouliez aussi.'))
      .toBeVisible();
  });

  test('is the same in the list and in the request', async () => {
    await openForum(new FakeApi());
    await opened(week).click();
    await expect.element(button('Suivre cette demande')).toBeVisible();
    await vote(week).click();
    await expect.element(page.getByText('Chaque décision vous sera annoncée.')).toBeVisible();
    expect(button('Suivre cette demande').query()).toBeNull();
    await button('Retour').click();
    await expect.element(vote(week)).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('what was decided since the person was here last', () => {
  const told = () => {
    const api = new FakeApi();
    const some = ['export', 'relance'].flatMap((id) => api.forum.requests.get(id) ?? []);
    api.forum.notices = [aNotice('2026-10', ...some)];
    return api;
  };

  test('is told once, with its reason, and is read by that', async () => {
    const api = told();
    const widget = await openForum(api);
    const box = page.getByRole('region', { name: 'Analyse d’octobre 2026 : ce que deviennent vos demandes' });
    await expect.element(box.getByText('Le format change en janvier')).toBeVisible();
    await expect.element(box.getByText('Dites-nous si elle fait ce dont vous aviez besoin')).toBeVisible();
    await expectAccessible(widget);
    await expect.poll(() => api.forum.notices[0]?.readAt).not.toBeNull();
    await page.getByRole('tab', { name: 'Mes tickets' }).click();
    await page.getByRole('tab', { name: 'Améliorations' }).click();
    await expect.element(opened(week)).toBeVisible();
    expect(box.query()).toBeNull();
  });

  test('is put away, and the focus stays near', async () => {
    await openForum(told());
    await button('J’ai lu').click();
    await expectFocus(button('Proposer une amélioration'));
    expect(button('J’ai lu').query()).toBeNull();
  });

  test('that could not be marked as read is told again', async () => {
    const api = told();
    api.override = ({ path }) =>
      path.endsWith('/reading') ? problem(503, 'busy-try-again', 'Réessayez.') : undefined;
    await openForum(api);
    await expect.element(button('J’ai lu')).toBeVisible();
    await expect.poll(() => api.sent.some(({ path }) => path.endsWith('/reading'))).toBe(true);
    expect(api.forum.notices[0]?.readAt).toBeNull();
    api.override = () => undefined;
    await button('J’ai lu').click();
    await expect.poll(() => api.forum.notices[0]?.readAt).not.toBeNull();
  });

  test('of several reviews is one list, each request with what was decided last', async () => {
    const api = told();
    const many = [1, 2, 3, 4].map((place) =>
      decided({ id: `m-${place}`, number: place, need: `la demande ${place} avance` }, aDecision()),
    );
    for (const request of many) api.forum.requests.set(request.id, request);
    const before = api.forum.requests.get('export');
    api.forum.notices = [
      ...api.forum.notices,
      aNotice('2026-09', ...many, ...(before === undefined ? [] : [before])),
    ];
    await openForum(api);
    const box = page.getByRole('region', { name: 'Ce que l’équipe a décidé de vos demandes' });
    await expect.element(box.getByText('Voir 3 autres')).toBeVisible();
    await box.getByText('Voir 3 autres').click();
    expect(box.getByRole('button', { name: exported }).elements()).toHaveLength(1);
    await expect.poll(() => api.forum.notices.every(({ readAt }) => readAt !== null)).toBe(true);
  });
});

describe('the roadmap', () => {
  test('shows the five statuses with the reasons, and how the promise of a month is kept', async () => {
    const widget = await openForum(new FakeApi());
    await button('Feuille de route').click();
    for (const status of [
      'Planifiée',
      'En cours de réalisation',
      'Reportée',
      'Mise en œuvre',
      'Non sélectionnée',
    ])
      await expect.element(page.getByRole('heading', { name: status })).toBeVisible();
    await expect.element(page.getByText('dont 1 depuis plus d’un mois')).toBeVisible();
    await expect.element(page.getByText(/Dernière analyse : octobre 2026/)).toBeVisible();
    await expectAccessible(widget);
    await page.getByRole('combobox', { name: 'Module', exact: true }).last().selectOptions('Documents');
    await expect
      .element(page.getByRole('region', { name: /Reportée/ }).getByText('Aucune demande.'))
      .toBeVisible();
  });

  test('leads to the requests that are overdue', async () => {
    await openForum(new FakeApi());
    await button('Feuille de route').click();
    await button('Voir les demandes en retard').click();
    await expect.poll(titles).toEqual(['Que l’annuaire fusionne deux fiches de la même personne']);
    await expect.element(page.getByRole('tab', { name: 'Améliorations' })).toBeVisible();
  });
});

describe('the way to the forum', () => {
  test('stands among the types of tickets, and back from writing a request', async () => {
    const widget = embed(new FakeApi());
    await widget.open();
    await button(/^Demande d’amélioration/).click();
    await expectFocus(page.getByRole('tab', { name: 'Améliorations' }));
    await button('Proposer une amélioration').click();
    await button('Déposez plutôt un ticket').click();
    await expect.element(button(/^Dysfonctionnement/)).toBeVisible();
  });

  test('leads to one request where a page asks for it', async () => {
    const widget = embed(new FakeApi());
    await widget.open({ view: 'improvement', id: 'export' });
    await expectFocus(page.getByRole('heading', { name: 'Demande 92 · Facturation' }));
    await widget.open({ view: 'improvement', id: 'nulle-part' });
    await expect.element(page.getByText('Cette demande n’existe pas.')).toBeVisible();
  });
});

test('by keyboard alone, a request is found, voted for, read and left again', async () => {
  const api = new FakeApi();
  const widget = embed(api);
  await widget.open();
  await expectFocus(page.getByRole('heading', { name: 'Service clients téo' }));
  await userEvent.keyboard('{Tab}{Tab}{ArrowRight}{ArrowRight}');
  await expectFocus(page.getByRole('tab', { name: 'Améliorations' }));
  await expect.element(opened(week)).toBeVisible();
  await userEvent.keyboard('{Tab}{Tab}{Tab}');
  await expectFocus(page.getByRole('searchbox', { name: 'Rechercher une demande' }));
  await userEvent.keyboard('semaine');
  await expect.poll(titles).toEqual([week]);
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}');
  await expectFocus(vote(week));
  await userEvent.keyboard(' ');
  await expect.poll(() => api.forum.requests.get('semaine')?.votes).toBe(13);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
  await expectFocus(page.getByRole('heading', { name: 'Demande 118 · Agenda' }));
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}');
  await expectFocus(button('Retour'));
  await userEvent.keyboard('{Enter}');
  await expectFocus(opened(week));
});

test('on a narrow screen nothing is cut off', async () => {
  await page.viewport(320, 640);
  const api = new FakeApi();
  api.forum.requests.set(
    'long',
    anImprovement({ id: 'long', votes: 99, need: 'x'.repeat(80), author: authors.elsewhere }),
  );
  await openForum(api);
  for (const element of inList('.card, .card *, .filters > *'))
    expect(element.getBoundingClientRect().right, element.outerHTML.slice(0, 80)).toBeLessThanOrEqual(320);
});

/** What matches in the list of requests, wherever it stands in the panel. */
function inList(selector: string): Element[] {
  const panel = document.querySelector('teo-support')?.shadowRoot?.querySelector('teo-support-panel');
  const list = panel?.shadowRoot?.querySelector('teo-support-improvement-list');
  return [...(list?.shadowRoot?.querySelectorAll(selector) ?? [])];
}
