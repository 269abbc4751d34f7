import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import {
  type Call,
  heard,
  lineFaults,
  meetFaults,
  onTicket,
  open,
  press,
  retry,
  watchErrors,
} from '../testing/fault-matrix.js';
import { after, aTicket } from '../testing/tickets.js';
import { aPicture, embed } from '../testing/widget.js';

watchErrors();

const button = (name: string | RegExp) => page.getByRole('button', { name });
const useful = () => page.getByRole('group', { name: 'Cet article vous est-il utile ?' });
const heading = (name: string) => page.getByRole('heading', { name });
/** Pastes a picture into the form. */
async function paste(): Promise<void> {
  const pasted = new DataTransfer();
  pasted.items.add(aPicture());
  const form = document
    .querySelector('teo-support')
    ?.shadowRoot?.querySelector('teo-support-panel')
    ?.shadowRoot?.querySelector('teo-support-ticket-form');
  form?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }));
}

const resolved = () =>
  after(
    aTicket(),
    { type: 'ticket.resolved', resolution: 'Corrigé.' },
    { status: 'resolved', turn: 'requester', reopenableUntil: '2026-12-24T09:00:00Z' },
  );

/** Every call that somebody waits for. */
const awaited: readonly Call[] = [
  {
    what: 'who is signed in',
    method: 'GET',
    path: /^\/v1\/me$/,
    call: (widget) => widget.open(),
    again: retry,
    done: () => button(/^Dysfonctionnement/),
  },
  {
    what: 'the tickets',
    method: 'GET',
    path: /^\/v1\/tickets$/,
    first: (widget) => widget.open(),
    call: async () => {
      await page.getByRole('tab', { name: /^Mes tickets/ }).click();
    },
    again: retry,
    done: () => button(/TEO-1001/),
  },
  {
    what: 'a ticket',
    method: 'GET',
    path: /^\/v1\/tickets\/t-1$/,
    call: (widget) => widget.openTicket('t-1'),
    again: retry,
    done: () => page.getByRole('region', { name: 'Suivi' }),
  },
  {
    what: 'an answer to the team',
    method: 'POST',
    path: /\/replies$/,
    first: async (widget) => {
      await onTicket(widget);
      await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Avec Firefox');
    },
    call: press('Envoyer la réponse'),
    again: press('Envoyer la réponse'),
    kept: [() => page.getByRole('textbox', { name: 'Votre réponse' }), 'Avec Firefox'],
    done: () => page.getByRole('listitem').getByText('Avec Firefox'),
  },
  {
    what: 'the word that it is solved',
    method: 'POST',
    path: /\/confirmation$/,
    ticket: resolved,
    first: onTicket,
    call: press('Oui, c’est réglé'),
    again: press('Oui, c’est réglé'),
    done: () => page.getByText(/Résolution confirmée/),
  },
  {
    what: 'the reason why it is not',
    method: 'POST',
    path: /\/reopening$/,
    ticket: resolved,
    first: async (widget) => {
      await onTicket(widget);
      await button('Non, ce n’est pas réglé').click();
      await page.getByRole('textbox', { name: /Qu’est-ce qui ne va pas/ }).fill('Elle revient.');
    },
    call: press('Rouvrir le ticket'),
    again: press('Rouvrir le ticket'),
    kept: [() => page.getByRole('textbox', { name: /Qu’est-ce qui ne va pas/ }), 'Elle revient.'],
    done: () => page.getByRole('listitem').getByText('Elle revient.'),
  },
  {
    what: 'the end of a ticket',
    method: 'POST',
    path: /\/cancellation$/,
    first: async (widget) => {
      await onTicket(widget);
      await button('Je n’ai plus besoin de réponse').click();
      await page.getByRole('textbox', { name: /Pourquoi/ }).fill('J’ai trouvé.');
    },
    call: press('Annuler le ticket'),
    again: press('Annuler le ticket'),
    kept: [() => page.getByRole('textbox', { name: /Pourquoi/ }), 'J’ai trouvé.'],
    done: () => page.getByText('Ce ticket est annulé.'),
  },
  {
    what: 'a search of the FAQ',
    method: 'GET',
    path: /^\/v1\/faq\/search$/,
    call: open({ view: 'faq', q: 'convention' }),
    again: retry,
    done: () => button('Annuler une convention'),
  },
  {
    what: 'an article',
    method: 'GET',
    path: /^\/v1\/faq\/articles\//,
    call: open({ view: 'article', id: 'annuler-convention' }),
    again: retry,
    done: () => heading('Annuler une convention'),
  },
  {
    what: 'whether an article is useful',
    isShownAtOnce: true,
    method: 'POST',
    path: /\/rating$/,
    first: async (widget) => {
      await widget.open({ view: 'article', id: 'annuler-convention' });
      await expect.element(useful()).toBeVisible();
    },
    call: press('Oui'),
    again: retry,
    done: () => page.getByRole('button', { name: 'Oui', pressed: true }),
    after: (api) => expect(api.articles.get('annuler-convention')?.helpful).toBe(true),
  },
  {
    what: 'a file',
    method: 'POST',
    path: /^\/v1\/(?:files|uploads)/,
    first: async (widget) => {
      await widget.compose('usage_question');
      await expect.element(page.getByRole('region', { name: 'Avant d’envoyer' })).toBeVisible();
      await page.getByRole('textbox', { name: /Votre question en une phrase/ }).fill('Ma question');
    },
    call: paste,
    // A refusal that would be the same again is not tried again: another file may be sent.
    again: async () => {
      const retry = button('Réessayer capture.png');
      if (retry.query() === null) await paste();
      else await retry.click();
    },
    kept: [() => page.getByRole('textbox', { name: /Votre question en une phrase/ }), 'Ma question'],
    done: () => page.getByRole('img', { name: /capture\.png/ }),
  },
];

/** Calls that nobody waits for: whatever becomes of them, what is shown stays. */
const silent: readonly (readonly [what: string, path: RegExp])[] = [
  ['what is not read', /^\/v1\/unread$/],
  ['that a ticket was read', /\/seen$/],
  ['what happens', /^\/v1\/live$/],
  ['what the FAQ answers by now', /^\/v1\/faq\/notices$/],
  ['what was searched for', /^\/v1\/faq\/searches$/],
  ['what was decided in the forum', /^\/v1\/improvement-notices/],
];

meetFaults(awaited);

describe.each(silent)('%s', (_what, path) => {
  test.each(lineFaults)('that meets %s is not missed', async (_fault, answer) => {
    const api = new FakeApi(aTicket());
    const widget = embed(api);
    api.override = (sent) => (path.test(sent.path) ? answer() : undefined);
    await widget.open({ view: 'faq', q: 'convention' });
    await button('Annuler une convention').click();
    await expect.element(heading('Annuler une convention')).toBeVisible();
    await widget.open({ view: 'improvements' });
    await expect.element(button(/^Je la veux aussi/).first()).toBeVisible();
    await onTicket(widget);
    await expect.poll(() => api.sent.some((sent) => path.test(sent.path))).toBe(true);
    expect(page.getByRole('alert').query()).toBeNull();
    expect(heard).toEqual([]);
  });
});
