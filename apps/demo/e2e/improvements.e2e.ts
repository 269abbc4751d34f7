import type { Browser, Page } from '@playwright/test';
import { openDesk, openTeo } from './people.js';
import { expect, expectAccessible, test, type Watched } from './watched-page.js';

/** A month that the demo has no review of, so that nobody else publishes it. */
const month = '2021-03';
const need = 'une relance parte par pigeon voyageur';
const title = 'Qu’une relance parte par pigeon voyageur';
const rationale =
  'Nos volières ne sont pas prêtes : la relance par SMS répond au même besoin dès la version 8.7.';

async function openForum(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('tab', { name: 'Améliorations' }).click();
}

/** Somebody else, in a browser of their own. */
async function anotherTeomaster(browser: Browser, watched: Watched, sub: string): Promise<Page> {
  const context = await browser.newContext();
  await watched.watch(context);
  const page = await context.newPage();
  await openTeo(page, sub);
  return page;
}

/** How many messages of reviews the signed-in téomaster has not read. */
async function unreadOf(page: Page): Promise<number> {
  const headers = { origin: new URL(page.url()).origin };
  const { token } = await (await page.request.post('/host/token', { headers })).json();
  const notices = await page.request.get('/v1/improvement-notices', {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await notices.json()).unread;
}

/** The team decides it in the review of the month, and publishes that. */
async function decide(desk: Page): Promise<string> {
  const found = await desk.request.get('/v1/staff/improvements', { params: { q: 'pigeon voyageur' } });
  const { items } = await found.json();
  const [{ id, votes, organizations }] = items;
  expect({ votes, organizations }).toEqual({ votes: 3, organizations: 2 });
  const headers = { origin: new URL(desk.url()).origin };
  const review = `/v1/staff/improvement-reviews/${month}`;
  const data = { status: 'not_selected', rationale };
  const drafted = await desk.request.post(`${review}/drafts/${id}`, { data, headers });
  expect(drafted.ok(), await drafted.text()).toBe(true);
  const published = await desk.request.post(`${review}/publication`, { headers });
  expect(published.ok(), await published.text()).toBe(true);
  return id;
}

test('a request is written, joined, voted for and decided, and its author reads the reason', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  await openTeo(page, 'u-helene-dubreuil');
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('button', { name: /^Demande d’amélioration/ }).click();
  // What was decided earlier is read first.
  await page.getByRole('button', { name: 'J’ai lu' }).click();
  await expect.poll(() => unreadOf(page)).toBe(0);
  await page.getByRole('button', { name: 'Proposer une amélioration' }).click();
  await page.getByLabel('En tant que', { exact: true }).fill('assistante');
  await page.getByLabel('je souhaiterais que', { exact: true }).fill(need);
  await page.getByLabel('afin de', { exact: true }).fill('être lue à coup sûr');
  await page.getByLabel('Dans quel module de téo ?').selectOption({ label: 'Communication' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Publier la demande' }).click();
  await expect(page.getByRole('heading', { name: /^Demande \d+ · Communication$/ })).toBeFocused();
  await expect(page.getByText('Votre demande est publiée.')).toBeVisible();
  await expectAccessible(page);

  const yann = await anotherTeomaster(browser, watched, 'u-yann-le-goff');
  await openForum(yann);
  await yann.getByRole('button', { name: 'Proposer une amélioration' }).click();
  await yann
    .getByLabel('je souhaiterais que', { exact: true })
    .fill('les relances partent par pigeon voyageur');
  const similar = yann.getByRole('region', { name: 'Demandes proches' });
  await expect(similar.getByText('Sans doute la même').first()).toBeVisible();
  await similar.getByRole('button', { name: `Je la veux aussi : ${title}` }).click();
  await expect(yann.getByText(/Elle est soutenue par 2 personnes de 2 organismes, dont vous/)).toBeVisible();
  await expectAccessible(yann);
  await yann.getByRole('button', { name: 'Voir cette demande' }).click();
  await expect(yann.getByText(/Proposée par une personne d’un autre organisme/)).toBeVisible();
  await expect(yann.locator('teo-support').getByText(/Hélène|Passerelle/)).toHaveCount(0);
  await yann.context().close();

  const aurelie = await anotherTeomaster(browser, watched, 'u-aurelie-marchand');
  await openForum(aurelie);
  await aurelie.getByRole('searchbox', { name: 'Rechercher une demande' }).fill('pigeons voyageurs');
  await aurelie.getByRole('button', { name: `Je la veux aussi : ${title}` }).click();
  await expect(aurelie.getByText('3 personnes de 2 organismes, dont 2 du vôtre')).toBeVisible();
  await aurelie.reload();
  await openForum(aurelie);
  await aurelie.getByLabel('Demandes', { exact: true }).selectOption({ label: 'Celles que je soutiens' });
  await aurelie.getByRole('searchbox', { name: 'Rechercher une demande' }).fill('pigeons voyageurs');
  const voted = aurelie.getByRole('button', { name: `Je la veux aussi : ${title}` });
  await expect(voted).toHaveAttribute('aria-pressed', 'true');
  await aurelie.context().close();

  const desk = await openDesk(browser, watched, 'ines.caron@teo.example.fr');
  const id = await decide(desk);
  await desk.context().close();

  await page.reload();
  await openForum(page);
  const told = page.getByRole('region', { name: 'Analyse de mars 2021 : ce que deviennent vos demandes' });
  await expect(told.getByText(rationale)).toBeVisible();
  await expect(told.getByText('Vous l’avez proposée')).toBeVisible();
  await expectAccessible(page);
  await told.getByRole('button', { name: title }).click();
  await expect(page.getByRole('region', { name: 'Décision' }).getByText('Non sélectionnée')).toBeVisible();
  await expectAccessible(page);

  // It was shown once.
  await page.reload();
  await openForum(page);
  await expect(page.getByRole('searchbox', { name: 'Rechercher une demande' })).toBeVisible();
  await expect(page.getByText(/^\d+ demandes$/)).toBeVisible();
  await expect(told).toHaveCount(0);

  await page.goto(`/teo/ameliorations/${id}?lang=fr`);
  await expect(page.getByText(rationale).last()).toBeVisible();
  const feed = await page.request.get('/v1/roadmap.atom');
  expect(await feed.text()).toContain('pigeon voyageur');
});

test('the forum as a page: each request has its address, and the browser leads back', async ({
  page,
  watched,
}) => {
  watched.expect(/status of 404/);
  await openTeo(page, 'u-claire-vasseur');
  await page.getByRole('link', { name: 'Améliorations', exact: true }).click();
  await expect(page).toHaveTitle('Améliorations · téo');
  const search = page.getByRole('searchbox', { name: 'Rechercher une demande' });
  await search.fill('semaine par formateur');
  const link = page.getByRole('link', { name: /^Que l’agenda montre une semaine par formateur/ });
  await expect(link).toHaveCount(1);
  await expectAccessible(page);
  await link.click();
  await expect(page.getByRole('heading', { name: /^Demande \d+ · Agenda$/, level: 2 })).toBeFocused();
  await expect(page).toHaveTitle(/^Que l’agenda montre une semaine par formateur.* · Améliorations · téo$/);
  await expectAccessible(page);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=semaine\+par\+formateur/);
  await expect(link).toBeFocused();
  await page.reload();
  await expect(search).toHaveValue('semaine par formateur');

  await page.getByRole('link', { name: 'Proposer une amélioration' }).click();
  await expect(page).toHaveURL(/\/teo\/ameliorations\/nouvelle/);
  await expect(page.getByRole('heading', { name: 'Proposer une amélioration', level: 2 })).toBeFocused();
  await expectAccessible(page);
  await page.goto('/teo/ameliorations/nulle-part?lang=fr');
  await expect(page.getByRole('alert').getByText('Impossible d’afficher')).toBeVisible();
});

test('the roadmap as a page, on a phone and in English, with its feed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openTeo(page, 'u-emily-carter', 'en', '/teo/feuille-de-route');
  for (const status of ['Planned', 'In progress', 'Postponed', 'Implemented', 'Not selected'])
    await expect(page.getByRole('heading', { name: new RegExp(`^${status}`), level: 2 })).toBeVisible();
  await expect(page.getByText(/requests? waits? for a first decision/)).toBeVisible();
  await expectAccessible(page);
  const feed = page.getByRole('link', { name: 'Follow the decisions (Atom feed)' });
  const answer = await page.request.get((await feed.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toContain('application/atom+xml');
  await page.getByRole('link', { name: 'See the overdue requests' }).click();
  await expect(page).toHaveURL(/\/teo\/ameliorations\?status=overdue&lang=en/);
  await expect(page.getByText('No decision for over a month').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
