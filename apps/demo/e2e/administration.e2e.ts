import { SupportClient } from '@teo-support/sdk';
import { file, filings } from './filing.js';
import { openDesk, openTeo, sizes } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

const administrator = 'ines.caron@teo.example.fr';

for (const { name, viewport } of sizes) {
  test.describe(`at ${name}`, () => {
    test.use({ viewport });

    test('a téomaster speaks of a feature as soon as their organization tests it, and no longer', async ({
      page,
      browser,
      watched,
    }) => {
      test.slow();
      const feature = `Dictée des bilans (${name})`;
      const option = page
        .getByLabel('Sur quelle fonctionnalité en test ?')
        .getByRole('option', { name: feature });
      const desk = await openDesk(browser, watched, administrator, { viewport });

      await test.step('the trial is opened', async () => {
        await desk.getByRole('link', { name: 'Organismes' }).click();
        await desk.getByRole('link', { name: 'Fonctionnalités en test' }).click();
        await desk.getByRole('button', { name: 'Ouvrir un test' }).click();
        await desk.getByLabel('Nom de la fonctionnalité').fill(feature);
        await desk.getByLabel('Identifiant dans téo').fill(`dictee-${viewport.width}`);
        await expectAccessible(desk);
        await desk.getByRole('dialog').getByRole('button', { name: 'Ouvrir le test' }).click();
        await expect(desk.getByText(feature, { exact: true })).toBeVisible();
        await expectAccessible(desk);
      });

      await test.step('the organization is enrolled', async () => {
        await desk.getByRole('navigation').getByRole('link', { name: 'Organismes' }).click();
        await desk.getByRole('searchbox').fill('formalia');
        await expect(desk.getByRole('link', { name: 'Atelier des Métiers' })).toHaveCount(0);
        await desk.getByRole('link', { name: 'Formalia Ouest' }).click();
        await expect(desk.getByRole('heading', { name: 'Formalia Ouest', level: 1 })).toBeFocused();
        await desk.getByRole('button', { name: 'Inscrire à un test' }).click();
        await desk.getByLabel('Fonctionnalité en test').selectOption({ label: feature });
        await desk.getByRole('button', { name: 'Inscrire l’organisme' }).click();
        await expect(desk.getByText(`a inscrit l’organisme au test «\u00a0${feature}\u00a0»`)).toBeVisible();
        await expectAccessible(desk);
      });

      await test.step('its téomaster files about it at once', async () => {
        await openTeo(page, 'u-aurelie-marchand');
        const remark = filings.rnd(`La dictée saute une ligne (${name})`);
        await file(page, {
          ...remark,
          chosen: { ...remark.chosen, 'Sur quelle fonctionnalité en test ?': feature },
        });
      });

      await test.step('the trial ends for the organization, and the feature is not offered any more', async () => {
        await desk.getByRole('button', { name: `Mettre fin au test «\u00a0${feature}\u00a0»` }).click();
        await desk.getByRole('dialog').getByRole('button', { name: 'Mettre fin au test' }).click();
        await expect(desk.getByText(`a mis fin au test «\u00a0${feature}\u00a0»`)).toBeVisible();
        await openTeo(page, 'u-aurelie-marchand');
        await page.getByRole('button', { name: 'Aide', exact: true }).click();
        await page.getByRole('button', { name: /^R&D/ }).click();
        await expect(page.getByLabel('Sur quelle fonctionnalité en test ?')).toBeVisible();
        await expect(option).toHaveCount(0);
      });
      await desk.context().close();
    });

    test('an API key is made, shown once, used through the SDK, and refused once it is revoked', async ({
      page,
      browser,
      watched,
    }) => {
      await page.goto('/teo');
      const baseUrl = new URL(page.url()).origin;
      const desk = await openDesk(browser, watched, administrator, { viewport });
      const called = `Extranet ${viewport.width}`;

      await desk.getByRole('link', { name: 'Clés d’API' }).click();
      await desk.getByRole('button', { name: 'Créer une clé' }).first().click();
      await desk.getByLabel('À quoi sert-elle ?').fill(called);
      await desk
        .getByRole('dialog')
        .getByLabel('Organisme', { exact: true })
        .selectOption({ label: 'Cap Compétences Lyon' });
      await expectAccessible(desk);
      await desk.getByRole('button', { name: 'Créer la clé' }).click();
      const secret = desk.getByRole('textbox', { name: 'Clé' });
      await expect(secret).toBeFocused();
      const apiKey = await secret.inputValue();
      await expectAccessible(desk);
      await desk.getByRole('button', { name: 'J’ai copié la clé' }).click();
      await expect(desk.getByText(called, { exact: true })).toBeVisible();
      await expect(desk.getByText(apiKey)).toHaveCount(0);

      const integrator = new SupportClient({ baseUrl, apiKey, locale: 'fr', maxRetries: 0 });
      const tickets = await integrator.tickets.list();
      expect(new Set(tickets.items.map(({ organization }) => organization.name))).toEqual(
        new Set(['Cap Compétences Lyon']),
      );

      await desk.getByRole('button', { name: `Révoquer la clé ${called} (Cap Compétences Lyon)` }).click();
      await desk.getByRole('dialog').getByRole('button', { name: 'Révoquer la clé' }).click();
      await expect(
        desk.getByRole('button', { name: `Révoquer la clé ${called} (Cap Compétences Lyon)` }),
      ).toHaveCount(0);
      await expect(integrator.tickets.list()).rejects.toMatchObject({ status: 401, code: 'not-signed-in' });
      await expectAccessible(desk);
      await desk.context().close();
    });
  });
}

test('what is for administrators is neither shown to an agent nor answered', async ({ browser, watched }) => {
  watched.expect(/status of 403/);
  const desk = await openDesk(browser, watched, 'hugo.meyer@teo.example.fr');
  await expect(desk.getByRole('link', { name: 'Organismes' })).toBeVisible();
  await expect(desk.getByRole('link', { name: 'Équipe' })).toHaveCount(0);
  await desk.goto('/staff/team');
  await expect(desk.getByText('Page réservée à l’administration')).toBeVisible();
  await expectAccessible(desk);
  const { status, code } = await desk.evaluate(async () => {
    const answer = await fetch('/v1/staff/accounts');
    return { status: answer.status, code: (await answer.json()).code };
  });
  expect([status, code]).toEqual([403, 'not-allowed']);
  await desk.context().close();
});

test('a person who is new to the team chooses a password with a one-time link, and comes in', async ({
  browser,
  watched,
}) => {
  watched.expect(/status of 410/);
  const desk = await openDesk(browser, watched, administrator);
  await desk.getByRole('link', { name: 'Équipe' }).click();
  await desk.getByRole('button', { name: 'Ajouter une personne' }).click();
  await desk.getByRole('textbox', { name: 'Nom' }).fill('Lise Arnaud');
  await desk.getByLabel('Adresse e-mail').fill('lise.arnaud@teo.example.fr');
  await desk.getByRole('checkbox', { name: 'Service commercial' }).check();
  await desk.getByRole('button', { name: 'Ajouter la personne' }).click();
  await expect(desk.getByText('Pas encore d’accès')).toBeVisible();
  await desk.getByRole('button', { name: 'Créer un lien de mot de passe pour Lise Arnaud' }).click();
  await desk.getByRole('button', { name: 'Créer le lien' }).click();
  const link = new URL(await desk.getByRole('textbox', { name: 'Lien' }).inputValue());
  await desk.getByRole('button', { name: 'J’ai copié le lien' }).click();

  const context = await browser.newContext();
  await watched.watch(context);
  const page = await context.newPage();
  const choose = async (password: string) => {
    await page.goto(`${link.pathname}${link.hash}`);
    await page.getByLabel('Nouveau mot de passe').fill(password);
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  };
  await choose('une phrase que personne ne devine');
  await expect(page.getByText('Votre mot de passe est enregistré')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Adresse e-mail').fill('lise.arnaud@teo.example.fr');
  await page.getByLabel('Mot de passe').fill('une phrase que personne ne devine');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByText('Lise Arnaud')).toBeVisible();

  await page.goto('about:blank');
  await choose('une autre phrase encore plus longue');
  await expect(page.getByRole('alert')).toContainText('Ce lien a déjà servi');

  await desk.getByRole('button', { name: 'Fermer l’accès de Lise Arnaud' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Fermer l’accès' }).click();
  await expect(desk.getByRole('button', { name: 'Rouvrir l’accès de Lise Arnaud' })).toBeVisible();
  await page.goto('/staff');
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
  await context.close();
  await desk.context().close();
});
