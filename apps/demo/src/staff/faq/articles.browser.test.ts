import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { aContent, FakeFaq } from '../testing/faq.js';
import { expectAccessible, expectFocus, expectNarrow, freshScreens, open } from '../testing/screen.js';
import { aTicket, julien, sarah } from '../testing/tickets.js';

freshScreens();

let api: FakeApi;
let faq: FakeFaq;

beforeEach(() => {
  api = new FakeApi(aTicket());
  faq = new FakeFaq(api);
  faq.publish('avoir', aContent('Faire un avoir'));
  faq.draft('relance', aContent('Relancer par courriel'));
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = () => page.getByRole('heading', { level: 1 });
const dialog = () => page.getByRole('dialog');
const told = (message: string) => page.getByRole('status').filter({ hasText: message });
const posts = () => api.sent.filter(({ method }) => method === 'POST');

describe('the list of articles', () => {
  test('is reached from the header, narrowed down in the address, and leads to each article', async () => {
    open(api);
    await page.getByRole('link', { name: 'FAQ' }).click();
    await expectFocus(heading());
    await expect.element(page.getByText('2 articles', { exact: true })).toBeVisible();
    await expectAccessible();
    await page.getByLabelText('Rédaction').selectOptions('En écriture');
    await expect.element(page.getByText('1 article', { exact: true })).toBeVisible();
    expect(location.search).toBe('?stage=writing');
    await page.getByRole('searchbox').fill('zzz');
    await expect.element(page.getByText('Aucun article ne correspond')).toBeVisible();
    await button('Effacer les filtres').click();
    await expectNarrow();
    await page.getByRole('link', { name: 'Faire un avoir' }).click();
    await expect.element(heading()).toHaveTextContent('Faire un avoir');
  });

  test('shows what is due for review', async () => {
    open(api, '/staff/faq?due=true');
    await expect.element(page.getByText('Aucun article ne correspond')).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: 'À vérifier maintenant' })).toBeChecked();
  });
});

describe('an article', () => {
  test('is shown as it will be read, with its figures and what they count', async () => {
    open(api, '/staff/faq/avoir');
    await expect.element(page.getByText('Choisissez la facture')).toBeVisible();
    await expect.element(page.getByText('Tickets évités')).toBeVisible();
    await expect.element(page.getByText(/a dit que cet article avait répondu/)).toBeVisible();
    await expectAccessible();
    await expectNarrow();
    await expectAccessible();
  });

  test('is sent, and reviewed by whoever did not write it, with a comment where it needs another look', async () => {
    open(api, '/staff/faq/relance');
    await button('Envoyer en relecture').click();
    await expect.element(told('L’article est envoyé en relecture.')).toBeInTheDocument();
    await expect
      .element(page.getByText('Vous y avez écrit : une autre personne doit le relire.'))
      .toBeVisible();
    expect(button('Relire').query()).toBeNull();

    api.member = sarah;
    open(api, '/staff/faq/relance');
    await button('Relire').click();
    await expectFocus(dialog().getByRole('radio', { name: 'Bon à publier' }));
    await button('Enregistrer la relecture').click();
    await expect.element(dialog().getByText(/bon à publier ou à revoir/)).toBeVisible();
    await dialog().getByText('À revoir', { exact: true }).click();
    await button('Enregistrer la relecture').click();
    await expect.element(dialog().getByText('Dites ce qui est à revoir.')).toBeVisible();
    await expectAccessible();
    await dialog().getByRole('textbox', { name: 'Commentaire' }).fill('Citez le menu.');
    await button('Enregistrer la relecture').click();
    await expect.element(page.getByText('«\u00a0Citez le menu.\u00a0»')).toBeVisible();
    await expect.element(page.getByText('Sarah Nguyen demande des changements')).toBeVisible();
  });

  test('is published by keyboard once it is approved, and found among those due on the day that was chosen', async () => {
    faq.change('relance', { type: 'submit' });
    faq.change('relance', { type: 'review', verdict: 'approved', comment: '' }, sarah);
    open(api, '/staff/faq/relance');
    await expect.element(button('Publier')).toBeVisible();
    const opener = button('Publier').element();
    if (opener instanceof HTMLElement) opener.focus();
    await userEvent.keyboard('{Enter}');
    const day = dialog().getByLabelText('À vérifier avant le');
    await expectFocus(day);
    await day.fill('2020-01-01');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByText('Choisissez un jour à venir.')).toBeVisible();
    await day.fill('2030-05-02');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Publié, édition 1')).toBeVisible();
    expect(posts().at(-1)?.body).toEqual({ reviewDue: '2030-05-02T12:00:00.000Z' });
  });

  test('is withdrawn for a reason, with what answers instead', async () => {
    open(api, '/staff/faq/avoir');
    await button('Retirer').click();
    await dialog().getByRole('button', { name: 'Retirer' }).click();
    await expect.element(dialog().getByText('Dites pourquoi l’article est retiré.')).toBeVisible();
    await dialog().getByRole('textbox', { name: 'Pourquoi le retirer ?' }).fill('Supprimé en 8.4');
    await dialog().getByRole('searchbox').fill('relancer');
    await dialog()
      .getByRole('button', { name: /Relancer par courriel/ })
      .click();
    await expectAccessible();
    await dialog().getByRole('button', { name: 'Retirer' }).click();
    await expect.element(page.getByText(/Supprimé en 8.4/)).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Relancer par courriel' })).toBeVisible();
    expect(posts().at(-1)?.body).toEqual({ reason: 'Supprimé en 8.4', replacedBy: 'relance' });
  });

  test('keeps its editions, and says what changed from one to the next', async () => {
    faq.change('avoir', { type: 'revise', content: aContent('Faire un avoir partiel') });
    faq.publishAgain('avoir');
    open(api, '/staff/faq/avoir');
    await page.getByText('Ce qui a changé').click();
    await expect.element(page.getByText('Ajouté : partiel')).toBeVisible();
    await expectAccessible();
  });

  test('that is not there says so', async () => {
    open(api, '/staff/faq/nowhere');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Introuvable.');
  });

  test('that others changed meanwhile is shown as it is', async () => {
    open(api, '/staff/faq/relance');
    await expect.element(button('Envoyer en relecture')).toBeVisible();
    faq.change('relance', { type: 'revise', content: aContent('Relancer autrement') }, sarah);
    await button('Envoyer en relecture').click();
    await expect.element(heading()).toHaveTextContent('Relancer autrement');
    await expect
      .element(page.getByRole('alert').filter({ hasText: 'La page montre ce qui vaut maintenant' }))
      .toBeVisible();
  });

  test('that is refused says why', async () => {
    const answer = api.override;
    api.override = (sent) =>
      sent.path.endsWith('/submission')
        ? problem(422, 'maskable-found', 'Quelqu’un est nommé.')
        : answer(sent);
    open(api, '/staff/faq/relance');
    await button('Envoyer en relecture').click();
    await expect.element(page.getByText('Quelqu’un est nommé.')).toBeVisible();
  });
});

test('in English, everything is said in English', async () => {
  localStorage.setItem('teo-staff:locale', 'en');
  open(api, '/staff/faq/avoir');
  await expect.element(page.getByText('Tickets avoided')).toBeVisible();
  expect(api.member).toEqual(julien);
  await expectAccessible();
});
