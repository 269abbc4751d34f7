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

const field = (name: RegExp) => page.getByRole('textbox', { name });
const subject = () => field(/Votre question en une phrase/);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const likely = () => page.getByText('La FAQ répond sans doute');

async function openQuestion(
  api: FakeApi,
  attributes: Readonly<Record<string, string>> = {},
): Promise<TeoSupport> {
  const widget = embed(api, attributes);
  await widget.compose('usage_question');
  await expect.element(subject()).toBeVisible();
  return widget;
}

async function fillIn(): Promise<void> {
  await page.getByRole('combobox', { name: /Sur quoi porte-t-elle/ }).selectOptions('gesture');
  await page.getByRole('combobox', { name: /Dans quel module/ }).selectOptions('documents');
  await field(/Que souhaitez-vous faire/).fill('Une fois de plus.');
  await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).click();
}

async function send(): Promise<void> {
  await button('Envoyer le ticket').click();
  await expect.element(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' })).toBeVisible();
}

describe('while a ticket is written', () => {
  test('answers come without moving anything and without taking the focus, and are told aloud once', async () => {
    const api = new FakeApi();
    const widget = await openQuestion(api);
    expect(api.searched).toEqual([]);
    const next = page.getByRole('combobox', { name: /Sur quoi porte-t-elle/ });
    const place = () => next.element().getBoundingClientRect().top;
    const before = place();
    const said: string[] = [];
    await userEvent.click(subject());
    await userEvent.keyboard('relancer une');
    await expect.element(likely()).toBeVisible();
    await expectFocus(subject());
    expect(place()).toBe(before);
    const status = page.getByRole('status').getByText(/article/);
    await expect.element(status).toHaveTextContent('2 articles trouvés');
    const live = status.element();
    new MutationObserver(() => said.push(live.textContent ?? '')).observe(live, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await userEvent.keyboard(' convention');
    await expect.poll(() => api.searched.at(-1)).toBe('relancer une convention');
    await expect.poll(() => said.at(-1)).toBe('2 articles trouvés');
    expect(said.filter((words) => words !== '')).toEqual(['2 articles trouvés']);
    expect(place()).toBe(before);
    await expectAccessible(widget);
  });

  test('what the server refused stands until its field is changed, whatever becomes of the answers', async () => {
    const api = new FakeApi();
    await openQuestion(api);
    await subject().fill('relancer une convention');
    await expect.element(likely()).toBeVisible();
    await fillIn();
    const detail = 'Ce texte ne convient pas.';
    api.override = ({ method, path }) =>
      method === 'POST' && path === '/v1/tickets'
        ? problem(422, 'rejected', 'À revoir.', [{ pointer: '/answers/question', code: 'required', detail }])
        : undefined;
    await button('Envoyer le ticket').click();
    const summary = page.getByRole('group', { name: 'Un point à revoir avant l’envoi' });
    await expectFocus(summary);
    await button('Ma réponse n’y est pas').click();
    await expect.element(likely()).not.toBeInTheDocument();
    await expect.element(summary).toBeVisible();
    await expect.element(field(/Que souhaitez-vous faire/)).toHaveAccessibleDescription(new RegExp(detail));
    await field(/Que souhaitez-vous faire/).fill('Deux fois de plus.');
    await expect.element(summary).not.toBeInTheDocument();
  });

  test('a title that is longer than its line ends within it, with a sign that it goes on', async () => {
    const api = new FakeApi();
    const [known] = api.articles.values();
    if (known === undefined) throw new Error('There is no article.');
    const title = `Relancer ${'une convention que personne ne signe, '.repeat(3)}encore`;
    api.articles.set('longue', { ...known, id: 'longue', title });
    await page.viewport(390, 844);
    await openQuestion(api);
    await subject().fill('relancer une convention');
    const link = button(title);
    await expect.element(link).toBeVisible();
    const { scrollWidth, clientWidth, parentElement } = link.element();
    expect(scrollWidth).toBeGreaterThan(clientWidth);
    expect(clientWidth).toBeLessThanOrEqual(parentElement?.clientWidth ?? 0);
    // On the element that is too long: around it, the sign would stand only in place of all of it.
    expect(getComputedStyle(link.element())).toMatchObject({ overflow: 'hidden', textOverflow: 'ellipsis' });
  });

  test('the subject and what is told of it are asked, with the module that was chosen', async () => {
    const api = new FakeApi();
    await openQuestion(api, { module: 'calendar' });
    await subject().fill('Annuler');
    await expect.poll(() => api.searched).toEqual(['Annuler']);
    await fillIn();
    await expect.poll(() => api.searched.at(-1)).toBe('Annuler Une fois de plus.');
    const modules = api.sent
      .filter(({ path }) => path === '/v1/faq/search')
      .map(({ search }) => new URLSearchParams(search).get('module'));
    expect([modules[0], modules.at(-1)]).toEqual(['calendar', 'documents']);
  });

  test('an article that is opened loses no word, and one gesture says that it solved it', async () => {
    const api = new FakeApi();
    const widget = await openQuestion(api);
    await subject().fill('relancer convention');
    await button('Relancer une convention non signée').click();
    await expectFocus(page.getByRole('heading', { name: 'Relancer une convention non signée' }));
    await expectAccessible(widget);
    await button('Retour').click();
    await expectFocus(button('Relancer une convention non signée'));
    await expect.element(subject()).toHaveValue('relancer convention');
    expect(page.getByText('Nous avons retrouvé votre brouillon.').query()).toBeNull();
    await button('Relancer une convention non signée').click();
    await button('Cela répond à ma question').click();
    await expect.element(page.getByText(/votre brouillon est gardé/)).toBeVisible();
    expect(api.searches).toEqual([
      {
        q: 'relancer convention',
        shown: ['relancer-convention', 'annuler-convention'],
        opened: ['relancer-convention'],
        outcome: 'solved',
        solvedBy: 'relancer-convention',
      },
    ]);
    await button('Revenir à l’accueil').click();
    await expect.element(page.getByText('Brouillon en cours')).toBeVisible();
    expect(api.filings).toEqual([]);
  });

  test('what was shown and opened is told with the ticket', async () => {
    const api = new FakeApi();
    await openQuestion(api);
    await subject().fill('annuler');
    await expect.element(button('Annuler une convention')).toBeVisible();
    await subject().fill('relancer');
    await button('Relancer une convention non signée').click();
    await button('Retour').click();
    await fillIn();
    await expect.poll(() => api.searched.at(-1)).toBe('relancer Une fois de plus.');
    await expect.element(page.getByText('Articles proches dans la FAQ')).toBeVisible();
    await send();
    await expect
      .poll(() => api.searches)
      .toEqual([
        {
          q: 'relancer Une fois de plus.',
          module: 'documents',
          shown: ['relancer-convention', 'annuler-convention'],
          opened: ['relancer-convention'],
          outcome: 'left',
          ticket: 't-new',
        },
      ]);
  });

  test('that the answer is not there is one gesture, and is told with the ticket', async () => {
    const api = new FakeApi();
    const widget = await openQuestion(api);
    await subject().fill('annuler facture');
    await button('Ma réponse n’y est pas').click();
    await expect.element(page.getByText(/l’équipe le verra avec votre ticket/)).toBeVisible();
    await expectAccessible(widget);
    await fillIn();
    await send();
    await expect
      .poll(() => api.searches.map(({ outcome, ticket }) => [outcome, ticket]))
      .toEqual([['not_there', 't-new']]);
  });

  test('said from the article, it leads back to the form', async () => {
    const api = new FakeApi();
    const widget = await openQuestion(api);
    await subject().fill('annuler facture');
    await button('Annuler une convention').click();
    await expect.element(page.getByRole('heading', { name: 'Annuler une convention' })).toBeVisible();
    await button('Ma réponse n’y est pas').click();
    await expect.element(subject()).toHaveValue('annuler facture');
    await expect.element(page.getByText(/l’équipe le verra avec votre ticket/)).toBeVisible();
    // Nothing is filed, and the gap is told all the same.
    await button('Retour').click();
    await expect
      .poll(() => api.searches.map(({ q, outcome, ticket }) => [q, outcome, ticket]))
      .toEqual([['annuler facture', 'not_there', undefined]]);
    await widget.compose('usage_question');
    await expect.element(subject()).toHaveValue('annuler facture');
    await expect.element(button('Ma réponse n’y est pas')).toBeVisible();
  });

  test('nothing but the words themselves is kept over a reload, and the answers come again', async () => {
    const api = new FakeApi();
    const widget = await openQuestion(api);
    await subject().fill('annuler facture');
    await button('Annuler une convention').click();
    widget.remove();
    await openQuestion(api);
    await expect.element(button('Annuler une convention')).toBeVisible();
    await fillIn();
    await send();
    await expect.poll(() => api.searches.at(-1)?.opened).toEqual(['annuler-convention']);
  });

  test('a FAQ that does not answer is said once, and the ticket goes without it', async () => {
    const api = new FakeApi();
    api.override = ({ path }) =>
      path.startsWith('/v1/faq/') ? problem(503, 'busy-try-again', 'Réessayez.') : undefined;
    const widget = await openQuestion(api);
    await subject().fill('annuler facture');
    await expect.element(page.getByText(/La FAQ ne répond pas pour l’instant/)).toBeVisible();
    await expectAccessible(widget);
    await fillIn();
    await send();
    expect(api.searches).toEqual([]);
  });

  test('a ticket that waits for the connection tells it when it goes', async () => {
    const api = new FakeApi();
    await openQuestion(api);
    await subject().fill('annuler facture');
    await expect.element(button('Annuler une convention')).toBeVisible();
    await fillIn();
    await expect.poll(() => api.searched.at(-1)).toBe('annuler facture Une fois de plus.');
    api.override = ({ method, path }) =>
      method === 'POST' && path === '/v1/tickets' ? Promise.reject(new TypeError('cut')) : undefined;
    await button('Envoyer le ticket').click();
    await expect.element(page.getByText('Votre ticket attend ici')).toBeVisible();
    expect(api.searches).toEqual([]);
    api.override = () => undefined;
    window.dispatchEvent(new Event('online'));
    await expect.poll(() => api.searches.map(({ ticket }) => ticket)).toEqual(['t-new']);
  });
});
