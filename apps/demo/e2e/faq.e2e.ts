import type { Page } from '@playwright/test';
import { filings } from './filing.js';
import { openDesk, openTeo, ticketPath } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

const subject = (page: Page) => page.getByLabel('Votre question en une phrase');

async function openQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('button', { name: /^Question d’utilisation/ }).click();
}

/** What the team reads of an article. */
async function figuresOf(desk: Page, articleId: string): Promise<Record<string, number>> {
  const response = await desk.request.get(`/v1/staff/faq/articles/${articleId}`);
  const { figures } = await response.json();
  return figures;
}

test('a question that the FAQ answers needs no ticket', async ({ page, browser, watched }) => {
  const desk = await openDesk(browser, watched, 'ines.caron@teo.example.fr');
  const before = await figuresOf(desk, 'relancer-signature');
  await openTeo(page, 'u-aurelie-marchand');
  await openQuestion(page);
  await subject(page).fill('relancer un client qui na pas signe');
  const article = page.getByRole('button', { name: 'Relancer un client qui n’a pas signé' });
  await expect(article).toBeVisible();
  await expectAccessible(page);
  await article.click();
  await expect(page.getByRole('heading', { name: 'Relancer un client qui n’a pas signé' })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cela répond à ma question' }).click();
  await expect(page.getByText(/votre brouillon est gardé/)).toBeVisible();
  await expect
    .poll(async () => (await figuresOf(desk, 'relancer-signature')).solved)
    .toBe((before.solved ?? 0) + 1);
  await desk.context().close();
});

test('a question that it does not answer becomes a ticket, and the team sees what was searched for', async ({
  page,
  browser,
  watched,
}) => {
  const words = 'Relancer une convention par pigeon voyageur';
  const { written, chosen, facts } = filings.question(words);
  await openTeo(page, 'u-aurelie-marchand');
  await openQuestion(page);
  await subject(page).fill(words);
  const suggested = page.locator('teo-support-suggested-answers').getByRole('listitem').getByRole('button');
  await expect(suggested.first()).toBeVisible();
  const title = (await suggested.first().textContent()) ?? '';
  await suggested.first().click();
  // The form has such a button, too: until the article is there, that one would be found, and then hidden.
  await expect(page.getByRole('article').getByRole('heading', { name: title, level: 3 })).toBeVisible();
  await page.getByRole('button', { name: 'Ma réponse n’y est pas' }).click();
  await expect(subject(page)).toHaveValue(words);
  for (const [label, text] of Object.entries(written)) await page.getByLabel(label).fill(text);
  for (const [label, option] of Object.entries(chosen))
    await page.getByLabel(label).selectOption({ label: option });
  for (const fact of facts) await page.getByRole('radio', { name: fact }).check();
  await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
  await expect(page.getByRole('heading', { name: /^Ticket TEO-\d+ envoyé$/ })).toBeFocused();

  const desk = await openDesk(browser, watched, 'ines.caron@teo.example.fr');
  const path = await ticketPath(desk, words);
  const searchesOf = async () => {
    const { searches } = await (await desk.request.get(`${path}/faq-searches`)).json();
    return searches;
  };
  await expect.poll(searchesOf).toHaveLength(1);
  const [search] = await searchesOf();
  expect(search.q).toContain(words);
  expect(search.opened.map((one: { title: string }) => one.title)).toEqual([title]);
  const gaps = await (await desk.request.get('/v1/staff/faq/gaps')).json();
  expect(JSON.stringify(gaps.items)).toContain('pigeon voyageur');
  await desk.context().close();
});

test('the FAQ as a page: each article has its address, and the browser leads back', async ({
  page,
  watched,
}) => {
  watched.expect(/status of 404/);
  await openTeo(page, 'u-aurelie-marchand');
  await page.getByRole('link', { name: 'FAQ', exact: true }).click();
  const search = page.getByRole('searchbox', { name: 'Rechercher dans la FAQ' });
  await search.fill('relancer un client');
  const link = page.getByRole('link', { name: 'Relancer un client qui n’a pas signé' });
  await expect(link).toHaveAttribute('href', '/teo/faq/relancer-signature?lang=fr');
  await expectAccessible(page);
  await link.click();
  const title = page.getByRole('heading', { name: 'Relancer un client qui n’a pas signé', level: 2 });
  await expect(title).toBeFocused();
  await expect(page).toHaveURL(/\/teo\/faq\/relancer-signature/);
  await expect(page).toHaveTitle('Relancer un client qui n’a pas signé · FAQ · téo');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Faire signer une convention électroniquement' }).click();
  await expect(page).toHaveTitle('Faire signer une convention électroniquement · FAQ · téo');
  await page.goBack();
  await expect(title).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/\?q=relancer\+un\+client/);
  await expect(page).toHaveTitle('FAQ · téo');
  await expect(link).toBeFocused();
  await page.reload();
  await expect(search).toHaveValue('relancer un client');
  await expect(link).toBeVisible();

  await page.goto('/teo/faq/relancer-signature?lang=en');
  await expect(page.getByRole('heading', { name: 'Remind a client who has not signed' })).toBeVisible();
  await page.goto('/teo/faq/nulle-part?lang=fr');
  await expect(page.getByRole('alert').getByText('Impossible d’afficher')).toBeVisible();
});

test('on a phone, the article stands in place of the search, and a link leads back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openTeo(page, 'u-aurelie-marchand', 'en', '/teo/faq');
  const search = page.getByRole('searchbox', { name: 'Search the FAQ' });
  await search.fill('remind a client');
  await page.getByRole('link', { name: 'Remind a client who has not signed' }).click();
  await expect(page.getByRole('heading', { name: 'Remind a client who has not signed' })).toBeFocused();
  await expect(search).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back to the search' }).click();
  await expect(search).toHaveValue('remind a client');
  await expect(page.getByRole('link', { name: 'Remind a client who has not signed' })).toBeFocused();
});
