import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi } from '../testing/fake-api.js';
import { heard, lineFaults, meetFaults, press, watchErrors } from '../testing/fault-matrix.js';
import { aGuidedRollBack } from '../testing/tickets.js';
import { aPicture, embed } from '../testing/widget.js';

watchErrors();

/** After these, what was sent may have arrived, or may arrive later: it waits, and is told again as it was. */
const passing = ['a line that is cut', '429', '503', 'bad JSON'];

const button = (name: string | RegExp) => page.getByRole('button', { name });
const question = () => page.getByRole('textbox', { name: /Votre question en une phrase/ });

async function fillIn(widget: TeoSupport): Promise<void> {
  await widget.compose('usage_question');
  await question().fill('Quel marqueur ?');
  await page.getByRole('combobox', { name: 'Sur quoi porte-t-elle ?' }).selectOptions('Un marqueur téo edit');
  await page.getByRole('combobox', { name: /Dans quel module/ }).selectOptions('documents');
  await page.getByRole('textbox', { name: /Que souhaitez-vous faire/ }).fill('Une convention.');
  await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).click();
}

meetFaults([
  {
    what: 'a new ticket',
    method: 'POST',
    path: /^\/v1\/tickets$/,
    first: fillIn,
    call: press('Envoyer le ticket'),
    said: (fault) =>
      passing.includes(fault)
        ? page.getByText('Votre ticket attend ici : rien n’est perdu.')
        : page.getByRole('alert').first(),
    again: async () => {
      await button(/^(?:Essayer maintenant|Envoyer le ticket)$/).click();
    },
    done: () => page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' }),
    after: ({ filings }, fault) => {
      expect(filings.length).toBeGreaterThan(1);
      expect(new Set(filings.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      // What may have arrived goes under its first key, so that it is filed once.
      if (passing.includes(fault))
        expect(new Set(filings.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    },
  },
]);

describe('a tick of a roll-back', () => {
  const steps = ['Ouvrir les imports', 'Annuler le dernier'];
  const box = () => page.getByRole('checkbox', { name: 'Ouvrir les imports' });
  const waits = () => page.getByText(/dès que la connexion revient/);
  const isTold = (path: string) => path.endsWith('/roll-back/steps');
  const isDone = (api: FakeApi) => {
    const rollBack = api.tickets.get('t-1')?.rollBack;
    return rollBack?.kind === 'guided' && rollBack.steps[0]?.done === true;
  };

  async function onRollBack(): Promise<{ api: FakeApi; widget: TeoSupport }> {
    const api = new FakeApi(aGuidedRollBack(steps));
    const widget = embed(api);
    await widget.openTicket('t-1');
    await expect.element(box()).toBeVisible();
    return { api, widget };
  }

  test.each(lineFaults)(
    'that meets %s waits or is taken back, and arrives once in the end',
    async (fault, answer) => {
      const { api } = await onRollBack();
      api.override = ({ path }) => (isTold(path) ? answer() : undefined);
      await box().click();
      if (passing.includes(fault)) {
        await expect.element(waits()).toBeVisible();
        await expect.element(box()).toBeChecked();
        api.override = () => undefined;
        dispatchEvent(new Event('online'));
      } else {
        await expect.element(page.getByRole('alert').first()).toBeVisible();
        await expect.element(box()).not.toBeChecked();
        api.override = () => undefined;
        await box().click();
      }
      await expect.poll(() => isDone(api)).toBe(true);
      await expect.element(box()).toBeChecked();
      await expect.element(waits()).not.toBeInTheDocument();
      expect(
        api.tickets.get('t-1')?.timeline.filter(({ type }) => type === 'ticket.roll_back_step_ticked'),
      ).toHaveLength(1);
      expect(heard).toEqual([]);
    },
  );

  test('that is slow is shown at once, holds nothing up, and arrives', async () => {
    const { api, widget } = await onRollBack();
    let arrive = () => {};
    const arrived = new Promise<undefined>((resolve) => {
      arrive = () => resolve(undefined);
    });
    api.override = ({ path }) => (isTold(path) ? arrived : undefined);
    await box().click();
    await expect.element(box()).toBeChecked();
    await button('Fermer').click();
    expect(widget.isOpen).toBe(false);
    arrive();
    await expect.poll(() => isDone(api)).toBe(true);
    await widget.open();
    await expect.element(box()).toBeChecked();
    expect(heard).toEqual([]);
  });
});

describe('the discard of a file', () => {
  const picture = () => page.getByRole('img', { name: /capture\.png/ });
  const isDiscard = (method: string, path: string) => method === 'DELETE' && path.startsWith('/v1/files/');

  async function withFile(): Promise<FakeApi> {
    const api = new FakeApi();
    const widget = embed(api);
    await widget.compose('usage_question');
    await question().fill('Ma question');
    await expect.element(page.getByRole('region', { name: 'Avant d’envoyer' })).toBeVisible();
    const pasted = new DataTransfer();
    pasted.items.add(aPicture());
    question()
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, composed: true }));
    await expect.element(picture()).toBeVisible();
    return api;
  }

  test.each([...lineFaults, ['a line that says nothing', () => new Promise<Response>(() => {})] as const])(
    'that meets %s is not missed: the file is out of the form',
    async (_fault, answer) => {
      const api = await withFile();
      api.override = ({ method, path }) => (isDiscard(method, path) ? answer() : undefined);
      await button(/^Retirer.*capture\.png/).click();
      await expect.element(picture()).not.toBeInTheDocument();
      await expect.poll(() => api.sent.some(({ method, path }) => isDiscard(method, path))).toBe(true);
      await expect.element(question()).toHaveValue('Ma question');
      expect(page.getByRole('alert').query()).toBeNull();
      expect(heard).toEqual([]);
    },
  );
});
