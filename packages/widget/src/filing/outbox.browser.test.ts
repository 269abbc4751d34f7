import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { failCommands, faults, passing } from '../testing/faults.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const question = () => page.getByRole('textbox', { name: /Votre question en une phrase/ });
const waits = () => page.getByText('Votre ticket attend ici : rien n’est perdu.');
const sent = () => page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' });
const cut = () => Promise.reject(new TypeError('cut'));

async function fillIn(api: FakeApi) {
  const widget = embed(api);
  await widget.compose('usage_question');
  await question().fill('Quel marqueur ?');
  await page.getByRole('combobox', { name: 'Sur quoi porte-t-elle ?' }).selectOptions('Un marqueur téo edit');
  await page.getByRole('combobox', { name: /Dans quel module/ }).selectOptions('documents');
  await page.getByRole('textbox', { name: /Que souhaitez-vous faire/ }).fill('Une convention.');
  await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).click();
  return widget;
}

/** A ticket that was sent while the line was cut. */
async function aWaitingTicket(api: FakeApi) {
  const widget = await fillIn(api);
  failCommands(api, cut);
  await button('Envoyer le ticket').click();
  await expect.element(waits()).toBeVisible();
  return widget;
}

/** The keys and bodies of all tries are the same. */
function expectOneIntention(api: FakeApi): void {
  const tries = api.filings.map(({ idempotencyKey, body }) => JSON.stringify([idempotencyKey, body]));
  expect(tries.length).toBeGreaterThan(1);
  expect(new Set(tries).size).toBe(1);
}

describe('a ticket that does not get through', () => {
  const [waiting, refused] = [true, false].map((passes) =>
    faults.filter(([what]) => passing.includes(what) === passes),
  );

  test.each(waiting ?? [])('waits after %s, and is sent once when asked', async (_what, answer) => {
    const api = new FakeApi();
    const widget = await fillIn(api);
    failCommands(api, answer);
    await button('Envoyer le ticket').click();
    await expect.element(waits()).toBeVisible();
    await expectAccessible(widget);
    api.override = () => undefined;
    await button('Essayer maintenant').click();
    await expect.element(sent()).toBeVisible();
    expectOneIntention(api);
  });

  test.each(refused ?? [])('stays as it was written after %s', async (_what, answer) => {
    const api = new FakeApi();
    const widget = await fillIn(api);
    failCommands(api, answer);
    await button('Envoyer le ticket').click();
    await expect
      .element(page.getByText(/Rien n’est perdu/).or(page.getByRole('group', { name: /à revoir/ })))
      .toBeVisible();
    await expectAccessible(widget);
    await expect.element(question()).toHaveValue('Quel marqueur ?');
    api.override = () => undefined;
    await button('Envoyer le ticket').click();
    await expect.element(sent()).toBeVisible();
  });
});

describe('a ticket that waits', () => {
  test('goes by itself when the line is back, and is seen to wait until then', async () => {
    const api = new FakeApi();
    await aWaitingTicket(api);
    await button('Retour').click();
    await expect.element(button(/^Question d’utilisation.*En attente d’envoi/)).toBeVisible();
    await button(/^Question d’utilisation/).click();
    await expect.element(waits()).toBeVisible();
    api.override = () => undefined;
    dispatchEvent(new Event('online'));
    await expect.element(sent()).toBeVisible();
    expectOneIntention(api);
  });

  test('goes after a reload too, without anybody opening the panel', async () => {
    const api = new FakeApi();
    const widget = await aWaitingTicket(api);
    widget.remove();
    api.override = () => undefined;
    const again = embed(api);
    await expect.poll(() => api.tickets.size).toBe(1);
    expect(again.isOpen).toBe(false);
    expectOneIntention(api);
    await again.compose('usage_question');
    await expect.element(question()).toHaveValue('');
  });

  test('can be taken back, and does not go then', async () => {
    const api = new FakeApi();
    await aWaitingTicket(api);
    await expectFocus(page.getByRole('status').filter({ hasText: 'Votre ticket attend ici' }));
    await button('Le reprendre').click();
    await expectFocus(question());
    await expect.element(question()).toHaveValue('Quel marqueur ?');
    api.override = () => undefined;
    const tries = api.filings.length;
    dispatchEvent(new Event('online'));
    await question().fill('Quel marqueur, au juste ?');
    await button('Envoyer le ticket').click();
    await expect.element(sent()).toBeVisible();
    expect(api.filings.length).toBe(tries + 1);
  });

  test('is a draft again when the server refuses it later', async () => {
    const api = new FakeApi();
    await aWaitingTicket(api);
    await button('Retour').click();
    failCommands(api, () => problem(403, 'type-not-offered', 'Ce type n’est pas ouvert.'));
    dispatchEvent(new Event('online'));
    await expect.element(button(/^Question d’utilisation.*Brouillon en cours/)).toBeVisible();
    await button(/^Question d’utilisation/).click();
    await expect.element(question()).toHaveValue('Quel marqueur ?');
  });
});

describe('a draft', () => {
  test('is forgotten when nobody came back to it for two months', async () => {
    const widget = await fillIn(new FakeApi());
    widget.remove();
    for (const [key, text] of Object.entries({ ...localStorage })) {
      if (!key.startsWith('teo-support:draft')) continue;
      const draft: { savedAt: number } = JSON.parse(String(text));
      localStorage.setItem(key, JSON.stringify({ ...draft, savedAt: draft.savedAt - 61 * 86_400_000 }));
    }
    await embed(new FakeApi()).compose('usage_question');
    await expect.element(question()).toHaveValue('');
  });
});
