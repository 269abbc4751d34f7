import type { Page } from '@playwright/test';
import { openTeo } from './people.js';
import { expect, test } from './watched-page.js';

/** A part of the widget that comes after its form, as it is first asked for, and again under a changed address. */
const laterPart = /\/widget\/(later-parts|later-fr)-[A-Z0-9]+\.js/;
const firstAddress =
  /\/widget\/(panel|load-fr|later-parts|later-fr|improvements|fr-improvements)-[A-Z0-9]+\.js$/;

async function openQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('button', { name: /^Question d’utilisation/ }).click();
}

test.beforeEach(({ watched }) => watched.expect(/status of 404/));

test('a part that does not come is asked for under a changed address, and nobody notices', async ({
  page,
}) => {
  const missed: string[] = [];
  await page.route(firstAddress, async (route) => {
    missed.push(new URL(route.request().url()).pathname);
    await route.fulfill({ status: 404, body: '' });
  });
  await openTeo(page, 'u-yann-le-goff');
  await openQuestion(page);
  await page.getByLabel('Votre question en une phrase').fill('Où est la colonne ?');
  await expect(page.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible();
  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByRole('tab', { name: 'Mes tickets' }).click();
  await expect(page.getByLabel('Rechercher un ticket')).toBeVisible();
  await page.getByRole('tab', { name: 'Améliorations' }).click();
  await expect(page.getByRole('button', { name: 'Proposer une amélioration' })).toBeVisible();
  expect(new Set(missed).size).toBe(6);
});

test('a part that is gone is said when it is needed, and what was written stays', async ({ page }) => {
  await page.route(laterPart, (route) => route.fulfill({ status: 404, body: '' }));
  await openTeo(page, 'u-yann-le-goff');
  await openQuestion(page);
  const subject = page.getByLabel('Votre question en une phrase');
  await subject.fill('Où est la colonne ?');
  await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
  await expect(page.getByRole('alert').getByText('Rien n’est perdu')).toBeVisible();
  await expect(subject).toHaveValue('Où est la colonne ?');

  await page.reload();
  await openQuestion(page);
  await expect(subject).toHaveValue('Où est la colonne ?');

  await page.unroute(laterPart);
  await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
  await expect(page.getByRole('group', { name: /points à revoir/ })).toBeFocused();
});
