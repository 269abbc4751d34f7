import { declarationOf, ticketTypes } from '@teo-support/core';
import { fieldWords } from '@teo-support/core/messages';
import { fr } from '@teo-support/core/messages/fr';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { aPicture, embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const send = () => button('Envoyer le ticket');
const step = (number: number) => field(new RegExp(`Étape ${number}$`));
const removePicture = () => button('Retirer capture.png');

async function openForm(api: FakeApi, type = 'malfunction'): Promise<TeoSupport> {
  const widget = embed(api);
  await widget.compose(type);
  await expect.element(send()).toBeVisible();
  return widget;
}

async function fillIn(): Promise<void> {
  await field(/Le problème en une phrase/).fill('Erreur 500');
  await page.getByRole('combobox', { name: /Dans quel module/ }).selectOptions('training_files');
  await field(/Que se passe-t-il/).fill('La colonne se vide.');
  await step(1).fill('Ouvrir la feuille');
  await field(/Qu’attendiez-vous/).fill('Un envoi');
  await field(/Qu’avez-vous obtenu/).fill('Une erreur');
  await field(/Pas de capture/).fill('Écran refermé');
  await page.getByRole('radio', { name: 'Non, c’est impossible' }).click();
  await page.getByRole('radio', { name: 'Oui, mais c’est pénible' }).click();
}

describe('the form', () => {
  test.each(ticketTypes)('of %s asks every field of its declaration, and is accessible', async (type) => {
    const widget = await openForm(new FakeApi(), type);
    await expectFocus(page.getByRole('heading', { name: fr.ticketTypes[type].name, level: 2 }));
    for (const { name } of declarationOf(type).fields) {
      const { label } = fieldWords(fr, type, name);
      await expect.element(page.getByText(label, { exact: true }).first()).toBeInTheDocument();
    }
    await expectAccessible(widget);
  });

  test('says before sending which priority and date follow from the two facts', async () => {
    await openForm(new FakeApi());
    expect(page.getByRole('radio', { name: 'Non, aucun' }).query()).toBeNull();
    await page.getByRole('radio', { name: 'Non, c’est impossible' }).click();
    await page.getByRole('radio', { name: 'Non, aucun' }).click();
    await expect.element(page.getByText('Priorité : Urgent')).toBeVisible();
    await expect.element(page.getByText(fr.priorities.urgent.definition)).toBeVisible();
    const day = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'Europe/Paris' });
    const inThreeDays = day.format(Date.now() + 3 * 24 * 3600 * 1000);
    await expect.element(page.getByText(new RegExp(`avant le ${inThreeDays}`))).toBeVisible();
    await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).click();
    await expect.element(page.getByText('Priorité : Faible')).toBeVisible();
  });

  test('sends what was written, leaves out what was taken out, and says the reference', async () => {
    const api = new FakeApi();
    const widget = await openForm(api);
    const filed: unknown[] = [];
    widget.addEventListener('teo-support-filed', (event) => filed.push(event.detail));
    await fillIn();
    await button('Retirer : Navigateur').click();
    await expect.element(button('Remettre : Navigateur')).toBeVisible();
    await send().click();
    await expectFocus(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' }));
    await expectAccessible(widget);
    expect(filed).toEqual([{ id: 't-new', reference: 'TEO-1042' }]);
    const [filing] = api.filings;
    expect(filing?.token).toBe('Bearer token');
    expect(filing?.body).toMatchObject({
      type: 'malfunction',
      impact: { usable: false, alternative: 'painful' },
      answers: {
        subject: 'Erreur 500',
        module: 'training_files',
        steps: ['Ouvrir la feuille'],
        screenshots: { files: [], noneBecause: 'Écran refermé' },
      },
    });
    const context: { key: string; value: string }[] = Reflect.get(Object(filing?.body), 'context');
    expect(context.map(({ key }) => key)).toEqual(expect.arrayContaining(['page', 'viewport']));
    expect(context.map(({ key }) => key)).not.toContain('browser');
    expect(context.find(({ key }) => key === 'page')?.value).not.toContain('?');
    await button('Voir le ticket').click();
    await expect.element(page.getByText('Erreur 500')).toBeVisible();
  });
});

describe('what is wrong', () => {
  test('is not said while the form is being filled in, then stands in a summary and at its field', async () => {
    const widget = await openForm(new FakeApi());
    await field(/Que se passe-t-il/).click();
    await field(/Qu’attendiez-vous/).click();
    await expect.element(field(/Que se passe-t-il/)).toHaveAttribute('aria-invalid', 'false');
    await send().click();
    const summary = page.getByRole('group', { name: /points à revoir/ });
    await expectFocus(summary);
    await expectAccessible(widget);
    await expect.element(field(/Que se passe-t-il/)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field(/Que se passe-t-il/)).toHaveAccessibleDescription(/Ce champ est nécessaire/);
    await summary.getByRole('link', { name: 'Que se passe-t-il ?' }).click();
    await expectFocus(field(/Que se passe-t-il/));
    await summary.getByRole('link', { name: 'Comment reproduire le problème ?' }).click();
    await expectFocus(step(1));
    await summary.getByRole('link', { name: fr.impact.usableQuestion }).click();
    await expectFocus(page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }));
  });

  test('as the server sees it stands at its field too, and nothing is lost', async () => {
    const api = new FakeApi();
    await openForm(api);
    await fillIn();
    const detail = 'Ce texte ne convient pas.';
    api.override = ({ method, path }) =>
      method === 'POST' && path === '/v1/tickets'
        ? problem(422, 'rejected', 'À revoir.', [
            { pointer: '/answers/description', code: 'required', detail },
          ])
        : undefined;
    await send().click();
    await expectFocus(page.getByRole('group', { name: 'Un point à revoir avant l’envoi' }));
    await expect.element(field(/Que se passe-t-il/)).toHaveAccessibleDescription(new RegExp(detail));
    await expect.element(field(/Que se passe-t-il/)).toHaveValue('La colonne se vide.');
  });
});

describe('steps', () => {
  test('are added, put in order and taken away by keyboard alone', async () => {
    await openForm(new FakeApi());
    await step(1).click();
    await userEvent.keyboard('Ouvrir{Enter}');
    await expectFocus(step(2));
    await userEvent.keyboard('Cliquer{Enter}');
    await expectFocus(step(3));
    await userEvent.keyboard('Attendre');
    button('Monter l’étape 3').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(step(2)).toHaveValue('Attendre');
    await expectFocus(step(2));
    button('Retirer l’étape 1').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(step(1)).toHaveValue('Attendre');
    await expectFocus(step(1));
    await expect.element(step(2)).toHaveValue('Cliquer');
    expect(step(3).query()).toBeNull();
  });
});

describe('pictures', () => {
  test('are pasted anywhere in the form, seen, sent, and taken away again', async () => {
    const api = new FakeApi();
    const widget = await openForm(api);
    await expect.element(field(/Pas de capture/)).toBeVisible();
    const data = new DataTransfer();
    data.items.add(aPicture());
    field(/Que se passe-t-il/)
      .element()
      .dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
      );
    await expect.element(page.getByRole('img', { name: 'capture.png' })).toBeVisible();
    expect(field(/Pas de capture/).query()).toBeNull();
    await expectAccessible(widget);
    await removePicture().click();
    await expect.element(field(/Pas de capture/)).toBeVisible();
  });

  test('are dropped, and one that does not arrive can be tried again', async () => {
    const api = new FakeApi();
    api.override = ({ path }) =>
      path === '/v1/files' ? problem(503, 'files-unavailable', 'Réessayez dans un instant.') : undefined;
    await openForm(api);
    const data = new DataTransfer();
    data.items.add(aPicture());
    await expect.element(button('Choisir des fichiers')).toBeVisible();
    button('Choisir des fichiers')
      .element()
      .dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }),
      );
    await expect.element(page.getByText(/Réessayez dans un instant/)).toBeVisible();
    api.override = () => undefined;
    await button('Réessayer capture.png').click();
    await expect.element(page.getByRole('img', { name: 'capture.png' })).toBeVisible();
  });

  test('that are on their way are waited for before the ticket is sent', async () => {
    const api = new FakeApi();
    const arrive = Promise.withResolvers<void>();
    api.override = ({ path }) => (path === '/v1/files' ? arrive.promise.then(() => undefined) : undefined);
    await openForm(api);
    await fillIn();
    const data = new DataTransfer();
    data.items.add(aPicture());
    await expect.element(button('Choisir des fichiers')).toBeVisible();
    button('Choisir des fichiers')
      .element()
      .dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }),
      );
    await expect.element(page.getByRole('progressbar', { name: 'Envoi de capture.png…' })).toBeVisible();
    await send().click();
    arrive.resolve();
    await expect.element(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' })).toBeVisible();
    expect(api.filings[0]?.body).toMatchObject({ answers: { screenshots: { files: ['f-1'] } } });
  });

  test('that cannot be taken are named, with the reason', async () => {
    await openForm(new FakeApi());
    const data = new DataTransfer();
    data.items.add(new File(['<svg/>'], 'schéma.svg', { type: 'image/svg+xml' }));
    await expect.element(button('Choisir des fichiers')).toBeVisible();
    button('Choisir des fichiers')
      .element()
      .dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }),
      );
    await expect
      .element(page.getByText(/schéma\.svg n’a pas pu être joint\. Joignez une image/))
      .toBeVisible();
  });
});

describe('a draft', () => {
  test('is found again in a new page, or left behind', async () => {
    const first = await openForm(new FakeApi());
    await field(/Le problème en une phrase/).fill('Erreur 500');
    first.remove();
    await openForm(new FakeApi());
    await expect.element(field(/Le problème en une phrase/)).toHaveValue('Erreur 500');
    await expect.element(page.getByText(/retrouvé votre brouillon/)).toBeVisible();
    await button('Repartir de zéro').click();
    await expect.element(field(/Le problème en une phrase/)).toHaveValue('');
  });

  test('is gone once it was sent', async () => {
    const first = await openForm(new FakeApi());
    await fillIn();
    await send().click();
    await expect.element(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' })).toBeVisible();
    first.remove();
    await openForm(new FakeApi());
    await expect.element(field(/Le problème en une phrase/)).toHaveValue('');
  });

  test('is sent under one key however often it takes, and once however often it is pressed', async () => {
    const api = new FakeApi();
    await openForm(api);
    await fillIn();
    api.override = ({ method, path }) =>
      method === 'POST' && path === '/v1/tickets'
        ? problem(503, 'busy-try-again', 'Réessayez dans un instant.')
        : undefined;
    await send().click();
    await expect.element(button('Essayer maintenant')).toBeVisible();
    const tries = api.filings.length;
    const answer = Promise.withResolvers<void>();
    api.override = ({ method }) => (method === 'POST' ? answer.promise.then(() => undefined) : undefined);
    const element = button('Essayer maintenant').element();
    if (element instanceof HTMLButtonElement) {
      element.click();
      element.click();
    }
    answer.resolve();
    await expect.element(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' })).toBeVisible();
    expect(api.filings.length).toBe(tries + 1);
    expect(new Set(api.filings.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });
});
