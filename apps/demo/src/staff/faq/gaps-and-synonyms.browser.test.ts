import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { aContent, FakeFaq } from '../testing/faq.js';
import { expectAccessible, expectFocus, expectNarrow, freshScreens, open } from '../testing/screen.js';
import { aTicket } from '../testing/tickets.js';

freshScreens();

let api: FakeApi;
let faq: FakeFaq;

beforeEach(() => {
  api = new FakeApi(aTicket());
  faq = new FakeFaq(api);
  faq.publish('avoir', aContent('Faire un avoir'));
  faq.gaps = [
    {
      id: 'a'.repeat(24),
      queries: ['mode sombre', 'Un mode sombre pour Paul Durand ?', 'sombre'],
      count: 4,
      organizations: 2,
      lastAt: '2026-11-23T09:00:00Z',
      modules: ['documents'],
      answeredBy: null,
    },
  ];
  faq.emptySearches = [
    { queries: ['badgeuse'], count: 7, organizations: 3, lastAt: '2026-11-23T09:00:00Z', modules: [] },
  ];
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = () => page.getByRole('heading', { level: 1 });
const dialog = () => page.getByRole('dialog');
const told = (message: string) => page.getByRole('status').filter({ hasText: message });

describe('a gap', () => {
  test('is closed by a published article, and then stands among those that are', async () => {
    open(api, '/staff/faq-gaps');
    await expect.element(page.getByText('cherché 4 fois')).toBeVisible();
    await expectAccessible();
    await expectNarrow();
    await button('Un article répond déjà à «\u00a0mode sombre\u00a0»').click();
    await dialog().getByRole('button', { name: 'Combler avec cet article' }).click();
    await expect.element(dialog().getByText('Choisissez un article publié.')).toBeVisible();
    await dialog().getByRole('searchbox', { name: 'Article publié' }).fill('avoir');
    await dialog()
      .getByRole('button', { name: /Faire un avoir/ })
      .click();
    await expectFocus(dialog().getByRole('button', { name: 'Combler avec cet article' }));
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expect
      .element(told('La question est comblée, et ceux qui l’ont posée sont prévenus.'))
      .toBeInTheDocument();
    await expect.element(page.getByText('Rien ne manque')).toBeVisible();
    await expectFocus(heading());
    await page.getByLabelText('À montrer').selectOptions('Comblées');
    await expect.element(page.getByRole('link', { name: 'Faire un avoir' })).toBeVisible();
  });

  test('begins an article with what was typed, as far as it names nobody', async () => {
    open(api, '/staff/faq-gaps');
    await page.getByRole('link', { name: 'Écrire la réponse à «\u00a0mode sombre\u00a0»' }).click();
    await expect.element(page.getByText(/Pour répondre à/)).toBeVisible();
    await expect
      .element(page.getByRole('textbox', { name: 'Titre', exact: true }))
      .toHaveValue('mode sombre');
    await expect
      .element(page.getByRole('textbox', { name: 'Autres façons de poser la question' }))
      .toHaveValue('sombre');
    await page.getByRole('textbox', { name: 'Adresse de l’article' }).fill('mode-sombre');
    await page.getByRole('textbox', { name: 'Texte', exact: true }).fill('Ouvrez Admin.');
    await button('Enregistrer').click();
    await expect.element(page.getByText(/que des téomasters n’ont pas trouvé/)).toBeVisible();
    expect(faq.articles.get('mode-sombre')?.origin).toEqual({ kind: 'gap', gap: 'a'.repeat(24) });
  });

  test('is not the same as a search that showed nothing', async () => {
    open(api, '/staff/faq-gaps?show=empty');
    await expect.element(page.getByText('badgeuse')).toBeVisible();
    await expect.element(page.getByText('cherché 7 fois')).toBeVisible();
    expect(page.getByRole('link', { name: /Écrire la réponse/ }).query()).toBeNull();
  });
});

describe('synonyms', () => {
  test('are added and saved by keyboard; a group of one word is refused at its place', async () => {
    open(api, '/staff/faq-synonyms');
    await expect
      .element(page.getByRole('textbox', { name: 'Groupe 1' }))
      .toHaveValue('avoir, note de crédit');
    await expectAccessible();
    await button('Ajouter un groupe').click();
    await expectFocus(page.getByRole('textbox', { name: 'Groupe 2' }));
    await userEvent.keyboard('mail{Enter}');
    await expect.element(page.getByText('Il faut au moins deux mots différents.')).toBeVisible();
    await expectFocus(page.getByRole('textbox', { name: 'Groupe 2' }));
    await userEvent.keyboard('{End}, courriel{Enter}');
    await expect.element(told('Les synonymes sont enregistrés.')).toBeInTheDocument();
    expect(faq.synonyms.groups).toEqual([
      ['avoir', 'note de crédit'],
      ['mail', 'courriel'],
    ]);
    await expectNarrow();
  });

  test('that somebody else changed meanwhile are there beside one’s own', async () => {
    open(api, '/staff/faq-synonyms');
    await button('Ajouter un groupe').click();
    await userEvent.keyboard('mail, courriel');
    faq.synonyms = {
      groups: [
        ['avoir', 'note de crédit'],
        ['devis', 'proposition'],
      ],
      version: 2,
    };
    await button('Enregistrer les synonymes').click();
    await expect.element(told('Ses groupes sont repris à côté des vôtres')).toBeInTheDocument();
    await expect.element(page.getByRole('textbox', { name: 'Groupe 3' })).toHaveValue('devis, proposition');
    await button('Enregistrer les synonymes').click();
    await expect.element(told('Les synonymes sont enregistrés.')).toBeInTheDocument();
    expect(faq.synonyms.groups).toEqual([
      ['avoir', 'note de crédit'],
      ['mail', 'courriel'],
      ['devis', 'proposition'],
    ]);
  });
});
