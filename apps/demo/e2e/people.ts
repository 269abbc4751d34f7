import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { expect, type Watched } from './watched-page.js';

/** The two sizes at which everything is walked. */
export const sizes = [
  { name: '1280 px', viewport: { width: 1280, height: 860 } },
  { name: '390 px', viewport: { width: 390, height: 844 } },
] as const;

/** A téomaster on a page of téo, signed in as `sub`. */
export async function openTeo(
  page: Page,
  sub: string,
  lang: 'fr' | 'en' = 'fr',
  path = '/teo',
): Promise<void> {
  await page.goto(`/teo?lang=${lang}`);
  await signInAs(page, sub);
  await page.goto(`${path}?lang=${lang}`);
}

/** Another téomaster in the browser of a page of téo, from the next page on. */
export async function signInAs(page: Page, sub: string): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/host/switch', { method: 'POST', headers, body })).status;
  }, JSON.stringify({ sub }));
  expect(status).toBe(200);
}

/** Someone of the team at their desk, in a browser of their own. */
export async function openDesk(
  browser: Browser,
  watched: Watched,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  await watched.watch(context);
  const page = await context.newPage();
  await signInToDesk(page, email);
  return page;
}

/** Someone of the team at their desk, in this browser. */
export async function signInToDesk(page: Page, email: string): Promise<void> {
  await page.goto('/staff');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill('teo-demo-2026');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { name: 'File d’attente', level: 1 })).toBeVisible();
}

/** Finds a ticket in the queue by its subject and opens it. */
export async function openTicket(page: Page, subject: string): Promise<void> {
  await page.getByLabel('Rechercher').fill(subject);
  // Until the search begins the list is that of before, and goes as it does.
  await expect(page).toHaveURL(/[?&]q=/);
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
}

/** Where the API has a ticket, found by its subject as someone of the team. */
export async function ticketPath(desk: Page, subject: string): Promise<string> {
  const found = await desk.request.get('/v1/staff/tickets', { params: { q: subject } });
  const { items } = await found.json();
  const [ticket] = items;
  expect(ticket?.subject).toBe(subject);
  return `/v1/staff/tickets/${ticket.id}`;
}
