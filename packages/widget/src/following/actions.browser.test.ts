import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { failCommands, faults } from '../testing/faults.js';
import { after, aTicket } from '../testing/tickets.js';
import { aPicture, embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const reply = () => page.getByRole('textbox', { name: 'Votre réponse' });
const why = () => page.getByRole('textbox', { name: 'Qu’est-ce qui ne va pas encore ?' });

const resolved = () =>
  after(
    aTicket(),
    { type: 'ticket.resolved', resolution: 'Corrigé.' },
    { status: 'resolved', turn: 'requester', reopenableUntil: '2026-12-24T09:00:00Z' },
  );

async function openTicket(api: FakeApi) {
  const widget = embed(api);
  await widget.openTicket('t-1');
  await expect.element(page.getByRole('region', { name: 'Suivi' })).toBeVisible();
  return widget;
}

describe('whatever goes wrong', () => {
  test.each(faults)('an answer is kept and can be sent again after %s', async (_what, answer) => {
    const api = new FakeApi(aTicket());
    await openTicket(api);
    await reply().fill('Nous utilisons Firefox');
    failCommands(api, answer);
    await button('Envoyer la réponse').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(reply()).toHaveValue('Nous utilisons Firefox');
    api.override = () => undefined;
    await button('Envoyer la réponse').click();
    await expect.element(reply()).toHaveValue('');
    await expect.element(page.getByText('Nous utilisons Firefox')).toBeVisible();
  });

  test.each(faults)('the reason to reopen is kept after %s', async (_what, answer) => {
    const api = new FakeApi(resolved());
    const widget = await openTicket(api);
    await button('Non, ce n’est pas réglé').click();
    await why().fill('L’erreur revient.');
    failCommands(api, answer);
    await button('Rouvrir le ticket').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(why()).toHaveValue('L’erreur revient.');
    widget.remove();
    await openTicket(api);
    await expect.element(why()).toHaveValue('L’erreur revient.');
  });

  test('an expired token is renewed without a word, and the answer is written once', async () => {
    const api = new FakeApi(aTicket());
    const widget = embed(api);
    widget.getToken = (reason) => Promise.resolve(reason === 'initial' ? 'old' : 'new');
    await widget.openTicket('t-1');
    await reply().fill('Nous utilisons Firefox');
    api.override = ({ token }) =>
      token === 'Bearer old' ? problem(401, 'not-signed-in', 'Reconnectez-vous.') : undefined;
    await button('Envoyer la réponse').click();
    await expect.element(reply()).toHaveValue('');
    expect(page.getByRole('alert').query()).toBeNull();
    expect(api.tickets.get('t-1')?.timeline.filter(({ type }) => type === 'ticket.replied').length).toBe(1);
  });

  test('every try to write an answer carries the same key', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openTicket(api);
    await reply().fill('Nous utilisons Firefox');
    failCommands(api, () => Promise.reject(new TypeError('cut')));
    await button('Envoyer la réponse').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    widget.remove();
    api.override = () => undefined;
    await openTicket(api);
    await button('Envoyer la réponse').click();
    await expect.element(reply()).toHaveValue('');
    const tries = api.sent.filter(({ path }) => path.endsWith('/replies'));
    expect(tries.length).toBeGreaterThan(1);
    expect(new Set(tries.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  test('an answer to a ticket that was resolved meanwhile becomes the reason to reopen it', async () => {
    const api = new FakeApi(aTicket());
    await openTicket(api);
    await reply().fill('Le problème est encore là.');
    await expect.poll(() => api.isFollowed).toBe(true);
    api.happens(resolved());
    await expect.element(why()).toHaveValue('Le problème est encore là.');
  });
});

describe('an answer', () => {
  test('takes images along, and keeps them until it has left', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openTicket(api);
    await button('Joindre des fichiers').click();
    await expectFocus(button('Choisir des fichiers'));
    const data = new DataTransfer();
    data.items.add(aPicture());
    reply()
      .element()
      .dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
      );
    await expect.element(page.getByRole('img', { name: /capture.png/ })).toBeVisible();
    await reply().fill('Voici l’écran.');
    await expectAccessible(widget);
    widget.remove();
    await openTicket(api);
    await expect.element(page.getByRole('img', { name: /capture.png/ })).toBeVisible();
    await button('Envoyer la réponse').click();
    await expect.element(reply()).toHaveValue('');
    expect(api.sent.find(({ path }) => path.endsWith('/replies'))?.body).toEqual({
      text: 'Voici l’écran.',
      files: ['f-1'],
    });
  });
});

describe('a resolution', () => {
  test('says until when it can be disputed', async () => {
    const widget = await openTicket(new FakeApi(resolved()));
    await expect.element(page.getByText(/rouvrir jusqu’au jeudi 24 décembre 2026/)).toBeVisible();
    await expectAccessible(widget);
  });

  test('is confirmed as it was read, and not as it is by then', async () => {
    const api = new FakeApi(resolved());
    await openTicket(api);
    await button('Oui, c’est réglé').click();
    await expect.element(page.getByText(/Résolution confirmée/)).toBeVisible();
    expect(api.sent.find(({ path }) => path.endsWith('/confirmation'))?.ifMatch).toBe('"2"');
  });
});

describe('a ticket that is no longer needed', () => {
  test('is cancelled after one question that says that it is final', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openTicket(api);
    await button('Je n’ai plus besoin de réponse').click();
    const reason = page.getByRole('textbox', { name: 'Pourquoi ? (facultatif)' });
    await expectFocus(reason);
    await expect.element(reason).toHaveAccessibleDescription(/C’est définitif/);
    await expectAccessible(widget);
    await userEvent.keyboard('J’ai trouvé.');
    await button('Annuler le ticket').click();
    await expect.element(page.getByText('Ce ticket est annulé.')).toBeVisible();
    await expectFocus(page.getByRole('heading', { name: 'Erreur 500 sur la feuille d’émargement' }));
    await expect.element(page.getByText('J’ai trouvé.')).toBeVisible();
    expect(page.getByRole('textbox').query()).toBeNull();
    expect(api.sent.find(({ path }) => path.endsWith('/cancellation'))?.body).toEqual({
      reason: 'J’ai trouvé.',
    });
    await expectAccessible(widget);
  });

  test('is kept when the person thinks better of it, and when the server refuses', async () => {
    const api = new FakeApi(aTicket());
    await openTicket(api);
    await button('Je n’ai plus besoin de réponse').click();
    await button('Garder le ticket').click();
    await expectFocus(button('Je n’ai plus besoin de réponse'));
    await button('Je n’ai plus besoin de réponse').click();
    const reason = page.getByRole('textbox', { name: 'Pourquoi ? (facultatif)' });
    await reason.fill('J’ai trouvé.');
    failCommands(api, () => problem(503, 'busy-try-again', 'Réessayez.'));
    await button('Annuler le ticket').click();
    await expect.element(page.getByRole('alert').filter({ hasText: 'Réessayez.' })).toBeVisible();
    await expect.element(reason).toHaveValue('J’ai trouvé.');
  });
});
