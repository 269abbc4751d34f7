import { openDesk, openTeo, openTicket, sizes } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

/** The smallest PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

for (const { name, viewport } of sizes) {
  test.describe(`at ${name}`, () => {
    test.use({ viewport });

    test('a malfunction goes from a téo page to the team and back', async ({ page, browser, watched }) => {
      test.slow();
      const subject = `Après-midi vide après un changement d’horaires (${name})`;
      watched.expect(/500 \(Internal Server Error\)/);
      await openTeo(page, 'u-yann-le-goff');
      await expectAccessible(page);

      await test.step('the requester opens the widget and finds the form of a malfunction', async () => {
        await page.getByRole('button', { name: 'Aide', exact: true }).click();
        await expect(page.getByRole('dialog', { name: 'Service clients téo' })).toBeVisible();
        await expect(page.getByRole('tab', { name: 'Nouveau ticket' })).toBeVisible();
        await expectAccessible(page);
        await page.getByRole('button', { name: /^Dysfonctionnement/ }).click();
        await expect(page.getByLabel('Le problème en une phrase')).toBeVisible();
      });

      await test.step('what is missing is said at its field and in a summary', async () => {
        await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
        const summary = page.getByRole('group', { name: '8 points à revoir avant l’envoi' });
        await expect(summary).toBeFocused();
        await expect(page.getByLabel('Que se passe-t-il ?')).toHaveAttribute('aria-invalid', 'true');
        await expectAccessible(page);
        await summary.getByRole('link', { name: 'Que se passe-t-il ?' }).click();
        await expect(page.getByLabel('Que se passe-t-il ?')).toBeFocused();
      });

      await test.step('it is filled in, with steps and an image', async () => {
        await page.getByLabel('Le problème en une phrase').fill(subject);
        await page.getByLabel('Dans quel module de téo ?').selectOption({ label: 'Agenda' });
        await page.getByLabel('Que se passe-t-il ?').fill('La colonne de l’après-midi se vide.');
        const steps = page.getByRole('textbox', { name: /^Comment reproduire le problème/ });
        await steps.first().fill('Ouvrir la feuille d’émargement');
        await steps.first().press('Enter');
        await expect(steps).toHaveCount(2);
        await page.keyboard.type('Changer les horaires de l’après-midi');
        await page.getByLabel('Qu’attendiez-vous ?').fill('Les signatures restent.');
        await page.getByLabel('Qu’avez-vous obtenu ?').fill('ERR-EMARG-500');
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: 'émargement.png', mimeType: 'image/png', buffer: png });
        await expect(page.getByRole('img', { name: 'Image : émargement.png' })).toBeVisible();
      });

      await test.step('the two facts give priority and date, and the context can be taken out', async () => {
        await page.getByRole('radio', { name: 'Non, c’est impossible' }).check();
        await page.getByRole('radio', { name: 'Oui, mais c’est pénible' }).check();
        await expect(page.getByText('Priorité : Élevée')).toBeVisible();
        await expect(
          page.getByText(/Nous visons une solution avant le \p{L}+ \d+ \p{L}+ \d{4}/u),
        ).toBeVisible();
        await page.getByRole('button', { name: 'Retirer : Navigateur' }).click();
        await expect(page.getByRole('button', { name: 'Remettre : Navigateur' })).toBeVisible();
        await expectAccessible(page);
      });

      await test.step('it is sent, and stands in my tickets', async () => {
        await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
        await expect(page.getByRole('heading', { name: /^Ticket TEO-\d+ envoyé$/ })).toBeFocused();
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Voir le ticket' }).click();
        await expect(page.getByText('Ticket déposé')).toBeVisible();
        await expectAccessible(page);
      });

      const desk = await openDesk(browser, watched, 'ines.caron@teo.example.fr', { viewport });
      await test.step('the team finds it in the queue with its facts and its image', async () => {
        await expectAccessible(desk);
        await openTicket(desk, subject);
        await expect(desk.getByText('La colonne de l’après-midi se vide.', { exact: true })).toBeVisible();
        await expect(
          desk.getByRole('button', { name: 'Agrandir émargement.png' }).locator('img'),
        ).toBeVisible();
        await expect(desk.getByText('Navigateur', { exact: true })).toHaveCount(0);
        await expectAccessible(desk);
      });

      await test.step('a question of the team appears in the widget without a reload, and half-written words stay', async () => {
        const reply = page.getByLabel('Votre réponse');
        await reply.fill('Je commence à');
        await desk.getByLabel('Votre réponse').fill('Bonjour Yann, sur quelle session ?');
        await desk.getByRole('checkbox', { name: 'En attente du téomaster' }).check();
        await desk.getByRole('button', { name: 'Envoyer la réponse' }).click();
        await expect(page.getByText('Bonjour Yann, sur quelle session ?')).toBeVisible();
        await expect(page.getByText('Horloge arrêtée : nous attendons votre réponse')).toBeVisible();
        await expect(reply).toHaveValue('Je commence à');
        await expect(reply).toBeFocused();
        await reply.fill('La session 2026-118, mercredi.');
        await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
        await expect(desk.getByText('La session 2026-118, mercredi.')).toBeVisible();
        await expect(page.getByText('L’horloge repart')).toBeVisible();
      });

      await test.step('an internal note stays with the team', async () => {
        await desk.getByRole('tab', { name: 'Note interne' }).click();
        await desk.getByLabel('Votre note').fill('Note-canari : déjà vu ailleurs.');
        await desk.getByRole('button', { name: 'Ajouter la note interne' }).click();
        await expect(desk.getByText('Note-canari : déjà vu ailleurs.')).toBeVisible();
      });

      await test.step('the transfer waits for a confirmed test, and says so', async () => {
        const transfer = desk.getByRole('button', { name: 'Transmettre au service technique' });
        await expect(transfer).toHaveAttribute('aria-disabled', 'true');
        await expect(
          desk.getByText(
            'Le transfert au service technique demande un test de reproduction conclu par « Bug avéré ».',
          ),
        ).toBeVisible();
        await desk.getByRole('button', { name: 'Consigner un test' }).click();
        await desk.getByLabel('Environnement').fill('téo 8.4.2, Chromium');
        await desk.getByLabel('Constat').fill('La colonne se vide.');
        await desk.getByRole('radio', { name: /^Bug avéré/ }).check();
        await expectAccessible(desk);
        await desk.getByRole('button', { name: 'Enregistrer le test' }).click();
        await expect(page.getByText('Test de reproduction : Bug avéré')).toBeVisible();
        await desk.getByRole('button', { name: 'Transmettre au service technique' }).click();
        await expect(page.getByText('Transmis au service technique')).toBeVisible();
      });

      await test.step('it is resolved, not solved, resolved again and closed', async () => {
        await desk.getByRole('tab', { name: 'Résoudre' }).click();
        await desk.getByLabel('Texte de résolution').fill('Corrigé dans la 8.4.3.');
        await desk.getByRole('button', { name: 'Résoudre le ticket' }).click();
        await expect(page.getByText('Corrigé dans la 8.4.3.')).toBeVisible();
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Non, ce n’est pas réglé' }).click();
        await expect(page.getByLabel('Qu’est-ce qui ne va pas encore ?')).toBeFocused();
        await page.getByLabel('Qu’est-ce qui ne va pas encore ?').fill('Toujours vide.');
        await page.getByRole('button', { name: 'Rouvrir le ticket' }).click();
        await expect(desk.getByText('Toujours vide.')).toBeVisible();
        await desk.getByRole('tab', { name: 'Résoudre' }).click();
        await desk.getByLabel('Texte de résolution').fill('Corrigé pour de bon.');
        await desk.getByRole('button', { name: 'Résoudre le ticket' }).click();
        await page.getByRole('button', { name: 'Oui, c’est réglé' }).click();
        await expect(page.getByText('Résolution confirmée, ticket clos')).toBeVisible();
        await expect(desk.getByText(/^Yann Le Goff a confirmé la résolution/)).toBeVisible();
        await expect(page.getByText('Note-canari')).toHaveCount(0);
        await expectAccessible(page);
        await expectAccessible(desk);
      });
      await desk.context().close();
    });
  });
}
