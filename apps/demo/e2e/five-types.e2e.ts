import type { Page } from '@playwright/test';
import { openDesk, openTeo, sizes, ticketPath } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

/** Opens the widget on the form of a type, as the person finds it there. */
async function openForm(page: Page, type: RegExp, help = 'Aide'): Promise<void> {
  await page.getByRole('button', { name: help, exact: true }).click();
  await page.getByRole('button', { name: type }).click();
}

/** Sends the form and opens the ticket that it became. */
async function send(page: Page, words = { send: 'Envoyer le ticket', see: 'Voir le ticket' }): Promise<void> {
  await page.getByRole('button', { name: words.send }).click();
  await page.getByRole('button', { name: words.see }).click();
}

for (const { name, viewport } of sizes) {
  test.describe(`at ${name}`, () => {
    test.use({ viewport });

    test('the wrong file is imported, filed as a mishandling, and undone step by step', async ({
      page,
      browser,
      watched,
    }) => {
      test.slow();
      const subject = `Le fichier de 2024 importé par erreur (${name})`;
      await openTeo(page, 'u-karim-slimani', 'fr', '/teo/annuaire');

      await test.step('the import does what it was told, and cannot be undone at once', async () => {
        await expect(page.getByText('9 fiches')).toBeVisible();
        await page.getByLabel('Fichier du dossier partagé').selectOption('stagiaires-2024.csv');
        await page.getByRole('button', { name: 'Importer' }).click();
        await expect(page.getByText('Import terminé : 14 fiches créées, 9 remplacées.')).toBeVisible();
        await expectAccessible(page);
      });

      await test.step('the form says before sending that the team guides and does not intervene', async () => {
        await openForm(page, /^Erreur de manipulation/);
        await expect(
          page.getByText(/Nous n’intervenons pas directement sur les bases de données/).first(),
        ).toBeInViewport();
        await page.getByLabel('La manipulation en une phrase').fill(subject);
        await page.getByLabel('De quelle manipulation s’agit-il ?').selectOption({ label: 'Un import' });
        await page.getByLabel('Dans quel module de téo ?').selectOption({ label: 'Annuaire' });
        await page.getByLabel('Qu’avez-vous fait ?').fill('J’ai pris le fichier d’il y a deux ans.');
        await page.getByLabel('Quand ?').fill('À l’instant');
        await page.getByLabel('Que souhaitez-vous retrouver ?').fill('Les neuf fiches d’avant.');
        await page.getByRole('radio', { name: 'Non, c’est impossible' }).check();
        await page.getByRole('radio', { name: 'Oui, mais c’est pénible' }).check();
        await expectAccessible(page);
        await send(page);
        await expect(page.getByText('Ticket déposé')).toBeVisible();
      });

      const desk = await openDesk(browser, watched, 'hugo.meyer@teo.example.fr', { viewport });
      await test.step('the team guides the roll-back, and it is the requester’s turn', async () => {
        const steps = ['Archiver les fiches créées', 'Rétablir les fiches remplacées'];
        const origin = new URL(desk.url()).origin;
        const guided = await desk.request.post(`${await ticketPath(desk, subject)}/roll-back`, {
          data: { steps },
          headers: { origin },
        });
        expect(guided.ok()).toBe(true);
        await expect(page.getByRole('checkbox', { name: steps[0] ?? '' })).toBeVisible();
        await expect(page.getByText('Horloge arrêtée : nous attendons votre réponse')).toBeVisible();
        await expectAccessible(page);
      });

      await test.step('each step is done on the page and ticked in the widget, in order', async () => {
        await page.getByRole('button', { name: 'Fermer', exact: true }).click();
        await page.getByRole('button', { name: /^Créées/ }).click();
        await page.getByRole('button', { name: 'Archiver les 14 fiches créées' }).click();
        await expect(page.getByText('9 fiches')).toBeVisible();
        await page.getByRole('button', { name: 'Aide', exact: true }).click();
        await page.getByRole('checkbox', { name: 'Archiver les fiches créées' }).check();
        await expect(page.getByRole('progressbar', { name: '1 étape faite sur 2' })).toBeVisible();
        await page.getByRole('button', { name: 'Fermer', exact: true }).click();
        await page.getByRole('button', { name: /^Remplacées/ }).click();
        const restore = page.getByRole('button', { name: /^Rétablir la version précédente/ });
        for (let left = 9; left > 0; left -= 1) {
          await expect(restore).toHaveCount(left);
          await restore.first().click();
        }
        await expect(page.getByRole('button', { name: 'Remplacées 0' })).toBeVisible();
        await page.getByRole('button', { name: 'Aide', exact: true }).click();
        await page.getByRole('checkbox', { name: 'Rétablir les fiches remplacées' }).check();
        await expect(page.getByText(/^Toutes les étapes sont faites/)).toBeVisible();
        await expect(page.getByText('L’horloge repart')).toBeVisible();
        await expectAccessible(page);
      });

      await test.step('the team sees both steps done', async () => {
        const told = await desk.request.get(await ticketPath(desk, subject));
        const { rollBack, status } = await told.json();
        expect(rollBack.steps.map(({ done }: { done: boolean }) => done)).toEqual([true, true]);
        expect(status).toBe('open');
      });
      await desk.context().close();
    });

    test('negative monthly parts lead to a usage question', async ({ page }) => {
      await openTeo(page, 'u-claire-vasseur', 'fr', '/teo/facturation');
      await expect(page.getByRole('row', { name: /Mensualité 3/ })).toContainText('-80,00');
      await expectAccessible(page);
      await openForm(page, /^Question d’utilisation/);
      await page
        .getByLabel('Votre question en une phrase')
        .fill('Pourquoi mes mensualités sont-elles négatives ?');
      await page
        .getByLabel('Sur quoi porte-t-elle ?')
        .selectOption({ label: 'Le paramétrage d’un échéancier' });
      await page.getByLabel('Dans quel module de téo ?').selectOption({ label: 'Facturation' });
      await page.getByLabel('Que souhaitez-vous faire ?').fill('Un acompte sur la part de l’entreprise.');
      await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).check();
      await send(page);
      await expect(page.getByText('Ticket déposé')).toBeVisible();

      // What the team will answer is true of the page: it has the setting.
      await page.getByRole('button', { name: 'Fermer', exact: true }).click();
      await page.getByText('Réglages avancés').click();
      await page.getByLabel('Base de l’acompte').selectOption({ label: 'Part de l’entreprise' });
      await expect(page.getByRole('row', { name: /Mensualité 3/ })).toContainText('280,00');
    });

    test('in English, a course that was given is followed up', async ({ page }) => {
      await openTeo(page, 'u-emily-carter', 'en', '/teo/formations');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Create a follow-up ticket: Devenir téomaster' }).click();
      await expect(page.getByRole('heading', { name: 'Training follow-up' })).toBeFocused();
      await expect(page.getByRole('radio')).toHaveCount(0);
      await page.getByLabel('Your request in one sentence').fill('An exercise to do again');
      await expect(page.getByLabel('After which training course?')).toHaveValue('FT-408');
      await page.getByLabel('What is it about?').selectOption({ index: 1 });
      await page.getByLabel('What would you like?').fill('The exercise on rights, with our own roles.');
      await expectAccessible(page);
      await send(page, { send: 'Send the ticket', see: 'See the ticket' });
      await expect(page.getByText('Ticket filed')).toBeVisible();
      await expectAccessible(page);
    });

    test('a feature on trial is remarked upon by who tests it', async ({ page }) => {
      await openTeo(page, 'u-bruno-fayolle', 'fr', '/teo/agenda');
      await page.getByRole('button', { name: 'Proposer un planning' }).click();
      const row = page.getByRole('row', { name: /Excel avancé/ });
      await expect(row).toContainText('16');
      await expect(row).toContainText('12 places');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Donner mon avis' }).click();
      await page.getByLabel('Votre retour en une phrase').fill('Seize inscrits dans une salle de douze');
      await expect(page.getByLabel('Sur quelle fonctionnalité en test ?')).toHaveValue('planning-assiste');
      await page.getByLabel('Quel genre de retour ?').selectOption({ label: 'Une idée pour l’améliorer' });
      await page.getByLabel('Racontez-nous').fill('La capacité des salles devrait compter.');
      await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).check();
      await send(page);
      await expect(page.getByText('Ticket déposé')).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test('what a person may not use is not shown, and refused to who asks for it anyway', async ({ page }) => {
  await openTeo(page, 'u-helene-dubreuil', 'fr', '/teo/agenda');
  expect(new URL(page.url()).pathname).toBe('/teo');
  await expect(page.getByRole('link', { name: 'Facturation' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Agenda' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Admin' }).click();
  await expect(page.getByText('Pas encore de formation téo')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Créer un ticket de suivi/ })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Erreur de manipulation/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Suivi de formation/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^R&D/ })).toHaveCount(0);

  const origin = new URL(page.url()).origin;
  const { token } = await (await page.request.post('/host/token', { headers: { origin } })).json();
  for (const [type, answers] of [
    ['rnd', { subject: 'x', feature: 'planning-assiste', remark: 'bug', description: 'x' }],
    ['training_follow_up', { subject: 'x', training: 'FT-408', about: 'other', request: 'x' }],
  ] as const) {
    const refused = await page.request.post('/v1/tickets', {
      data: { type, answers, impact: { usable: true } },
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': `may-not-use-${type}` },
    });
    expect(refused.status(), type).toBe(422);
    expect((await refused.json()).code, type).toBe('type-not-offered');
  }
});

test('an organization with courses and without a trial has four types', async ({ page }) => {
  await openTeo(page, 'u-claire-vasseur', 'fr', '/teo/formations');
  await expect(page.getByRole('button', { name: /^Créer un ticket de suivi/ })).toHaveCount(3);
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Suivi de formation/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^R&D/ })).toHaveCount(0);
});

test('in the demo’s own data, a roll-back that was begun is finished by keyboard', async ({ page }) => {
  await openTeo(page, 'u-mehdi-benali', 'fr', '/teo/annuaire');
  const launcher = page.getByRole('button', { name: 'Aide', exact: true });
  await launcher.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Nouveau ticket' }).focus();
  await page.keyboard.press('ArrowLeft');
  const ticket = page.getByRole('button', { name: /J’ai importé le fichier de 2024/ });
  await ticket.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar', { name: '2 étapes faites sur 4' })).toBeVisible();
  const steps = page.getByRole('checkbox');
  await steps.nth(2).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('progressbar', { name: '3 étapes faites sur 4' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(steps.nth(3)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Toutes les étapes sont faites/)).toBeVisible();
  await expectAccessible(page);
});
