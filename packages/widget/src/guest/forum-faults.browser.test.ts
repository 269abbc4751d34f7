import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { type Call, meetFaults, open, press, retry, watchErrors } from '../testing/fault-matrix.js';
import { aDecision, anImprovement, decided } from '../testing/forum.js';

watchErrors();

const button = (name: string | RegExp) => page.getByRole('button', { name });
const follow = (pressed: boolean) => page.getByRole('button', { name: 'Suivre cette demande', pressed });
const fits = 'Merci, c’est noté.';
const remark = () => page.getByRole('textbox', { name: /Voulez-vous préciser/ });

/** An implemented request, whose author is asked whether it fits. */
const implemented = () =>
  decided(
    { id: 'faite', maySayWhetherItFits: true, voted: true },
    aDecision({ status: 'implemented', rationale: 'Elle est dans la version 8.5.' }),
  );

async function onRequest(widget: TeoSupport): Promise<void> {
  await widget.open({ view: 'improvement', id: 'semaine' });
  await expect.element(follow(false).or(follow(true))).toBeVisible();
}

async function onImplemented(widget: TeoSupport): Promise<void> {
  await widget.open({ view: 'improvement', id: 'faite' });
  await expect.element(page.getByText('Fait-elle ce dont vous aviez besoin ?')).toBeVisible();
}

meetFaults([
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
  {
    what: 'the following of a request',
    isShownAtOnce: true,
    method: 'POST',
    path: /\/follow$/,
    first: onRequest,
    call: press('Suivre cette demande'),
    again: press('Suivre cette demande'),
    done: () => follow(true),
    after: (api) => expect(api.forum.requests.get('semaine')?.followed).toBe(true),
  },
  {
    what: 'the end of it',
    isShownAtOnce: true,
    method: 'DELETE',
    path: /\/follow$/,
    there: ({ forum }) => void forum.requests.set('semaine', anImprovement({ followed: true })),
    first: onRequest,
    call: press('Suivre cette demande'),
    again: press('Suivre cette demande'),
    done: () => follow(false),
    after: (api) => expect(api.forum.requests.get('semaine')?.followed).toBe(false),
  },
  {
    what: 'a vote that is taken back',
    isShownAtOnce: true,
    method: 'DELETE',
    path: /\/vote$/,
    there: ({ forum }) => void forum.requests.set('semaine', anImprovement({ voted: true })),
    first: async (widget) => {
      await widget.open({ view: 'improvement', id: 'semaine' });
      await expect.element(button(/^Je la veux aussi/)).toHaveAttribute('aria-pressed', 'true');
    },
    call: press(/^Je la veux aussi/),
    again: press(/^Je la veux aussi/),
    done: () => page.getByRole('button', { name: /^Je la veux aussi/, pressed: false }),
    after: (api) => expect(api.forum.requests.get('semaine')?.voted).toBe(false),
  },
  {
    what: 'whether what was implemented fits',
    method: 'POST',
    path: /\/fit$/,
    there: ({ forum }) => void forum.requests.set('faite', implemented()),
    first: onImplemented,
    call: press('Oui'),
    again: press('Oui'),
    done: () => page.getByText(fits),
    after: (api) => expect(api.forum.requests.get('faite')?.fits).toBe(true),
  },
  {
    what: 'the remark beside it',
    method: 'POST',
    path: /\/fit$/,
    there: ({ forum }) => void forum.requests.set('faite', implemented()),
    first: async (widget) => {
      await onImplemented(widget);
      await button('Non').click();
      await remark().fill('Sans les salles.');
    },
    call: press('Envoyer la précision'),
    again: press('Envoyer la précision'),
    kept: [remark, 'Sans les salles.'],
    done: () => page.getByText(fits),
    after: (api) =>
      expect(api.sent.filter(({ path }) => path.endsWith('/fit')).at(-1)?.body).toEqual({
        fits: false,
        remark: 'Sans les salles.',
      }),
  },
  ...[/^\/v1\/roadmap$/, /^\/v1\/commitments\/improvements$/].map(
    (path): Call => ({
      what: `the roadmap, of which ${path} does not come`,
      method: 'GET',
      path,
      first: async (widget) => {
        await widget.open({ view: 'improvements' });
        await expect.element(button('Feuille de route')).toBeVisible();
      },
      call: press('Feuille de route'),
      again: retry,
      done: () => page.getByRole('region', { name: /^Reportée/ }),
    }),
  ),
]);
