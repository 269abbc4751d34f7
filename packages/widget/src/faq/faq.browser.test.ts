import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { anArticle } from '../testing/faq.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 860);
});
afterEach(() => document.body.replaceChildren());

const field = () => page.getByRole('searchbox', { name: 'Rechercher dans la FAQ' });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const hit = (name: string) => page.getByRole('button', { name, exact: true });
const title = (name: string) => page.getByRole('heading', { name, level: 3 });

async function openFaq(api: FakeApi, attributes: Readonly<Record<string, string>> = {}): Promise<TeoSupport> {
  const widget = embed(api, attributes);
  await widget.open();
  await page.getByRole('tab', { name: 'FAQ' }).click();
  await expect.element(field()).toBeVisible();
  return widget;
}

describe('the search', () => {
  test('answers while it is typed, marks what was found, and says aloud how much once typing rests', async () => {
    const api = new FakeApi();
    const widget = await openFaq(api);
    await field().fill('relancer convention');
    await expect.element(hit('Relancer une convention non signée')).toBeVisible();
    await expect.element(page.getByRole('mark').first()).toHaveTextContent('Relancer');
    await expect.element(page.getByRole('status').getByText('2 articles trouvés')).toBeInTheDocument();
    expect(page.getByText('Aucun article ne répond à coup sûr').query()).toBeNull();
    await expectAccessible(widget);
  });

  test('asks with the module of the page as a hint, and shows what is about it before anything is typed', async () => {
    const api = new FakeApi();
    const widget = await openFaq(api, { module: 'directory' });
    await expect.element(page.getByRole('heading', { name: 'À propos du module Annuaire' })).toBeVisible();
    await expect.element(hit('Exporter l’annuaire')).toBeVisible();
    widget.setAttribute('module', 'documents');
    await field().fill('convention');
    await expect.element(hit('Annuler une convention')).toBeVisible();
    const last = api.sent.findLast(({ path }) => path === '/v1/faq/search');
    expect(new URLSearchParams(last?.search).get('module')).toBe('documents');
    widget.setAttribute('module', 'nonsense');
    await field().fill('convention perdue');
    await expect
      .poll(() => api.sent.findLast(({ path }) => path === '/v1/faq/search')?.search)
      .toBe('?q=convention+perdue&limit=8');
  });

  test('offers the modules to begin with where the page has none, and leaves the words to be made narrower', async () => {
    const api = new FakeApi();
    const widget = await openFaq(api);
    await expect.element(page.getByRole('heading', { name: 'Ou commencez par un module' })).toBeVisible();
    await expectAccessible(widget);
    await hit('Annuaire').click();
    await expect.element(hit('Exporter l’annuaire')).toBeVisible();
    await expect.element(field()).toHaveValue('Annuaire');
    await expectFocus(field());
    expect(hit('Annuaire').query()).toBeNull();
    const asked = () => api.sent.findLast(({ path }) => path === '/v1/faq/search')?.search;
    expect(asked()).toContain('module=directory');
    await field().fill('Annuaire exporter');
    await expect.poll(asked).toContain('q=Annuaire+exporter&module=directory');
    await field().fill('');
    await field().fill('convention');
    await expect.poll(asked).toBe('?q=convention&limit=8');
  });

  test('says it when nothing answers for sure, and when there is nothing', async () => {
    await openFaq(new FakeApi());
    await field().fill('annuler facture');
    await expect.element(page.getByText('Aucun article ne répond à coup sûr').last()).toBeVisible();
    await expect.element(hit('Annuler une convention')).toBeVisible();
    await field().fill('cantine');
    await expect.element(page.getByText('Aucun article trouvé').last()).toBeVisible();
  });

  test('never shows an answer to words that were typed before', async () => {
    const api = new FakeApi();
    const answers: (() => void)[] = [];
    api.override = async ({ path, search }) => {
      if (path === '/v1/faq/search' && search.includes('annuler'))
        await new Promise<void>((resolve) => answers.push(resolve));
      return undefined;
    };
    await openFaq(api);
    await field().fill('annuler');
    await expect.poll(() => answers.length).toBe(1);
    await field().fill('relancer');
    await expect.element(hit('Relancer une convention non signée')).toBeVisible();
    answers[0]?.();
    await expect.element(page.getByRole('status').getByText('1 article trouvé')).toBeInTheDocument();
    expect(hit('Annuler une convention').query()).toBeNull();
  });

  test('tells that it is slow, that there are too many searches, that the line is cut, and goes on afterwards', async () => {
    const api = new FakeApi();
    let answer = () => {};
    api.override = async ({ path }) => {
      if (path === '/v1/faq/search')
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return undefined;
    };
    const widget = await openFaq(api);
    await field().fill('relancer');
    await expect.element(page.getByText('La recherche prend plus de temps')).toBeVisible();
    answer();
    await expect.element(hit('Relancer une convention non signée')).toBeVisible();
    expect(page.getByText('La recherche prend plus de temps').query()).toBeNull();

    api.override = ({ path }) =>
      path === '/v1/faq/search' ? problem(429, 'too-many-requests', 'Patientez un instant.') : undefined;
    await field().fill('annuler');
    await expect.element(page.getByRole('alert').getByText('Patientez un instant.')).toBeVisible();
    await expectAccessible(widget);

    api.override = ({ path }) =>
      path === '/v1/faq/search' ? Promise.reject(new TypeError('cut')) : undefined;
    await field().fill('annuler une');
    await expect.element(page.getByText(/Le serveur ne répond pas/)).toBeVisible();
    api.override = () => undefined;
    await button('Réessayer').click();
    await expect.element(hit('Annuler une convention')).toBeVisible();
    await expect.element(field()).toHaveValue('annuler une');
  });
});

describe('an article', () => {
  test('is drawn from its blocks, and its links stay in the widget or leave it by https', async () => {
    const api = new FakeApi();
    const widget = await openFaq(api);
    await field().fill('relancer');
    await hit('Relancer une convention non signée').click();
    await expectFocus(title('Relancer une convention non signée'));
    await expect.element(page.getByRole('heading', { name: 'Depuis le dossier', level: 4 })).toBeVisible();
    expect(page.getByRole('listitem').elements().length).toBeGreaterThanOrEqual(2);
    await expect.element(page.getByText('{{client.nom}}')).toBeVisible();
    const outside = page.getByRole('link', { name: 'la règle (nouvelle fenêtre)' });
    await expect.element(outside).toHaveAttribute('href', 'https://www.service-public.fr/');
    await expect.element(outside).toHaveAttribute('rel', 'noopener noreferrer');
    await expectAccessible(widget);
    await button('comment l’annuler').click();
    await expectFocus(title('Annuler une convention'));
    await button('Retour').click();
    await expectFocus(button('comment l’annuler'));
    await expect.element(title('Relancer une convention non signée')).toBeVisible();
  });

  test('never follows anything but https', async () => {
    const api = new FakeApi();
    const to = { kind: 'page', address: 'javascript:alert(1)' } as const;
    const children = [{ kind: 'text', text: 'ici' } as const];
    const body = [{ kind: 'paragraph', children: [{ kind: 'link', to, children } as const] } as const];
    api.articles.set('relancer-convention', anArticle({ body: [...body] }));
    const widget = embed(api);
    await widget.open({ view: 'article', id: 'relancer-convention' });
    await expect.element(page.getByText('ici')).toBeVisible();
    expect(page.getByRole('link').query()).toBeNull();
  });

  test('shows its pictures with what they show, opens them large, and goes on counting its steps', async () => {
    const api = new FakeApi();
    const step = (text: string) =>
      ({ kind: 'list', ordered: true, items: [[{ kind: 'text', text }]] }) as const;
    const alt = 'Le bouton <b>Émarger</b>, en haut';
    api.articles.set(
      'relancer-convention',
      anArticle({
        body: [
          step('Ouvrez'),
          { kind: 'image', file: 'p-1', alt },
          { ...step('Signez'), start: 2 },
          { kind: 'image', file: 'p-2', alt: 'La feuille signée' },
        ],
      }),
    );
    const canvas = new OffscreenCanvas(900, 300);
    canvas.getContext('2d')?.fillRect(0, 0, 900, 300);
    const content = await canvas.convertToBlob();
    api.files.keep({ id: 'p-1', name: 'a.png', mediaType: 'image/png', bytes: 1, digest: '' }, content);
    const widget = embed(api);
    await page.viewport(390, 700);
    await widget.open({ view: 'article', id: 'relancer-convention' });
    const link = page.getByRole('link', { name: `${alt} (nouvelle fenêtre)` });
    await expect.element(link).toBeVisible();
    expect(link.element().getAttribute('href')).toMatch(/^blob:/);
    const shown = link.element().querySelector('img');
    await expect.poll(() => shown?.naturalWidth).toBe(900);
    expect(shown?.src).toMatch(/^blob:/);
    // It is no wider than the panel.
    expect(shown?.getBoundingClientRect().right ?? 1000).toBeLessThan(390);
    // One that cannot be had is told in words.
    await expect.element(page.getByText('Image indisponible\u00a0: La feuille signée')).toBeVisible();
    const starts = page
      .getByRole('list')
      .elements()
      .flatMap((list) => (list instanceof HTMLOListElement ? [list.start] : []));
    expect(starts).toEqual([1, 2]);
    await expectAccessible(widget);
  });

  test('gives back query, scroll and focus', async () => {
    await page.viewport(390, 420);
    await openFaq(new FakeApi());
    await field().fill('une convention annuaire');
    await expect.element(hit('Exporter l’annuaire')).toBeInTheDocument();
    hit('Exporter l’annuaire').element().scrollIntoView({ block: 'end' });
    const scrolled = () => widgetContent()?.scrollTop ?? 0;
    const before = scrolled();
    expect(before).toBeGreaterThan(0);
    await hit('Exporter l’annuaire').click();
    await expectFocus(title('Exporter l’annuaire'));
    await button('Retour').click();
    await expectFocus(hit('Exporter l’annuaire'));
    await expect.element(field()).toHaveValue('une convention annuaire');
    expect(scrolled()).toBe(before);
  });

  test('that was withdrawn says what answers instead', async () => {
    const api = new FakeApi();
    const replacedBy = { id: 'annuler-convention', title: 'Annuler une convention' };
    api.articles.set(
      'vieux',
      anArticle({ id: 'vieux', state: 'withdrawn', body: [], related: [], replacedBy }),
    );
    const widget = embed(api);
    await widget.open({ view: 'article', id: 'vieux' });
    await expect.element(page.getByText('Cet article a été retiré')).toBeVisible();
    expect(page.getByText('Cet article vous est-il utile ?').query()).toBeNull();
    await expectAccessible(widget);
    await button('Annuler une convention').click();
    await expectFocus(title('Annuler une convention'));
  });

  test('that does not come can be asked for again, and one that is not there is said', async () => {
    const api = new FakeApi();
    const widget = embed(api);
    api.override = ({ path }) =>
      path.startsWith('/v1/faq/articles') ? problem(503, 'busy-try-again', 'Réessayez.') : undefined;
    await widget.open({ view: 'article', id: 'annuler-convention' });
    await expect.element(page.getByRole('alert').getByText('Réessayez.', { exact: true })).toBeVisible();
    api.override = () => undefined;
    await button('Réessayer').click();
    await expect.element(title('Annuler une convention')).toBeVisible();
    await widget.open({ view: 'article', id: 'nulle-part' });
    await expect.element(page.getByText('Cet article n’existe pas.')).toBeVisible();
  });

  test('is said to be in French where it is not translated', async () => {
    const widget = embed(new FakeApi(), { lang: 'en' });
    await widget.open({ view: 'article', id: 'annuler-convention' });
    await expect.element(page.getByText('This article is not translated yet.')).toBeVisible();
    expect(title('Annuler une convention').element().closest('[lang]')?.getAttribute('lang')).toBe('fr');
  });

  test('is rated in one gesture, and the last word counts', async () => {
    const api = new FakeApi();
    const widget = embed(api);
    await widget.open({ view: 'article', id: 'annuler-convention' });
    await button('Oui').click();
    await expect.element(button('Oui')).toHaveAttribute('aria-pressed', 'true');
    await button('Non').click();
    await expect.poll(() => api.articles.get('annuler-convention')?.helpful).toBe(false);
    expect(button('Cela répond à ma question').query()).toBeNull();
  });
});

describe('what is told of a search', () => {
  test('is what it showed, what was opened, and what solved it', async () => {
    const api = new FakeApi();
    await openFaq(api);
    await field().fill('relancer convention');
    await hit('Relancer une convention non signée').click();
    await button('Cela répond à ma question').click();
    await expect.element(page.getByText('Merci, c’est noté.')).toBeVisible();
    expect(api.searches).toEqual([
      {
        q: 'relancer convention',
        shown: ['relancer-convention', 'annuler-convention'],
        opened: ['relancer-convention'],
        outcome: 'solved',
        solvedBy: 'relancer-convention',
      },
    ]);
    await expect.poll(() => api.articles.get('relancer-convention')?.helpful).toBe(true);
  });

  test('is told again when it did not arrive, under the same key', async () => {
    const api = new FakeApi();
    await openFaq(api);
    await field().fill('relancer convention');
    await hit('Relancer une convention non signée').click();
    api.override = ({ path }) =>
      path === '/v1/faq/searches' ? problem(409, 'busy', 'Réessayez plus tard.') : undefined;
    await button('Cela répond à ma question').click();
    await expect.element(page.getByText('Réessayez plus tard.')).toBeVisible();
    api.override = () => undefined;
    await button('Réessayer').click();
    await expect.element(page.getByText('Merci, c’est noté.')).toBeVisible();
    const told = api.sent.filter(({ path }) => path === '/v1/faq/searches');
    expect(told.map(({ body }) => Reflect.get(Object(body), 'outcome'))).toEqual(['solved', 'solved']);
    expect(new Set(told.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  test('is a gap in one gesture, from which a ticket begins with the same words', async () => {
    const api = new FakeApi();
    const widget = await openFaq(api);
    await field().fill('annuler facture');
    await button('Ma réponse n’y est pas').click();
    await expect.element(page.getByText(/C’est noté/)).toBeVisible();
    expect(api.searches).toEqual([
      { q: 'annuler facture', shown: ['annuler-convention'], opened: [], outcome: 'not_there' },
    ]);
    await expectAccessible(widget);
    await button('Poser la question à l’équipe').click();
    await button(/^Question d’utilisation/).click();
    await expect
      .element(page.getByRole('textbox', { name: /Votre question en une phrase/ }))
      .toHaveValue('annuler facture');
  });

  test('is told when it is left, once', async () => {
    const api = new FakeApi();
    const widget = await openFaq(api);
    await field().fill('annuler');
    await expect.element(hit('Annuler une convention')).toBeVisible();
    await page.getByRole('tab', { name: 'Nouveau ticket' }).click();
    await expect
      .poll(() => api.searches.map(({ q, outcome }) => [q, outcome]))
      .toEqual([['annuler', 'left']]);
    widget.close();
    await widget.open({ view: 'faq', q: 'relancer' });
    await expect.element(field()).toHaveValue('relancer');
    await expect.element(hit('Relancer une convention non signée')).toBeVisible();
    widget.close();
    await expect.poll(() => api.searches.map(({ q }) => q)).toEqual(['annuler', 'relancer']);
  });
});

test('by keyboard alone, an article is found, read and left again', async () => {
  embed(new FakeApi());
  const widget = document.querySelector('teo-support');
  await widget?.open();
  await expectFocus(page.getByRole('heading', { name: 'Service clients téo' }));
  await userEvent.keyboard('{Tab}{Tab}{ArrowRight}');
  await expectFocus(page.getByRole('tab', { name: 'FAQ' }));
  await expect.element(field()).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expectFocus(field());
  await userEvent.keyboard('annuler');
  await expect.element(hit('Annuler une convention')).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expectFocus(hit('Annuler une convention'));
  await userEvent.keyboard('{Enter}');
  await expectFocus(title('Annuler une convention'));
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}');
  await expectFocus(button('Retour'));
  await userEvent.keyboard('{Enter}');
  await expectFocus(hit('Annuler une convention'));
});

function widgetContent(): Element | null {
  const panel = document.querySelector('teo-support')?.shadowRoot?.querySelector('teo-support-panel');
  return panel?.shadowRoot?.querySelector('.content') ?? null;
}
