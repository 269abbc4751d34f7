import type { Page } from '@playwright/test';
import { openTeo } from './people.js';
import { spokenFaults } from './spoken-faults.js';
import { spokenText } from './spoken-text.js';
import { spokenTree } from './spoken-tree.js';
import { expect, test } from './watched-page.js';

/**
 * The journeys as somebody hears them who does not see them: the accessibility tree of Chromium after each step, beside
 * this file as text. It is to be read: `--update-snapshots` writes it anew, and a reviewer says whether it is right.
 */
test.use({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
  baseURL: ({}, use, { config }) => use(String(config.metadata.still)),
  viewport: { width: 1280, height: 860 },
});
// The demo whose clock stands still is one for all of them: what they read stands before what they write.
test.describe.configure({ mode: 'default' });
test.beforeEach(({ page }, { config }) => page.clock.setFixedTime(Number(config.metadata.stillMoment)));

/** Compares what is heard with what was heard, once the page has come to rest. */
async function hear(page: Page, name: string, role: 'dialog' | 'main' = 'dialog'): Promise<void> {
  await expect(page.getByRole(role).first()).toBeVisible();
  let before = '';
  const isAtRest = async () => {
    const now = spokenText(await spokenTree(page, role));
    const rests = now === before && !/Chargement…|Loading…/u.test(now);
    before = now;
    return rests;
  };
  await expect.poll(isAtRest, { intervals: [60, 120, 250] }).toBe(true);
  expect.soft(spokenFaults(await spokenTree(page, role)), name).toEqual([]);
  expect.soft(before).toMatchSnapshot(['heard', `${name}.txt`]);
}

const help = (page: Page) => page.getByRole('button', { name: /^(Aide|Help)/ });

test('the team: the queue, a ticket, and the review of the month', async ({ page }) => {
  await page.goto('/staff');
  await page.getByLabel('Adresse e-mail').fill('ines.caron@teo.example.fr');
  await page.getByLabel('Mot de passe').fill('teo-demo-2026');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByLabel('Rechercher').fill('EDOF');
  await expect(page.getByText(/^4 tickets$/)).toBeVisible();
  await hear(page, 'staff-queue', 'main');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Queue' })).toBeVisible();
  await hear(page, 'staff-queue-en', 'main');
  await page.getByRole('button', { name: 'Français' }).click();

  await page.getByRole('link', { name: 'Les entrées en formation ne remontent plus vers EDOF' }).click();
  await expect(page.getByLabel('Votre réponse')).toBeVisible();
  // The last that it asks for.
  await expect(page.getByText(/^Aucun article ne vient de ce ticket/)).toBeVisible();
  await hear(page, 'staff-ticket', 'main');

  await page.getByRole('link', { name: 'Forum' }).click();
  await page.getByRole('link', { name: 'Analyses mensuelles' }).click();
  await page.getByRole('link', { name: 'Analyse de septembre 2026', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Analyse de septembre 2026' })).toBeFocused();
  await hear(page, 'staff-review', 'main');
});

test('my tickets, one with its answers, and a roll-back under way', async ({ page }) => {
  await openTeo(page, 'u-mehdi-benali');
  await help(page).click();
  await page.getByRole('tab', { name: /^Mes tickets/ }).click();
  await expect(page.getByRole('button', { name: /^TEO-/ }).first()).toBeVisible();
  await hear(page, 'my-tickets');
  await page.getByRole('button', { name: /Les accents disparaissent/ }).click();
  await expect(page.getByRole('button', { name: 'Oui, c’est réglé' })).toBeVisible();
  await hear(page, 'ticket-resolved');
  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByRole('button', { name: /J’ai importé le fichier de 2024/ }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(4);
  await hear(page, 'roll-back');
});

test('what stands before the server refuses without a word: it is told in the person’s language', async ({
  page,
  watched,
}) => {
  watched.expect(/status of 502/);
  await page.route('**/v1/me', (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
  );
  await openTeo(page, 'u-claire-vasseur');
  await help(page).click();
  await expect(page.getByRole('alert').getByText(/^Le serveur ne répond pas\./)).toBeVisible();
  await expect(page.getByText(/The server/)).toHaveCount(0);
});

test('a ticket in English', async ({ page }) => {
  await openTeo(page, 'u-emily-carter', 'en');
  await help(page).click();
  await page.getByRole('tab', { name: /^My tickets/ }).click();
  await page.getByRole('button', { name: /^TEO-/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Progress' })).toBeVisible();
  await hear(page, 'ticket-en');
});

test('the FAQ, searched and read, and the forum', async ({ page }) => {
  await openTeo(page, 'u-aurelie-marchand');
  await help(page).click();
  await page.getByRole('tab', { name: 'FAQ' }).click();
  await page.getByRole('searchbox', { name: 'Rechercher dans la FAQ' }).fill('relancer signature');
  const article = page.getByRole('button', { name: 'Relancer un client qui n’a pas signé' });
  await expect(article).toBeVisible();
  await hear(page, 'faq-search');
  await article.click();
  await expect(page.getByRole('heading', { name: 'Relancer un client qui n’a pas signé' })).toBeFocused();
  await hear(page, 'faq-article');

  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByRole('tab', { name: 'Améliorations' }).click();
  await page.getByRole('searchbox', { name: 'Rechercher une demande' }).fill('semaine par formateur');
  await expect(page.getByText('1 demande', { exact: true })).toBeVisible();
  await hear(page, 'forum');
  await page.getByRole('button', { name: /^Que l’agenda montre une semaine par formateur/ }).click();
  await expect(page.getByRole('heading', { name: /^Demande \d+ · Agenda$/ })).toBeFocused();
  await hear(page, 'forum-request');
});

test('the FAQ in English', async ({ page }) => {
  await openTeo(page, 'u-emily-carter', 'en');
  await help(page).click();
  await page.getByRole('tab', { name: 'FAQ' }).click();
  await page.getByRole('searchbox', { name: 'Search the FAQ' }).fill('xylophone');
  await expect(page.getByRole('button', { name: 'My answer isn’t there' })).toBeVisible();
  await hear(page, 'faq-nothing-en');
});

test('opened, a type is found by name and by questions, and the form says what is missing, in both languages', async ({
  page,
}) => {
  await openTeo(page, 'u-claire-vasseur');
  await help(page).click();
  await expect(page.getByRole('button', { name: /^Dysfonctionnement/ })).toBeVisible();
  await hear(page, 'opened');
  await page.getByRole('button', { name: 'Je ne sais pas lequel choisir' }).click();
  await hear(page, 'questions');
  await page.getByRole('button', { name: /^Quelque chose ne marche pas/ }).click();
  await hear(page, 'questions-found');

  await openTeo(page, 'u-emily-carter', 'en');
  await help(page).click();
  await hear(page, 'opened-en');
  await page.getByRole('button', { name: /^Mishandling/ }).click();
  await page.getByRole('radio', { name: 'No, it is impossible' }).check();
  await page.getByRole('button', { name: 'Send the ticket' }).click();
  await expect(page.getByRole('group', { name: /points to look at before sending/ })).toBeFocused();
  await hear(page, 'form-with-errors-en');
});

test('a question is filed: its form, an error in it, and that it was sent', async ({ page }) => {
  await openTeo(page, 'u-claire-vasseur');
  await help(page).click();
  await page.getByRole('button', { name: /^Question d’utilisation/ }).click();
  await page.getByLabel('Votre question en une phrase').fill('Xylophones violets');
  await page.getByLabel('Sur quoi porte-t-elle ?').selectOption({ label: 'Autre chose' });
  await page.getByLabel('Dans quel module de téo ?').selectOption({ label: 'Documents' });
  await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).check();
  await expect(page.getByText('Priorité : Faible')).toBeVisible();
  await expect(page.getByText('Articles proches dans la FAQ')).toBeVisible();
  await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
  await hear(page, 'form-with-an-error');
  await page.getByLabel('Que souhaitez-vous faire ?').fill('Les retrouver.');
  await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
  await expect(page.getByRole('heading', { name: /^Ticket TEO-\d+ envoyé$/ })).toBeFocused();
  await hear(page, 'sent');
});
