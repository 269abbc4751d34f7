import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 860);
});
afterEach(() => document.body.replaceChildren());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const role = () => page.getByRole('textbox', { name: 'En tant que' });
const need = () => page.getByRole('textbox', { name: 'je souhaiterais que' });
const purpose = () => page.getByRole('textbox', { name: 'afin de' });
const module = () => page.getByRole('combobox', { name: /Dans quel module/ });
const publish = () => button('Publier la demande');
const similar = () => page.getByRole('region', { name: 'Demandes proches' });

async function openForm(
  api: FakeApi,
  attributes: Readonly<Record<string, string>> = {},
): Promise<TeoSupport> {
  const widget = embed(api, attributes);
  await widget.open({ view: 'improvements' });
  await button('Proposer une amélioration').click();
  await expect.element(need()).toBeVisible();
  return widget;
}

async function fillIn(): Promise<void> {
  await role().fill('responsable administrative');
  await need().fill('une alerte parte avant chaque échéance');
  await purpose().fill('encaisser à temps');
}

describe('a request', () => {
  test('is one sentence in three fields, which can be read before it is published', async () => {
    const api = new FakeApi();
    const widget = await openForm(api, { module: 'invoicing' });
    await expect.element(module()).toHaveDisplayValue('Facturation');
    await fillIn();
    await expect
      .element(
        page.getByText(
          'En tant que responsable administrative, je souhaiterais qu’une alerte parte avant chaque échéance afin d’encaisser à temps.',
        ),
      )
      .toBeVisible();
    await expectAccessible(widget);
  });

  test('is published, shown as such, and among the others from then on', async () => {
    const api = new FakeApi();
    const widget = await openForm(api, { module: 'invoicing' });
    await fillIn();
    await publish().click();
    await expectFocus(page.getByRole('heading', { name: 'Demande 204 · Facturation' }));
    await expect.element(page.getByText('Votre demande est publiée. Merci !')).toBeVisible();
    await expectAccessible(widget);
    const submitted = api.sent.filter(({ method, path }) => method === 'POST' && path === '/v1/improvements');
    expect(submitted.map(({ body }) => body)).toEqual([
      {
        role: 'responsable administrative',
        need: 'une alerte parte avant chaque échéance',
        purpose: 'encaisser à temps',
        module: 'invoicing',
      },
    ]);
    await button('Retour').click();
    await expect
      .element(page.getByRole('button', { name: 'Qu’une alerte parte avant chaque échéance', exact: true }))
      .toBeVisible();
    await button('Proposer une amélioration').click();
    await expect.element(need()).toHaveValue('');
  });

  test('is looked at before it is sent: the first field that is wrong has the focus', async () => {
    const api = new FakeApi();
    const widget = await openForm(api);
    await role().fill('responsable');
    await purpose().fill('x'.repeat(601));
    await publish().click();
    await expectFocus(need());
    await expect.element(need()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(role()).toHaveAttribute('aria-invalid', 'false');
    await expect.element(page.getByText(/600/)).toBeVisible();
    await expect.element(purpose()).toHaveValue('x'.repeat(601));
    await expectAccessible(widget);
    await need().fill('une alerte parte');
    await expect.element(need()).toHaveAttribute('aria-invalid', 'false');
    expect(api.sent.some(({ method, path }) => method === 'POST' && path === '/v1/improvements')).toBe(false);
  });

  test('is found again where it was left, and can be begun anew', async () => {
    const api = new FakeApi();
    await openForm(api);
    await fillIn();
    await button('Retour').click();
    document.body.replaceChildren();
    await openForm(api);
    await expect.element(need()).toHaveValue('une alerte parte avant chaque échéance');
    await expect.element(page.getByText('Nous avons retrouvé votre brouillon.')).toBeVisible();
    await button('Repartir de zéro').click();
    await expect.element(need()).toHaveValue('');
  });

  test.each([
    ['a line that is cut', () => Promise.reject(new TypeError('cut')), /Le serveur ne répond pas/, 1],
    ['an answer that is not JSON', () => new Response('oops'), /Le serveur ne répond pas/, 1],
    ['a server that is busy', () => problem(503, 'busy-try-again', 'Réessayez.'), /Réessayez\./, 1],
    ['too many requests', () => problem(429, 'too-many-requests', 'Patientez.'), /Patientez/, 1],
    [
      'a session that is over',
      () => problem(401, 'not-signed-in', 'Reconnectez-vous.'),
      /Votre session téo/,
      2,
    ],
    ['a conflict', () => problem(409, 'idempotency-key-reused', 'Déjà utilisée.'), /Déjà utilisée/, 2],
  ] as const)('is kept after %s, over a reload, and published once', async (_what, answer, words, keys) => {
    const api = new FakeApi();
    const widget = await openForm(api, { module: 'invoicing' });
    await fillIn();
    const isSubmission = ({ method, path }: { readonly method: string; readonly path: string }) =>
      method === 'POST' && path === '/v1/improvements';
    api.override = (sent) => (isSubmission(sent) ? answer() : undefined);
    await publish().click();
    await expect.element(page.getByRole('alert').getByText(words)).toBeVisible();
    await expect.element(page.getByText(/Rien n’est perdu/)).toBeVisible();
    await expectAccessible(widget);
    api.override = () => undefined;
    document.body.replaceChildren();
    await openForm(api);
    await expect.element(purpose()).toHaveValue('encaisser à temps');
    await publish().click();
    await expect.element(page.getByText('Votre demande est publiée. Merci !')).toBeVisible();
    expect(api.forum.requests.size).toBe(5);
    const sent = api.sent.filter(isSubmission);
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(keys);
  });

  test('that arrived without its answer is not published twice', async () => {
    const api = new FakeApi();
    await openForm(api, { module: 'invoicing' });
    await fillIn();
    let lost = false;
    const answering = api.forum.answer.bind(api.forum);
    api.override = (sent) => {
      if (lost || sent.method !== 'POST' || sent.path !== '/v1/improvements') return undefined;
      lost = true;
      answering(sent);
      return Promise.reject(new TypeError('cut'));
    };
    await publish().click();
    await expect.element(page.getByText('Votre demande est publiée. Merci !')).toBeVisible();
    expect(api.forum.requests.size).toBe(5);
  });

  test('says at the field what the server refuses of it', async () => {
    const api = new FakeApi();
    await openForm(api, { module: 'invoicing' });
    await fillIn();
    api.override = ({ method, path }) =>
      method === 'POST' && path === '/v1/improvements'
        ? problem(422, 'rejected', 'À revoir.', [
            { pointer: '/purpose', code: 'too_long', detail: 'Trop long d’un mot.' },
          ])
        : undefined;
    await publish().click();
    await expectFocus(purpose());
    await expect.element(page.getByText('Trop long d’un mot.').first()).toBeVisible();
    await expect.element(purpose()).toHaveValue('encaisser à temps');
  });

  test('in English', async () => {
    const widget = embed(new FakeApi(), { lang: 'en', module: 'calendar' });
    await widget.open({ view: 'improvements' });
    await button('Suggest an improvement').click();
    await page.getByRole('textbox', { name: 'As a' }).fill('administrator');
    await page.getByRole('textbox', { name: 'I would like that' }).fill('the calendar prints on one page');
    await page.getByRole('textbox', { name: 'in order to' }).fill('pin it up');
    await expect
      .element(
        page.getByText(
          'As an administrator, I would like that the calendar prints on one page in order to pin it up.',
        ),
      )
      .toBeVisible();
    await expectAccessible(widget);
  });

  test('by keyboard alone', async () => {
    const api = new FakeApi();
    await openForm(api, { module: 'invoicing' });
    await userEvent.click(role());
    await userEvent.keyboard('comptable{Tab}la caisse ferme seule{Tab}dormir{Tab}{Tab}{Enter}');
    await expect.element(page.getByText('Votre demande est publiée. Merci !')).toBeVisible();
  });
});

describe('requests that ask for the same', () => {
  test('show while it is written, without moving anything or taking the focus, and are told aloud once', async () => {
    const api = new FakeApi();
    const widget = await openForm(api);
    await expect.element(similar().getByText(/Si quelqu’un a déjà demandé/)).toBeVisible();
    const place = () => purpose().element().getBoundingClientRect().top;
    const before = place();
    await userEvent.click(need());
    await userEvent.keyboard('une semaine');
    await expect.element(similar().getByText('Que l’agenda montre une semaine par formateur')).toBeVisible();
    await userEvent.keyboard(' par formateur');
    await expect.element(similar().getByText('Sans doute la même')).toBeVisible();
    await expectFocus(need());
    expect(place()).toBe(before);
    await expect
      .element(similar().getByRole('status').getByText('1 demande proche trouvée'))
      .toBeInTheDocument();
    await expectAccessible(widget);
  });

  test('are joined in one press, and what was written goes along as a comment', async () => {
    const api = new FakeApi();
    const widget = await openForm(api);
    await role().fill('formatrice');
    await need().fill('une semaine par formateur');
    await similar()
      .getByRole('button', { name: /^Je la veux aussi/ })
      .click();
    await expect
      .element(
        page.getByText(
          'C’est noté : la demande 118 compte votre voix. Elle est soutenue par 13 personnes de 6 organismes, dont vous.',
        ),
      )
      .toBeVisible();
    expect(api.forum.requests.get('semaine')?.votes).toBe(13);
    await expect.element(need()).toHaveValue('une semaine par formateur');
    await expectAccessible(widget);
    await button('Y ajouter mes mots en commentaire').click();
    await expectFocus(page.getByRole('heading', { name: 'Demande 118 · Agenda' }));
    await expect
      .element(page.getByRole('textbox', { name: 'Votre commentaire' }))
      .toHaveValue('En tant que formatrice, je souhaiterais qu’une semaine par formateur afin de ….');
    await button('Retour').click();
    await expect.element(need()).toHaveValue('');
    expect(api.sent.some(({ method, path }) => method === 'POST' && path === '/v1/improvements')).toBe(false);
  });

  test('that cannot be had now stop nobody from writing', async () => {
    const api = new FakeApi();
    api.override = ({ path }) =>
      path === '/v1/similar-improvements' ? problem(429, 'too-many-requests', 'Patientez.') : undefined;
    const widget = await openForm(api, { module: 'invoicing' });
    await fillIn();
    await expect
      .element(similar().getByText(/La vôtre peut partir sans elles/), { timeout: 8000 })
      .toBeVisible();
    await expectAccessible(widget);
    await publish().click();
    await expect.element(page.getByText('Votre demande est publiée. Merci !')).toBeVisible();
  });

  test('of words that were typed before are never shown', async () => {
    const api = new FakeApi();
    const answers: (() => void)[] = [];
    api.override = async ({ path, search }) => {
      if (path === '/v1/similar-improvements' && search.includes('annuaire'))
        await new Promise<void>((resolve) => answers.push(resolve));
      return undefined;
    };
    await openForm(api);
    await need().fill('l’annuaire fusionne');
    await expect.poll(() => answers.length).toBe(1);
    await need().fill('une semaine par formateur');
    await expect.element(similar().getByText('Que l’agenda montre une semaine par formateur')).toBeVisible();
    answers[0]?.();
    await expect
      .element(similar().getByRole('status').getByText('1 demande proche trouvée'))
      .toBeInTheDocument();
    expect(
      similar()
        .getByText(/fusionne/)
        .query(),
    ).toBeNull();
  });
});
