import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { after, aTicket, runningClock } from '../testing/tickets.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const reply = () => page.getByRole('textbox', { name: 'Votre réponse' });

async function openList(api: FakeApi) {
  const widget = embed(api);
  await widget.open();
  await page.getByRole('tab', { name: 'Mes tickets' }).click();
  return widget;
}

async function openTicket(api: FakeApi) {
  const widget = embed(api);
  await widget.openTicket('t-1');
  await expect.element(page.getByText('Erreur 500 sur la feuille d’émargement').first()).toBeVisible();
  return widget;
}

describe('my tickets', () => {
  test('are listed, searched, taken from the organization, and opened', async () => {
    const api = new FakeApi(
      aTicket(),
      aTicket({ id: 't-2', subject: 'Un échéancier', requester: { id: 'paul', name: 'Paul Roy' } }),
    );
    const widget = await openList(api);
    await expect.element(button(/TEO-1001/)).toBeVisible();
    await expect.element(page.getByText('1 ticket')).toBeVisible();
    await expectAccessible(widget);
    await page.getByRole('combobox', { name: 'Afficher' }).selectOptions('organization');
    await expect.element(page.getByText('2 tickets')).toBeVisible();
    await page.getByRole('searchbox').fill('échéancier');
    await expect.element(page.getByText('1 ticket')).toBeVisible();
    await button(/Un échéancier/).click();
    await expect.element(page.getByText('Un échéancier')).toBeVisible();
    await button('Retour').click();
    await expect
      .element(page.getByRole('tab', { name: 'Mes tickets' }))
      .toHaveAttribute('aria-selected', 'true');
  });

  test('show what is not read yet, until it has stood before the person', async () => {
    const api = new FakeApi(aTicket(), aTicket({ id: 't-2', subject: 'Un échéancier' }));
    api.read.set('t-1', 0);
    const widget = await openList(api);
    const tab = page.getByRole('tab', { name: /^Mes tickets/ });
    await expect.element(tab).toHaveAccessibleName('Mes tickets 1 ticket non lu');
    await expect.element(page.getByText('Non lu', { exact: true })).toHaveLength(1);
    await expectAccessible(widget);
    await button(/TEO-1001.*Erreur 500/)
      .first()
      .click();
    await expect.poll(() => api.read.get('t-1')).toBe(api.tickets.get('t-1')?.version);
    await button('Retour').click();
    await expect.element(tab).toHaveAccessibleName('Mes tickets');
    await expect.element(page.getByText('Non lu', { exact: true })).not.toBeInTheDocument();
    // The team answers while the list is shown.
    const ticket = api.tickets.get('t-2');
    if (ticket === undefined) throw new Error('The ticket is gone.');
    api.read.set('t-2', ticket.version);
    await expect.poll(() => api.isFollowed).toBe(true);
    api.happens({ ...ticket, version: ticket.version + 1 });
    await expect.element(tab).toHaveAccessibleName('Mes tickets 1 ticket non lu');
  });

  test('come page by page', async () => {
    const api = new FakeApi(
      ...Array.from({ length: 5 }, (_, index) =>
        aTicket({ id: `t-${index}`, reference: `TEO-${1001 + index}` }),
      ),
    );
    api.pageSize = 3;
    await openList(api);
    await expect.element(button(/TEO-1003/)).toBeVisible();
    expect(button(/TEO-1004/).query()).toBeNull();
    await button('Afficher plus').click();
    await expect.element(button(/TEO-1005/)).toBeVisible();
  });

  test('say so when there are none, and when they cannot be had', async () => {
    const api = new FakeApi();
    const widget = await openList(api);
    await expect.element(page.getByText('Aucun ticket pour l’instant')).toBeVisible();
    await expectAccessible(widget);
    widget.remove();
    api.override = ({ path }) =>
      path === '/v1/tickets' ? problem(403, 'not-allowed', 'Votre compte ne permet pas cela.') : undefined;
    const again = await openList(api);
    await expect.element(page.getByText('Votre compte ne permet pas cela.')).toBeVisible();
    await expectAccessible(again);
    api.override = () => undefined;
    await button('Réessayer').click();
    await expect.element(page.getByText('Aucun ticket pour l’instant')).toBeVisible();
  });

  test('are kept up to date where they stand', async () => {
    const api = new FakeApi(aTicket());
    await openList(api);
    const search = page.getByRole('searchbox');
    await search.fill('erreur');
    await expect.poll(() => api.isFollowed).toBe(true);
    api.happens(
      after(
        aTicket(),
        { type: 'ticket.resolved', resolution: 'Corrigé.' },
        { status: 'resolved', turn: 'requester' },
      ),
    );
    await expect.element(button(/TEO-1001.*À vous de confirmer/)).toBeVisible();
    await expectFocus(search);
    await expect.element(search).toHaveValue('erreur');
  });
});

describe('a ticket', () => {
  test('says while the team is writing an answer, and for no longer', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openList(api);
    await button(/TEO-1001/).click();
    await expect.poll(() => api.isFollowed).toBe(true);
    const told = page.getByText('L’équipe téo vous écrit…');
    api.answering('another', true);
    api.answering('t-1', true);
    await expect.element(told).toBeVisible();
    await expectAccessible(widget);
    api.answering('t-1', false);
    await expect.element(told).not.toBeInTheDocument();
    api.answering('t-1', true);
    await expect.element(told).toBeVisible();
    // Of what was told before a cut nothing is known afterwards.
    api.cut();
    await expect.element(told).not.toBeInTheDocument();
  });

  test('shows its request, its story and its clock, and is accessible', async () => {
    const paused = after(
      aTicket(),
      { type: 'ticket.answered', text: 'Quel navigateur ?', files: [], awaitsRequester: true },
      {
        status: 'pending',
        turn: 'requester',
        clock: { ...runningClock, state: 'paused', dueAt: '2026-11-27T09:00:00Z' },
      },
      undefined,
      'stopped',
    );
    const widget = await openTicket(new FakeApi(paused));
    await expect.element(page.getByText('Quel navigateur ?')).toBeVisible();
    await expect.element(page.getByText('L’horloge s’arrête')).toBeVisible();
    await page.getByText('Votre demande').click();
    await expect.element(page.getByText('Renvoyer l’invitation')).toBeVisible();
    await expect.element(page.getByText(/Écran refermé/)).toBeVisible();
    await expectAccessible(widget);
  });

  test('offers what may be done now, and nothing else', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openTicket(api);
    await expect.element(reply()).toBeVisible();
    expect(button('Oui, c’est réglé').query()).toBeNull();
    widget.remove();
    api.tickets.set(
      't-1',
      after(
        aTicket(),
        { type: 'ticket.resolved', resolution: 'Corrigé.' },
        { status: 'resolved', turn: 'requester' },
      ),
    );
    const resolved = await openTicket(api);
    await expect.element(button('Oui, c’est réglé')).toBeVisible();
    expect(reply().query()).toBeNull();
    await expectAccessible(resolved);
    await button('Oui, c’est réglé').click();
    await expect.element(page.getByText(/Résolution confirmée/)).toBeVisible();
    expect(button('Oui, c’est réglé').query()).toBeNull();
  });

  test('is reopened with the reason why it is not solved', async () => {
    const api = new FakeApi(
      after(
        aTicket(),
        { type: 'ticket.resolved', resolution: 'Corrigé.' },
        { status: 'resolved', turn: 'requester' },
      ),
    );
    await openTicket(api);
    await button('Non, ce n’est pas réglé').click();
    const reason = page.getByRole('textbox', { name: 'Qu’est-ce qui ne va pas encore ?' });
    await expectFocus(reason);
    await reason.fill('L’erreur revient.');
    await button('Rouvrir le ticket').click();
    await expect.element(page.getByText('L’erreur revient.')).toBeVisible();
    expect(api.sent.find(({ path }) => path.endsWith('/reopening'))?.body).toEqual({
      reason: 'L’erreur revient.',
    });
  });

  test('takes in a new answer and leaves alone the one that is being written', async () => {
    const api = new FakeApi(aTicket());
    await openTicket(api);
    await reply().fill('Nous utilisons');
    await expect.poll(() => api.isFollowed).toBe(true);
    api.happens(
      after(aTicket(), {
        type: 'ticket.answered',
        text: 'Quel navigateur ?',
        files: [],
        awaitsRequester: false,
      }),
    );
    await expect.element(page.getByText('Quel navigateur ?')).toBeVisible();
    await expect.element(page.getByText('Nouvelle réponse de l’équipe sur TEO-1001')).toBeInTheDocument();
    await expectFocus(reply());
    await userEvent.keyboard(' Firefox');
    await expect.element(reply()).toHaveValue('Nous utilisons Firefox');
    await button('Envoyer la réponse').click();
    await expect.element(page.getByText('Nous utilisons Firefox')).toBeVisible();
    await expect.element(reply()).toHaveValue('');
  });

  test('keeps a reply that did not leave, and one that was left for later', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openTicket(api);
    await reply().fill('Nous utilisons Firefox');
    api.override = ({ method }) =>
      method === 'POST' ? problem(503, 'busy-try-again', 'Réessayez.') : undefined;
    await button('Envoyer la réponse').click();
    await expect.element(page.getByRole('alert').filter({ hasText: 'Réessayez.' })).toBeVisible();
    await expect.element(reply()).toHaveValue('Nous utilisons Firefox');
    widget.remove();
    await openTicket(api);
    await expect.element(reply()).toHaveValue('Nous utilisons Firefox');
  });

  test('misses nothing that happened while the line was cut or the panel closed', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openTicket(api);
    await expect.poll(() => api.isFollowed).toBe(true);
    const answered = after(aTicket(), {
      type: 'ticket.answered',
      text: 'Pendant la coupure',
      files: [],
      awaitsRequester: false,
    });
    api.tickets.set('t-1', answered);
    api.cut();
    await expect.element(page.getByText('Connexion perdue. Nouvel essai en cours…')).toBeVisible();
    await expect.element(page.getByText('Pendant la coupure')).toBeVisible();
    expect(page.getByText('Connexion perdue. Nouvel essai en cours…').query()).toBeNull();
    widget.close();
    api.tickets.set(
      't-1',
      after(answered, { type: 'ticket.answered', text: 'Entre-temps', files: [], awaitsRequester: false }),
    );
    await widget.open();
    await expect.element(page.getByText('Entre-temps')).toBeVisible();
  });
});
