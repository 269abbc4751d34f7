import { fr } from '@teo-support/core/messages/fr';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi } from '../testing/fake-api.js';
import { claire } from '../testing/tickets.js';
import { embed, expectAccessible } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const field = (name: RegExp) => page.getByRole('textbox', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const send = () => button('Envoyer le ticket');

async function openForm(api: FakeApi, type: string): Promise<TeoSupport> {
  const widget = embed(api);
  await widget.compose(type);
  await expect.element(page.getByRole('region', { name: 'Avant d’envoyer' })).toBeVisible();
  return widget;
}

describe('each type', () => {
  test('is offered only where the organization may use it', async () => {
    const api = new FakeApi();
    api.me = {
      ...claire,
      ticketTypes: ['malfunction', 'mishandling', 'usage_question'],
      entitlements: { trainings: [], trials: [] },
    };
    const widget = embed(api);
    await widget.open();
    await expect.element(button(/^Erreur de manipulation/)).toBeVisible();
    expect(button(/^Suivi de formation/).query()).toBeNull();
    expect(button(/^R&D/).query()).toBeNull();
    await widget.compose('rnd');
    await expect.element(button(/^Erreur de manipulation/)).toBeVisible();
  });

  test('that is a mishandling says before anything is sent that the team guides and edits no database', async () => {
    const widget = await openForm(new FakeApi(), 'mishandling');
    const notice = page.getByText(fr.notices.guided_roll_back);
    await expect.element(notice.first()).toBeInViewport();
    const before = page.getByRole('region', { name: 'Avant d’envoyer' });
    await expect.element(before.getByText(fr.notices.guided_roll_back)).toBeVisible();
    await expectAccessible(widget);
  });

  test('begins with what the page knows, and leaves a begun draft as it is', async () => {
    const widget = embed(new FakeApi());
    const [latest, earlier] = claire.entitlements.trainings.map(({ id }) => id);
    await widget.compose('training_follow_up', { training: earlier ?? '', unknown: 'x' });
    const training = page.getByRole('combobox', { name: 'Après quelle formation ?' });
    await expect.element(training).toHaveValue(earlier);
    expect(page.getByText('Nous avons retrouvé votre brouillon.').query()).toBeNull();
    await widget.compose('training_follow_up', { training: latest ?? '' });
    await expect.element(training).toHaveValue(latest);
    await field(/^Votre demande en une phrase/).fill('Un exercice à refaire');
    await widget.compose('training_follow_up', { training: earlier ?? '' });
    await expect.element(page.getByText('Nous avons retrouvé votre brouillon.')).toBeVisible();
    await expect.element(training).toHaveValue(latest);
    await button('Repartir de zéro').click();
    await expect.element(training).toHaveValue(earlier);
  });

  test('that follows a training names it, the last one first, and asks for no impact', async () => {
    const api = new FakeApi();
    const widget = await openForm(api, 'training_follow_up');
    const training = page.getByRole('combobox', { name: 'Après quelle formation ?' });
    await expect.element(training).toBeVisible();
    expect([...training.element().querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'Choisir…',
      'téo edit, 6 octobre 2026',
      'Prendre en main téo, 12 mars 2026',
    ]);
    expect(page.getByRole('radio').query()).toBeNull();
    await expect.element(page.getByText('Priorité : Faible')).toBeVisible();
    expect(page.getByText('Ces informations partiront avec votre ticket').query()).toBeNull();
    await send().click();
    await expect.element(training).toHaveAccessibleDescription(/Ce champ est nécessaire/);
    await expectAccessible(widget);
    await training.selectOptions('téo edit, 6 octobre 2026');
    await field(/Votre demande en une phrase/).fill('Un point à revoir');
    await page
      .getByRole('combobox', { name: 'Sur quoi porte-t-elle ?' })
      .selectOptions('La mise en pratique');
    await field(/Que souhaitez-vous/).fill('Revoir les marqueurs.');
    await send().click();
    await expect.element(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' })).toBeVisible();
    expect(api.filings[0]?.body).toMatchObject({
      type: 'training_follow_up',
      impact: { usable: true },
      context: [],
      answers: { training: 'edit', about: 'practice' },
    });
  });

  test('that is about research names the feature under test', async () => {
    const api = new FakeApi();
    await openForm(api, 'rnd');
    await page
      .getByRole('combobox', { name: 'Sur quelle fonctionnalité en test ?' })
      .selectOptions('Planificateur');
    await field(/Votre retour en une phrase/).fill('Le planning se décale');
    await page
      .getByRole('combobox', { name: 'Quel genre de retour ?' })
      .selectOptions('Quelque chose ne marche pas');
    await field(/Racontez-nous/).fill('Deux heures d’écart.');
    await page.getByRole('radio', { name: fr.impact.usableYes }).click();
    await send().click();
    await expect.element(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' })).toBeVisible();
    expect(api.filings[0]?.body).toMatchObject({ type: 'rnd', answers: { feature: 'planner' } });
  });
});
