import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi } from '../testing/fake-api.js';
import { claire } from '../testing/tickets.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const heading = (name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const find = () => button('Je ne sais pas lequel choisir');
const subject = (name: RegExp) => page.getByRole('textbox', { name });

async function openHome(api: FakeApi, lang = 'fr'): Promise<TeoSupport> {
  const widget = embed(api, { lang });
  await widget.open();
  return widget;
}

test('two plain questions lead to the form of the right type', async () => {
  const widget = await openHome(new FakeApi());
  await find().click();
  await expectFocus(heading('Que vous arrive-t-il ?'));
  await expectAccessible(widget);
  await button(/^Quelque chose ne marche pas/).click();
  await expectFocus(heading('Est-ce en test ?'));
  await expectAccessible(widget);
  await button(/^Non/).click();
  await expectFocus(heading('Dysfonctionnement'));
  await expect.element(page.getByText('Vos réponses mènent ici.')).toBeVisible();
  await expectAccessible(widget);
});

test('one can go back by keyboard alone, answer otherwise, and what was written goes along', async () => {
  await openHome(new FakeApi());
  await expect.element(find()).toBeVisible();
  find().element().focus();
  await userEvent.keyboard('{Enter}');
  await expectFocus(heading('Que vous arrive-t-il ?'));
  const unsure = button(/^Je ne sais pas comment faire/);
  unsure.element().focus();
  await userEvent.keyboard('{Enter}');
  await expectFocus(heading('L’avez-vous vu en formation ?'));
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
  await expectFocus(unsure);
  await userEvent.keyboard('{Enter}');
  button(/^Oui/).element().focus();
  await userEvent.keyboard('{Enter}');
  await expectFocus(heading('Suivi de formation'));
  await subject(/^Votre demande en une phrase/).fill('Relancer une facture');
  button('Ce n’est pas le bon').element().focus();
  await userEvent.keyboard('{Enter}');
  await expectFocus(heading('L’avez-vous vu en formation ?'));
  button(/^Non/).element().focus();
  await userEvent.keyboard('{Enter}');
  await expectFocus(heading('Question d’utilisation'));
  await expect.element(subject(/^Votre question en une phrase/)).toHaveValue('Relancer une facture');
  await button('Retour').click();
  await expectFocus(heading('L’avez-vous vu en formation ?'));
  await button('Retour').click();
  await button('Retour').click();
  await expectFocus(heading('Service clients téo'));
  await expect.element(find()).toBeVisible();
});

test('only what the organization may use is asked about', async () => {
  const api = new FakeApi();
  api.me = {
    ...claire,
    ticketTypes: ['malfunction', 'mishandling', 'usage_question'],
    entitlements: { trainings: [], trials: [] },
  };
  await openHome(api, 'en');
  await button('I do not know which to choose').click();
  await expect.element(heading('What is happening?')).toBeVisible();
  expect(button(/^It is about a training course/).query()).toBeNull();
  expect(button(/^I have something to say of a trial/).query()).toBeNull();
  await button(/^Something does not work/).click();
  await expectFocus(heading('Malfunction'));
});

test('where there is one type, nothing is asked', async () => {
  const api = new FakeApi();
  api.me = { ...claire, ticketTypes: ['malfunction'] };
  await openHome(api);
  await expect.element(button(/^Dysfonctionnement/)).toBeVisible();
  expect(find().query()).toBeNull();
});
