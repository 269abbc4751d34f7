import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { aComment, aDecision, anImprovement, authors, decided } from '../testing/forum.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 860);
});
afterEach(() => document.body.replaceChildren());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const comment = () => page.getByRole('textbox', { name: 'Votre commentaire' });
const no = () => page.getByRole('button', { name: 'Non', exact: true });
const publish = () => button('Publier le commentaire');

async function openRequest(
  api: FakeApi,
  id: string,
  attributes: Readonly<Record<string, string>> = {},
): Promise<TeoSupport> {
  const widget = embed(api, attributes);
  await widget.open({ view: 'improvement', id });
  await expect.element(page.getByRole('heading', { name: /^(Demande|Request) \d+/ })).toBeVisible();
  return widget;
}

/** A request among those that there are. */
function withRequest(...requests: readonly ReturnType<typeof anImprovement>[]): FakeApi {
  const api = new FakeApi();
  for (const request of requests) api.forum.requests.set(request.id, request);
  return api;
}

describe('a request', () => {
  test('reads as one sentence, and says by when it is decided', async () => {
    const widget = await openRequest(new FakeApi(), 'semaine');
    await expect
      .element(
        page.getByText(
          'En tant qu’assistante pédagogique, je souhaiterais que l’agenda montre une semaine par formateur afin d’éviter de compter à la main.',
        ),
      )
      .toBeVisible();
    await expect
      .element(page.getByText('Proposée par une personne d’un autre organisme, le 12 novembre 2026'))
      .toBeVisible();
    await expect
      .element(page.getByText('Première décision attendue avant le 12 décembre 2026'))
      .toBeVisible();
    await expectAccessible(widget);
  });

  test('that waits for too long says that the promise was not kept', async () => {
    const widget = await openRequest(new FakeApi(), 'annuaire');
    await expect.element(page.getByText(/attendue avant le 2 octobre 2026/)).toBeVisible();
    await expect
      .element(
        page.getByRole('region', { name: 'Décision' }).getByText('Sans décision depuis plus d’un mois'),
      )
      .toBeVisible();
    await expectAccessible(widget);
  });

  test('keeps every decision that was ever made of it, with its reason', async () => {
    const widget = await openRequest(new FakeApi(), 'export');
    const region = page.getByRole('region', { name: 'Décision' });
    await expect.element(region.getByText('Le format change en janvier').first()).toBeVisible();
    await page.getByText('Toutes les décisions (2)').click();
    const history = region.getByRole('listitem');
    await expect
      .poll(() => history.elements().map((entry) => entry.textContent?.replace(/\s+/g, ' ').trim()))
      .toEqual([
        '12 novembre 2026 Demande déposée',
        '25 août 2026 Planifiée C’est prévu pour la version 8.8, avec l’impression.',
        '26 octobre 2026 Reportée Le format change en janvier : nous attendons sa publication.',
      ]);
    await expectAccessible(widget);
  });

  test('that goes on in another one leads there, and back', async () => {
    const api = withRequest(
      anImprovement({
        id: 'double',
        number: 130,
        mergedInto: {
          id: 'semaine',
          number: 118,
          need: 'l’agenda montre une semaine par formateur',
          status: 'submitted',
        },
      }),
      anImprovement({
        merged: [
          {
            id: 'double',
            number: 130,
            role: 'formatrice',
            need: 'mon planning tienne sur une page',
            purpose: 'l’imprimer',
            author: authors.colleague,
            submittedAt: '2026-11-13T09:00:00Z',
            status: 'submitted',
          },
        ],
      }),
    );
    const widget = await openRequest(api, 'double');
    expect(button(/Je la veux aussi/).query()).toBeNull();
    expect(comment().query()).toBeNull();
    await expectAccessible(widget);
    const link = button('Que l’agenda montre une semaine par formateur');
    await link.click();
    await expectFocus(page.getByRole('heading', { name: 'Demande 118 · Agenda' }));
    await page.getByText('Disent la même chose et se poursuivent ici (1)').click();
    await expect.element(page.getByText(/mon planning tienne sur une page afin de l’imprimer/)).toBeVisible();
    await button('Retour').click();
    await expectFocus(link);
  });

  test('that was hidden says why to whoever wrote it', async () => {
    const hidden = { at: '2026-11-20T09:00:00Z', reason: 'Elle nomme une cliente.' };
    const api = withRequest(anImprovement({ id: 'hidden', author: authors.claire, hidden }));
    const widget = await openRequest(api, 'hidden');
    await expect.element(page.getByText(/Elle nomme une cliente/)).toBeVisible();
    expect(button(/Je la veux aussi/).query()).toBeNull();
    await expectAccessible(widget);
  });

  test('whose words were erased says so', async () => {
    await openRequest(withRequest(anImprovement({ role: null, need: null, purpose: null })), 'semaine');
    await expect
      .element(page.getByText(/^En tant que \[texte effacé à la demande de la personne\], je/))
      .toBeVisible();
  });

  test('is followed without a vote', async () => {
    const api = new FakeApi();
    await openRequest(api, 'semaine');
    await button('Suivre cette demande').click();
    await expect.element(button('Suivre cette demande')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => api.forum.requests.get('semaine')?.followed).toBe(true);
    await button('Suivre cette demande').click();
    await expect.poll(() => api.forum.requests.get('semaine')?.followed).toBe(false);
  });

  test('is up to date when the panel is shown again', async () => {
    const api = new FakeApi();
    const widget = await openRequest(api, 'semaine');
    await expect.poll(() => api.isFollowed).toBe(true);
    widget.close();
    api.forum.requests.set('semaine', decided({ version: 2 }, aDecision()));
    await widget.open();
    const decision = page.getByRole('region', { name: 'Décision' });
    await expect.element(decision.getByText('C’est prévu pour la version 8.8')).toBeVisible();
  });

  test('speaks English', async () => {
    const widget = await openRequest(new FakeApi(), 'semaine', { lang: 'en' });
    await expect.element(page.getByText(/^As an assistante pédagogique, I would like that/)).toBeVisible();
    await expect.element(page.getByText('First decision due by 12 December 2026')).toBeVisible();
    await expectAccessible(widget);
  });
});

describe('what was implemented', () => {
  test('names the release and opens its article, over the request', async () => {
    const widget = await openRequest(new FakeApi(), 'relance');
    await expect.element(page.getByText('Disponible dans téo 8.6')).toBeVisible();
    await expectAccessible(widget);
    await button('Relancer une convention non signée').click();
    await expectFocus(page.getByRole('heading', { name: 'Relancer une convention non signée' }));
    await button('Retour').click();
    await expectFocus(button('Relancer une convention non signée'));
  });

  test('asks whether it does what was needed, in one gesture, and hears more', async () => {
    const api = new FakeApi();
    const widget = await openRequest(api, 'relance');
    await no().click();
    await expect.element(page.getByText('Merci, c’est noté.')).toBeVisible();
    await expectAccessible(widget);
    await page.getByRole('textbox', { name: /Voulez-vous préciser/ }).fill('Le deuxième rappel manque.');
    await button('Envoyer la précision').click();
    await expect
      .poll(() => api.sent.filter(({ path }) => path.endsWith('/fit')).map(({ body }) => body))
      .toEqual([
        { fits: false, remark: '' },
        { fits: false, remark: 'Le deuxième rappel manque.' },
      ]);
    await expect.element(no()).toHaveAttribute('aria-pressed', 'true');
  });

  test('keeps the remark that could not be sent', async () => {
    const api = new FakeApi();
    await openRequest(api, 'relance');
    await no().click();
    const remark = page.getByRole('textbox', { name: /Voulez-vous préciser/ });
    await remark.fill('Le deuxième rappel manque.');
    api.override = ({ path }) => (path.endsWith('/fit') ? Promise.reject(new TypeError('cut')) : undefined);
    await button('Envoyer la précision').click();
    await expect.element(page.getByText(/Le serveur ne répond pas/)).toBeVisible();
    await expect.element(remark).toHaveValue('Le deuxième rappel manque.');
    api.override = () => undefined;
    document.body.replaceChildren();
    await openRequest(api, 'relance');
    await expect.element(remark).toHaveValue('Le deuxième rappel manque.');
  });
});

describe('what is said of a request', () => {
  const talk = [
    aComment(),
    aComment({ id: 'c-2', author: authors.colleague, text: 'Nous l’attendons aussi.' }),
    aComment({ id: 'c-3', author: authors.team, text: 'Les indisponibilités seront hachurées.' }),
    aComment({ id: 'c-4', text: null, isHidden: true }),
    aComment({ id: 'c-5', text: null }),
  ];
  const said = () =>
    page
      .getByRole('region', { name: 'Commentaires' })
      .getByRole('listitem')
      .elements()
      .map((entry) => entry.textContent?.replace(/\s+/g, ' ').trim());

  test('marks what the team answers, and hides who other organizations are', async () => {
    const api = new FakeApi();
    api.forum.comments = talk;
    const widget = await openRequest(api, 'semaine');
    await expect
      .poll(said)
      .toEqual([
        'une personne d’un autre organisme 14 novembre 2026 Avec les indisponibilités en gris, ce serait parfait.',
        'Mehdi Benali 14 novembre 2026 Nous l’attendons aussi.',
        'Julien Morel Réponse de l’équipe 14 novembre 2026 Les indisponibilités seront hachurées.',
        'une personne d’un autre organisme 14 novembre 2026 Ce commentaire a été masqué par l’équipe téo.',
        'une personne d’un autre organisme 14 novembre 2026 [texte effacé à la demande de la personne]',
      ]);
    await expectAccessible(widget);
  });

  test('goes on where it stopped', async () => {
    const api = new FakeApi();
    api.forum.comments = talk;
    api.forum.pageSize = 2;
    await openRequest(api, 'semaine');
    await button('Afficher les commentaires suivants').click();
    await expect.poll(() => said().length).toBe(4);
  });

  test('takes a comment, which stands there and has the focus', async () => {
    const api = new FakeApi();
    await openRequest(api, 'semaine');
    await expect.element(page.getByText('Aucun commentaire pour l’instant.')).toBeVisible();
    await comment().fill('Par site, ce serait utile.');
    await publish().click();
    await expectFocus(page.getByRole('region', { name: 'Commentaires' }).getByRole('listitem'));
    await expect.element(comment()).toHaveValue('');
  });

  test('is not sent empty or too long, and says so at the field', async () => {
    const api = new FakeApi();
    const widget = await openRequest(api, 'semaine');
    await publish().click();
    await expectFocus(comment());
    await expect.element(page.getByRole('alert')).toBeVisible();
    await comment().fill('x'.repeat(4001));
    await publish().click();
    await expect.element(page.getByRole('alert').getByText(/4.?000/)).toBeVisible();
    await expect.element(comment()).toHaveValue('x'.repeat(4001));
    expect(api.sent.some(({ method, path }) => method === 'POST' && path.endsWith('/comments'))).toBe(false);
    await expectAccessible(widget);
  });

  test.each([
    ['a line that is cut', () => Promise.reject(new TypeError('cut')), /Le serveur ne répond pas/, 1],
    ['an answer that is not JSON', () => new Response('oops'), /Le serveur ne répond pas/, 1],
    ['too many comments', () => problem(429, 'too-many-requests', 'Patientez.'), /Patientez/, 1],
    [
      'a session that is over',
      () => problem(401, 'not-signed-in', 'Reconnectez-vous.'),
      /Votre session téo/,
      2,
    ],
    ['a refusal', () => problem(409, 'rejected', 'Elle se poursuit ailleurs.'), /se poursuit ailleurs/, 2],
  ] as const)('is kept after %s, over a reload, and published once', async (_what, answer, words, keys) => {
    const api = new FakeApi();
    const widget = await openRequest(api, 'semaine');
    api.override = ({ method, path }) =>
      method === 'POST' && path.endsWith('/comments') ? answer() : undefined;
    await comment().fill('Par site, ce serait utile.');
    await publish().click();
    await expect.element(page.getByRole('alert').getByText(words)).toBeVisible();
    await expectAccessible(widget);
    api.override = () => undefined;
    document.body.replaceChildren();
    await openRequest(api, 'semaine');
    await expect.element(comment()).toHaveValue('Par site, ce serait utile.');
    await publish().click();
    await expect.element(comment()).toHaveValue('');
    expect(api.forum.comments).toHaveLength(1);
    const sent = api.sent.filter(({ method, path }) => method === 'POST' && path.endsWith('/comments'));
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(keys);
  });

  test('by keyboard alone', async () => {
    const api = new FakeApi();
    await openRequest(api, 'semaine');
    await userEvent.click(comment());
    await userEvent.keyboard('Par site.{Tab}{Enter}');
    await expect.poll(() => api.forum.comments.map(({ text }) => text)).toEqual(['Par site.']);
  });
});
