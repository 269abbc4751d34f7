import type { Browser, Page } from '@playwright/test';
import { file, filings } from './filing.js';
import { openDesk, openTeo, openTicket } from './people.js';
import { expect, expectAccessible, test, type Watched } from './watched-page.js';

/** Another téomaster, in a browser of their own. */
async function openOther(browser: Browser, watched: Watched, sub: string): Promise<Page> {
  const context = await browser.newContext();
  await watched.watch(context);
  const page = await context.newPage();
  await openTeo(page, sub);
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The last step of every path: resolved with words, confirmed by the requester, closed. */
async function resolveAndConfirm(desk: Page, requester: Page, resolution: string): Promise<void> {
  await desk.getByRole('tab', { name: 'Résoudre' }).click();
  await desk.getByLabel('Texte de résolution').fill(resolution);
  await press(desk, 'Résoudre le ticket');
  await expect(desk.getByRole('listitem').filter({ hasText: 'a résolu le ticket' })).toBeVisible();
  await expect(requester.getByText(resolution)).toBeVisible();
  await press(requester, 'Oui, c’est réglé');
  await expect(requester.getByText('Résolution confirmée, ticket clos')).toBeVisible();
  await expect(desk.getByRole('listitem').filter({ hasText: 'a confirmé la résolution' })).toBeVisible();
  await expectAccessible(desk);
}

test('a malfunction: more is asked, it is confirmed, transferred, repeated, carries another one, and answers both', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  const [subject, twin, elsewhere] = [
    'Convocations blanches depuis ce matin',
    'Mes convocations sont vides',
    'Le PDF des convocations ne contient rien',
  ];
  await openTeo(page, 'u-yann-le-goff');
  await file(page, filings.malfunction(subject));
  const colleague = await openOther(browser, watched, 'u-aurelie-marchand');
  await file(colleague, filings.malfunction(twin));
  const stranger = await openOther(browser, watched, 'u-nadia-haddad');
  await file(stranger, filings.malfunction(elsewhere));

  const desk = await openDesk(browser, watched, 'hugo.meyer@teo.example.fr');
  await openTicket(desk, subject);

  await test.step('it is taken, and tested without success: the requester is asked', async () => {
    await press(desk, 'Me l’attribuer');
    await expect(desk.getByText(/a confié le ticket à Hugo Meyer/)).toBeVisible();
    await press(desk, 'Consigner un test');
    await desk.getByLabel('Environnement').fill('téo 8.4.3, Chromium');
    await desk.getByLabel('Constat').fill('Le PDF est complet.');
    await desk.getByRole('radio', { name: /^Non reproduit/ }).check();
    await desk.getByLabel('Ce que vous demandez au téomaster').fill('Avec quel modèle ?');
    await press(desk, 'Enregistrer le test');
    await expect(page.getByText('Avec quel modèle ?')).toBeVisible();
    await page.getByLabel('Votre réponse').fill('Le modèle « Convocation 2026 ».');
    await press(page, 'Envoyer la réponse');
    await expect(desk.getByText('Le modèle « Convocation 2026 ».')).toBeVisible();
  });

  await test.step('it is confirmed and transferred', async () => {
    await press(desk, 'Consigner un autre test');
    await desk.getByLabel('Environnement').fill('téo 8.4.3, modèle 2026');
    await desk.getByLabel('Constat').fill('Page blanche.');
    await desk.getByRole('radio', { name: /^Bug avéré/ }).check();
    await press(desk, 'Enregistrer le test');
    await press(desk, 'Transmettre au service technique');
    await expect(page.getByText('Transmis au service technique')).toBeVisible();
  });

  const other = await openDesk(browser, watched, 'ines.caron@teo.example.fr');
  await test.step('the same of the same organization is merged, parted and merged again', async () => {
    await openTicket(other, twin);
    for (const round of ['once', 'again']) {
      await press(other, 'Rapprocher d’un ticket');
      await other.getByLabel('Trouver le ticket').fill('Convocations blanches');
      await other
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(subject) })
        .click();
      await expectAccessible(other);
      await other.getByRole('button', { name: /^Fusionner dans TEO-/ }).click();
      await expect(other.getByText(/Ce ticket est un doublon/)).toBeVisible();
      if (round === 'again') break;
      await press(other, 'Défaire la fusion');
      await expect(other.getByText('La fusion est défaite.')).toBeAttached();
    }
    await expect(desk.getByRole('link', { name: /^TEO-/ }).first()).toBeVisible();
  });

  await test.step('the same of another organization is carried, and neither sees the other', async () => {
    await other.getByRole('navigation').getByRole('link', { name: 'File d’attente' }).click();
    await openTicket(other, elsewhere);
    await press(other, 'Rapprocher d’un ticket');
    await other.getByRole('radio', { name: /^Un bug avéré en est la cause/ }).check();
    await other.getByLabel('Trouver le ticket').fill('Convocations blanches');
    await other
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(subject) })
      .click();
    await other.getByRole('button', { name: /^Rattacher à TEO-/ }).click();
    await expect(other.getByText(/est porté par un dysfonctionnement avéré/)).toBeVisible();
    await expectAccessible(other);
    await expect(stranger.getByText(subject)).toHaveCount(0);
  });

  await test.step('its resolution says whom it answers, and answers them', async () => {
    await desk.getByRole('tab', { name: 'Résoudre' }).click();
    await expect(desk.getByText(/répondra aussi au ticket que ce dysfonctionnement porte/)).toBeVisible();
    await resolveAndConfirm(desk, page, 'Corrigé dans la 8.4.4.');
    await expect(stranger.getByText('Corrigé dans la 8.4.4.')).toBeVisible();
    await press(stranger, 'Oui, c’est réglé');
    await expect(stranger.getByText('Résolution confirmée, ticket clos')).toBeVisible();
  });
  for (const opened of [desk, other, colleague, stranger]) await opened.context().close();
});

test('a mishandling: guided step by step, ticked off, resolved and closed', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  const subject = 'Ancienne liste importée par-dessus la nouvelle';
  await openTeo(page, 'u-fatou-diarra');
  await file(page, filings.mishandling(subject));
  const desk = await openDesk(browser, watched, 'julien.marchetti@teo.example.fr');
  await openTicket(desk, subject);
  await desk.getByRole('tab', { name: 'Résoudre' }).click();
  await expect(desk.getByRole('button', { name: 'Résoudre le ticket' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await desk.getByRole('tabpanel').getByRole('button', { name: 'Guider le retour en arrière' }).click();
  await desk.getByRole('textbox', { name: 'Étape 1' }).fill('Rétablir les fiches remplacées');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Archiver les fiches créées');
  await desk.keyboard.press('Alt+ArrowUp');
  await press(desk, 'Envoyer les étapes');
  const ticks = page.getByRole('checkbox');
  await expect(ticks.first()).toHaveAccessibleName(/Archiver les fiches créées/);
  await ticks.first().check();
  await expect(desk.getByText('1 sur 2')).toBeVisible();
  await ticks.nth(1).check();
  await expect(desk.getByText('2 sur 2')).toBeVisible();
  await resolveAndConfirm(desk, page, 'Les fiches d’avant sont là.');
  await desk.context().close();
});

test('a usage question: another service is asked, the priority told, answered and closed', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  const subject = 'Relancer trois fois avant l’entrée';
  await openTeo(page, 'u-solene-guegan');
  await file(page, filings.question(subject));
  const desk = await openDesk(browser, watched, 'hugo.meyer@teo.example.fr');
  await openTicket(desk, subject);

  await press(desk, 'Changer la priorité');
  await desk.getByRole('radio', { name: /^Moyenne/ }).check();
  await desk.getByLabel('Pourquoi ce changement').fill('L’entrée est dans huit jours.');
  await desk.getByRole('dialog').getByRole('button', { name: 'Changer la priorité' }).click();
  await expect(page.getByText('L’entrée est dans huit jours.')).toBeVisible();

  await press(desk, 'Demander un avis');
  await desk.getByLabel('Service à consulter').selectOption({ label: 'Service technique' });
  await desk.getByLabel('Votre question').fill('Avis-canari : trois relances, est-ce prévu ?');
  await press(desk, 'Demander l’avis');
  const technical = await openDesk(browser, watched, 'thomas.rey@teo.example.fr');
  await openTicket(technical, subject);
  await technical.getByLabel('Votre avis').fill('Oui, depuis la 8.4.');
  await press(technical, 'Donner l’avis');
  await expect(desk.getByText('Oui, depuis la 8.4.')).toBeVisible();
  await expect(desk.getByText(/^Avis donné par Thomas Rey/)).toBeVisible();

  await desk.getByLabel('Votre réponse').fill('Communication, Automatismes, « Relances ».');
  await press(desk, 'Envoyer la réponse');
  await expect(page.getByText('Communication, Automatismes, « Relances ».')).toBeVisible();
  await resolveAndConfirm(desk, page, 'Trois relances sont réglées.');
  await expect(page.getByText('Avis-canari')).toHaveCount(0);
  await technical.context().close();
  await desk.context().close();
});

test('a training follow-up: requalified from a question, linked to its course, answered and closed', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  const [subject, question] = ['Revoir les droits par rôle', 'Qui peut modifier une session ?'];
  await openTeo(page, 'u-mehdi-benali');
  await file(page, filings.followUp(subject));
  const desk = await openDesk(browser, watched, 'camille.aubry@teo.example.fr');
  await openTicket(desk, subject);
  await expect(desk.getByText('Service formation', { exact: true }).first()).toBeAttached();
  await desk.getByLabel('Votre réponse').fill('Voici l’exercice à refaire.');
  await desk.getByRole('checkbox', { name: 'En attente du téomaster' }).check();
  await press(desk, 'Envoyer la réponse');
  await expect(page.getByText('Voici l’exercice à refaire.')).toBeVisible();
  await page.getByLabel('Votre réponse').fill('C’est clair, merci.');
  await press(page, 'Envoyer la réponse');
  await expect(desk.getByText('C’est clair, merci.')).toBeVisible();
  await resolveAndConfirm(desk, page, 'Droits par rôle revus ensemble.');

  const asker = await openOther(browser, watched, 'u-pascal-lemoine');
  await file(asker, filings.question(question));
  await desk.getByRole('navigation').getByRole('link', { name: 'File d’attente' }).click();
  await openTicket(desk, question);
  await press(desk, 'Requalifier le ticket');
  await desk.getByRole('radio', { name: /^Suivi de formation/ }).check();
  await desk.getByLabel('Après quelle formation ?').selectOption({ index: 1 });
  await desk.getByLabel('Pourquoi ce changement').fill('C’est au programme de votre formation.');
  await expectAccessible(desk);
  await desk.getByRole('dialog').getByRole('button', { name: 'Requalifier le ticket' }).click();
  await expect(asker.getByText('C’est au programme de votre formation.')).toBeVisible();
  await expect(desk.getByText('déposé comme Question d’utilisation')).toBeVisible();
  await resolveAndConfirm(desk, asker, 'Réponse au chapitre 3.');
  await asker.context().close();
  await desk.context().close();
});

test('R&D: goes to the technical service, is linked to what it has to do with, and closed', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  const subject = 'La salle B est proposée deux fois';
  await openTeo(page, 'u-bruno-fayolle');
  await file(page, filings.rnd(subject));
  const desk = await openDesk(browser, watched, 'nora.benali@teo.example.fr');
  await openTicket(desk, subject);
  await expect(desk.getByText('Planning assisté')).toBeVisible();
  await press(desk, 'Rapprocher d’un ticket');
  await desk.getByRole('radio', { name: /^Ils ont à voir/ }).check();
  await desk.getByLabel('Trouver le ticket').fill('planning');
  await desk.getByRole('dialog').getByRole('button', { name: /TEO-/ }).first().click();
  await desk.getByRole('button', { name: /^Lier à TEO-/ }).click();
  await expect(desk.getByText('Les tickets sont liés.')).toBeAttached();
  await expect(desk.getByRole('button', { name: /^Retirer le lien/ })).toBeVisible();
  await resolveAndConfirm(desk, page, 'Une salle n’est plus proposée qu’une fois.');
  await desk.context().close();
});
