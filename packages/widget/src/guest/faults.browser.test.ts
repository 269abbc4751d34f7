import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import type { Destination } from '../launcher/settings.js';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { after, aTicket } from '../testing/tickets.js';
import { aPicture, embed } from '../testing/widget.js';

/** A refusal after which the client need not wait long before it tries again. */
function refusal(status: number, code: string): Response {
  const response = problem(status, code, 'Pas maintenant.');
  response.headers.set('retry-after', '0');
  return response;
}

/** What can go wrong between the widget and the server. */
const faults: readonly (readonly [what: string, answer: () => Response | Promise<Response>])[] = [
  ['a line that is cut', () => Promise.reject(new TypeError('cut'))],
  ['401', () => refusal(401, 'not-signed-in')],
  ['409', () => refusal(409, 'wrong-status')],
  ['413', () => refusal(413, 'too-large')],
  ['429', () => refusal(429, 'too-many-requests')],
  ['503', () => refusal(503, 'busy-try-again')],
  ['bad JSON', () => new Response('oops', { status: 200 })],
];

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name });
/** Begins at once, as a person does: a click of the test's own begins when it is waited for. */
const press = (name: string | RegExp) => async () => {
  await button(name).click();
};
const open = (destination: Destination) => (widget: TeoSupport) => widget.open(destination);

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

async function onTicket(widget: TeoSupport): Promise<void> {
  await widget.openTicket('t-1');
  await expect.element(page.getByRole('region', { name: 'Suivi' })).toBeVisible();
}

const resolved = () =>
  after(
    aTicket(),
    { type: 'ticket.resolved', resolution: 'Corrigé.' },
    { status: 'resolved', turn: 'requester', reopenableUntil: '2026-12-24T09:00:00Z' },
  );

interface Call {
  readonly what: string;
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly ticket?: () => ReturnType<typeof aTicket>;
  /** Before anything goes wrong. */
  readonly first?: (widget: TeoSupport) => Promise<void>;
  /** Makes the call. */
  readonly call: (widget: TeoSupport) => Promise<void>;
  /** Makes it once more. */
  readonly again: () => Promise<void>;
  /** What the person had written, which has to be there still. */
  readonly kept?: readonly [field: () => Locator, text: string];
  /** Shown before the server has answered, and taken back if it refuses. */
  readonly isShownAtOnce?: true;
  /** There once the call has succeeded, and not before. */
  readonly done: () => Locator;
}

const retry = press('Réessayer');

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
  {
    what: 'the forum',
    method: 'GET',
    path: /^\/v1\/improvements$/,
    call: open({ view: 'improvements' }),
    again: retry,
    done: () => button(/^Je la veux aussi/).first(),
  },
  {
    what: 'a request of the forum',
    method: 'GET',
    path: /^\/v1\/improvements\/semaine$/,
    call: open({ view: 'improvement', id: 'semaine' }),
    again: retry,
    done: () => page.getByRole('textbox', { name: 'Votre commentaire' }),
  },
  {
    what: 'a vote',
    isShownAtOnce: true,
    method: 'POST',
    path: /\/vote$/,
    first: async (widget) => {
      await widget.open({ view: 'improvement', id: 'semaine' });
      await expect.element(button(/^Je la veux aussi/)).toHaveAttribute('aria-pressed', 'false');
    },
    call: press(/^Je la veux aussi/),
    again: press(/^Je la veux aussi/),
    done: () => page.getByRole('button', { name: /^Je la veux aussi/, pressed: true }),
  },
  {
    what: 'a comment',
    method: 'POST',
    path: /\/comments$/,
    first: async (widget) => {
      await widget.open({ view: 'improvement', id: 'semaine' });
      await page.getByRole('textbox', { name: 'Votre commentaire' }).fill('Par site.');
    },
    call: press('Publier le commentaire'),
    again: press('Publier le commentaire'),
    kept: [() => page.getByRole('textbox', { name: 'Votre commentaire' }), 'Par site.'],
    done: () => page.getByRole('listitem').getByText('Par site.'),
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

const heard: string[] = [];
const listen = (event: ErrorEvent | PromiseRejectionEvent) =>
  void heard.push(event instanceof ErrorEvent ? event.message : String(event.reason));

beforeEach(() => {
  localStorage.clear();
  heard.length = 0;
  addEventListener('error', listen);
  addEventListener('unhandledrejection', listen);
});
afterEach(() => {
  removeEventListener('error', listen);
  removeEventListener('unhandledrejection', listen);
  document.body.replaceChildren();
});

describe.each(awaited)(
  '$what',
  ({ method, path, ticket = aTicket, first, call, again, kept, isShownAtOnce = false, done }) => {
    async function prepared(): Promise<{ api: FakeApi; widget: TeoSupport }> {
      const api = new FakeApi(ticket());
      const widget = embed(api);
      await first?.(widget);
      return { api, widget };
    }

    test.each(faults)(
      'that meets %s is told, keeps what was written, and works when tried again',
      async (_what, answer) => {
        const { api, widget } = await prepared();
        api.override = (sent) => (sent.method === method && path.test(sent.path) ? answer() : undefined);
        await call(widget);
        await expect.element(page.getByRole('alert').first()).toBeVisible();
        expect(page.getByRole('alert').first().element().textContent?.trim()).not.toBe('');
        expect(done().query()).toBeNull();
        if (kept !== undefined) await expect.element(kept[0]()).toHaveValue(kept[1]);
        api.override = () => undefined;
        await again();
        await expect.element(done()).toBeVisible();
        expect(heard).toEqual([]);
      },
    );

    test('that is slow holds nothing up, and is there when it has come', async () => {
      const { api, widget } = await prepared();
      let arrive = () => {};
      const arrived = new Promise<undefined>((resolve) => {
        arrive = () => resolve(undefined);
      });
      api.override = (sent) => (sent.method === method && path.test(sent.path) ? arrived : undefined);
      const calling = call(widget);
      await expect
        .poll(() => api.sent.some((sent) => sent.method === method && path.test(sent.path)))
        .toBe(true);
      if (!isShownAtOnce) expect(done().query()).toBeNull();
      expect(page.getByRole('alert').query()).toBeNull();
      await button('Fermer').click();
      expect(widget.isOpen).toBe(false);
      arrive();
      await calling;
      await widget.open();
      await expect.element(done()).toBeVisible();
      expect(heard).toEqual([]);
    });
  },
);

describe.each(silent)('%s', (_what, path) => {
  test.each(faults)('that meets %s is not missed', async (_fault, answer) => {
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
