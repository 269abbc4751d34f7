import type { Page } from '@playwright/test';
import { expect, test } from './look.js';
import { openTeo } from './people.js';

/** The widget beside a page of téo, as it is come to. Nothing is sent, and each walk is of somebody else. */
test.use({ viewport: { width: 1280, height: 860 } });

const both = { at: [1280, 390] };

/** The widget without the page behind it. */
const widget = (page: Page) => ({ of: page.getByRole('dialog') });

const help = (page: Page) => page.getByRole('button', { name: /^(Aide|Help)/ });

test('beside a page of téo: the launcher, the types, and a question that the FAQ may answer', async ({
  page,
  look,
}) => {
  await openTeo(page, 'u-aurelie-marchand');
  await expect(help(page)).toBeVisible();
  await look('teo', { ...both, dark: true });
  await help(page).click();
  await expect(page.getByRole('button', { name: /^Dysfonctionnement/ })).toBeVisible();
  await look('teo-home', { ...widget(page), dark: true });
  await page.getByRole('button', { name: /^Question d’utilisation/ }).click();
  await page.getByLabel('Votre question en une phrase').fill('Relancer un client qui n’a pas signé');
  await expect(page.getByRole('button', { name: 'Relancer un client qui n’a pas signé' })).toBeVisible();
  await page.getByLabel('Dans quel module de téo ?').selectOption({ label: 'Documents' });
  await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).check();
  await expect(page.getByText('Priorité : Faible')).toBeVisible();
  await look('teo-form');
});

test('beside a page of téo: a ticket, an article, and the forum', async ({ page, look }) => {
  await openTeo(page, 'u-emily-carter', 'en');
  await help(page).click();
  await page.getByRole('tab', { name: /^My tickets/ }).click();
  await expect(page.getByRole('button', { name: /^TEO-/ }).first()).toBeVisible();
  await look('teo-tickets-en', widget(page));
  await page.getByRole('button', { name: /^TEO-/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Progress' })).toBeVisible();
  await look('teo-ticket-en', { ...widget(page), dark: true });
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('tab', { name: 'Improvements' }).click();
  await page.getByRole('searchbox').fill('formateur');
  await expect(page.getByText(/^\d+ requests$/)).toBeVisible();
  await look('teo-forum-en', widget(page));
  await page.getByRole('button', { name: 'Roadmap' }).click();
  await expect(page.getByRole('heading', { name: /^Planned/ })).toBeVisible();
  await look('teo-roadmap-en', widget(page));
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Suggest an improvement' }).click();
  await look('teo-writing-en', { at: [390] });
});

test('a mishandling in English, of which all is missing', async ({ page, look }) => {
  await openTeo(page, 'u-helene-dubreuil', 'en');
  await help(page).click();
  await page.getByRole('button', { name: /^Mishandling/ }).click();
  await page.getByRole('button', { name: 'Send the ticket' }).click();
  await expect(page.getByRole('group', { name: /points to look at before sending/ })).toBeFocused();
  await look('teo-form-problems-en', { ...widget(page), dark: true });
});

test.describe('in forced colours', () => {
  // From the beginning: Chromium does not draw all lines anew when they come and go.
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('the launcher, the types and a ticket', async ({ page, look }) => {
    await openTeo(page, 'u-yann-le-goff');
    await expect(help(page)).toBeVisible();
    await look('forced-teo');
    await help(page).click();
    await expect(page.getByRole('button', { name: /^Dysfonctionnement/ })).toBeVisible();
    await look('forced-home', widget(page));
    await page.getByRole('tab', { name: /^Mes tickets/ }).click();
    await page.getByRole('button', { name: /^TEO-/ }).first().click();
    await expect(page.getByRole('heading', { name: 'Suivi' })).toBeVisible();
    await look('forced-ticket', widget(page));
  });
});
