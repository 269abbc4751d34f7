import type { Locator, Page } from '@playwright/test';
import { openDesk, openTeo, openTicket } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

test('in English, a question is filed, answered and closed', async ({ page, browser, watched }) => {
  test.slow();
  const subject = 'Where do I find the attendance rate of a session?';
  await openTeo(page, 'u-emily-carter', 'en');
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('button', { name: /^Usage question/ }).click();
  await page.getByLabel('Your question in one sentence').fill(subject);
  await page.getByLabel('What is it about?').selectOption({ label: 'A figure: where it comes from' });
  await page.getByLabel('In which téo module?').selectOption({ label: 'Steering' });
  await page.getByLabel('What would you like to do?').fill('I need it for an audit.');
  await page.getByRole('radio', { name: 'Yes, but it is inconvenient' }).check();
  await expect(page.getByText('Priority: Low')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send the ticket' }).click();
  await page.getByRole('button', { name: 'See the ticket' }).click();
  await expect(page.getByText('Ticket filed')).toBeVisible();

  const desk = await openDesk(browser, watched, 'julien.marchetti@teo.example.fr');
  await desk.getByRole('button', { name: 'English' }).click();
  await expect(desk.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByLabel('Search').fill(subject);
  await expect(desk).toHaveURL(/[?&]q=/);
  await desk.getByRole('link', { name: subject }).click();
  await desk.getByRole('tab', { name: 'Resolve' }).click();
  await desk.getByLabel('Resolution text').fill('Steering, Quality, “Attendance”.');
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Resolve the ticket' }).click();
  await page.getByRole('button', { name: 'Yes, it is solved' }).click();
  await expect(page.getByText('Resolution confirmed, ticket closed')).toBeVisible();
  await desk.context().close();
});

test('by keyboard alone, a question is filed and answered', async ({ page, browser, watched }) => {
  test.slow();
  const subject = 'Clavier : où régler l’heure des convocations ?';
  await openTeo(page, 'u-fatou-diarra');
  const launcher = page.getByRole('button', { name: 'Aide', exact: true });
  for (let pressed = 0; pressed < 80 && !(await isFocused(launcher)); pressed += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Service clients téo' })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: /^Question d’utilisation/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Question d’utilisation' })).toBeFocused();
  await tabTo(page, page.getByLabel('Votre question en une phrase'));
  await page.keyboard.type(subject);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Un geste');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Agenda');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Toutes partent à 7 h, trop tôt.');
  await tabTo(page, page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Envoyer le ticket' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Ticket TEO-\d+ envoyé$/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(launcher).toBeFocused();

  const desk = await openDesk(browser, watched, 'hugo.meyer@teo.example.fr');
  await desk.keyboard.press('/');
  await desk.keyboard.type(subject);
  await expect(desk.getByRole('link', { name: subject })).toBeVisible();
  await tabTo(desk, desk.getByRole('link', { name: subject }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
  await tabTo(desk, desk.getByLabel('Votre réponse'));
  await desk.keyboard.type('Communication, Automatismes, « Heure d’envoi ».');
  await tabTo(desk, desk.getByRole('button', { name: 'Envoyer la réponse' }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('La réponse est envoyée.')).toBeVisible();
  await desk.context().close();
});

test('a draft survives a reload and a lost connection, and is sent once', async ({
  page,
  context,
  watched,
}) => {
  watched.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await openTeo(page, 'u-nadia-haddad');
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('button', { name: /^Question d’utilisation/ }).click();
  await page.getByLabel('Votre question en une phrase').fill('Un brouillon qui tient');
  await page.getByLabel('Sur quoi porte-t-elle ?').selectOption({ label: 'Autre chose' });
  await page.getByLabel('Dans quel module de téo ?').selectOption({ label: 'Documents' });
  await page.getByLabel('Que souhaitez-vous faire ?').fill('Ne rien perdre.');
  await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).check();
  await page.reload();
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await expect(page.getByText('Brouillon en cours')).toBeVisible();
  await page.getByRole('button', { name: /^Question d’utilisation/ }).click();
  await expect(page.getByText('Nous avons retrouvé votre brouillon.')).toBeVisible();
  await expect(page.getByLabel('Que souhaitez-vous faire ?')).toHaveValue('Ne rien perdre.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
  await expect(page.getByText(/Votre ticket attend ici/)).toBeVisible();
  await expectAccessible(page);
  // Nobody has to send it again: it goes by itself.
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: /^Ticket TEO-\d+ envoyé$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByRole('tab', { name: 'Mes tickets' }).click();
  await expect(page.getByRole('button', { name: /Un brouillon qui tient/ })).toHaveCount(1);
});

test('a staff reader of the reference finds every operation, without a script', async ({ page }) => {
  // It is one long page, all of which is looked at.
  test.slow();
  await page.goto('/reference');
  await expect(page.getByRole('heading', { name: 'téo support API' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /POST \/v1\/tickets$/ })).toBeVisible();
  await expectAccessible(page);
});

test('another organization finds nothing of it', async ({ page, browser, watched }) => {
  const desk = await openDesk(browser, watched, 'ines.caron@teo.example.fr');
  await openTicket(desk, 'Les entrées en formation ne remontent plus vers EDOF');
  await desk.context().close();
  await openTeo(page, 'u-claire-vasseur');
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('tab', { name: 'Mes tickets' }).click();
  await page.getByLabel('Afficher').selectOption({ label: 'Ceux de mon organisme' });
  await expect(page.getByText(/^\d+ tickets$/)).toBeVisible();
  await page.getByLabel('Rechercher un ticket').fill('EDOF');
  await expect(page.getByText('Aucun ticket ne correspond')).toBeVisible();
  await expectAccessible(page);
});

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.matches(':focus'));
}

/** Presses Tab until the focus is there: it must be reachable, and not by luck. */
async function tabTo(page: Page, locator: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await isFocused(locator)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The focus never came there.');
}
