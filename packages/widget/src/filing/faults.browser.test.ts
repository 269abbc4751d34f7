import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { failCommands, faults } from '../testing/faults.js';
import { embed, expectAccessible } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const question = () => page.getByRole('textbox', { name: /Votre question en une phrase/ });
const send = () => page.getByRole('button', { name: 'Envoyer le ticket' });

test.each(faults)('a ticket is kept and can be sent again after %s', async (_what, answer) => {
  const api = new FakeApi();
  const widget = embed(api);
  await widget.compose('usage_question');
  await question().fill('Quel marqueur ?');
  await page.getByRole('combobox', { name: 'Sur quoi porte-t-elle ?' }).selectOptions('Un marqueur téo edit');
  await page.getByRole('combobox', { name: /Dans quel module/ }).selectOptions('documents');
  await page.getByRole('textbox', { name: /Que souhaitez-vous faire/ }).fill('Une convention.');
  await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).click();
  failCommands(api, answer);
  await send().click();
  await expect
    .element(page.getByText(/Rien n’est perdu/).or(page.getByRole('group', { name: /à revoir/ })))
    .toBeVisible();
  await expectAccessible(widget);
  await expect.element(question()).toHaveValue('Quel marqueur ?');
  api.override = () => undefined;
  await send().click();
  await expect.element(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' })).toBeVisible();
});
