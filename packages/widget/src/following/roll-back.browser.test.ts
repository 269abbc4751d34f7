import type { RequesterTicket } from '@teo-support/core/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { after, aGuidedRollBack } from '../testing/tickets.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const steps = ['Ouvrir les imports', 'Annuler le dernier', 'Vérifier la liste'];
const box = (name: string | undefined) => page.getByRole('checkbox', { name: name ?? '' });
const ticks = (api: FakeApi) => api.sent.filter(({ path }) => path.endsWith('/roll-back/steps'));
const ticked = (api: FakeApi) => ticks(api).map(({ body }) => body);

async function openTicket(api: FakeApi) {
  const widget = embed(api);
  await widget.openTicket('t-1');
  await expect.element(box(steps[0])).toBeVisible();
  return widget;
}

describe('a roll-back', () => {
  test('is ticked off in order, by pointer and by keyboard, and its progress is told', async () => {
    const api = new FakeApi(aGuidedRollBack(steps));
    const widget = await openTicket(api);
    await expect
      .element(page.getByText('C’est à vous : suivez les étapes du retour en arrière.'))
      .toBeVisible();
    await expectAccessible(widget);
    await box(steps[0]).click();
    await expect.element(page.getByRole('progressbar', { name: '1 étape faite sur 3' })).toBeVisible();
    box(steps[1]).element().focus();
    await userEvent.keyboard(' ');
    await expectFocus(box(steps[1]));
    await expect
      .element(page.getByRole('status').filter({ hasText: '2 étapes faites sur 3' }))
      .toBeInTheDocument();
    await box(steps[2]).click();
    await expect.element(page.getByText(/Toutes les étapes sont faites/)).toBeVisible();
    await expect
      .poll(() => ticked(api))
      .toEqual([
        { step: 0, done: true },
        { step: 1, done: true },
        { step: 2, done: true },
      ]);
    await expectAccessible(widget);
  });

  test('is not ticked out of order, and says which step comes first', async () => {
    const api = new FakeApi(aGuidedRollBack(steps, 2));
    await openTicket(api);
    await box(steps[0]).click({ force: true });
    await expect.element(box(steps[0])).toBeChecked();
    await expect.element(page.getByText('Décochez d’abord l’étape 2.')).toBeInTheDocument();
    await box(steps[1]).click();
    await expect.element(box(steps[1])).not.toBeChecked();
    await box(steps[2]).click({ force: true });
    await expect.element(box(steps[2])).not.toBeChecked();
    await expect.element(page.getByText('Faites d’abord l’étape 2.')).toBeInTheDocument();
    await expect.poll(() => ticked(api)).toEqual([{ step: 1, done: false }]);
  });

  test('takes a tick back that the server refuses, and says why', async () => {
    const api = new FakeApi(aGuidedRollBack(steps));
    const widget = await openTicket(api);
    api.override = ({ path }) =>
      path.endsWith('/roll-back/steps')
        ? problem(409, 'no-such-step', 'Relisez le retour proposé.')
        : undefined;
    await box(steps[0]).click();
    await expect
      .element(page.getByRole('alert').filter({ hasText: 'Relisez le retour proposé.' }))
      .toBeVisible();
    await expect.element(box(steps[0])).not.toBeChecked();
    await expectAccessible(widget);
  });

  test('keeps a tick that does not get through, over a reload, and tells it when it can', async () => {
    const api = new FakeApi(aGuidedRollBack(steps));
    const widget = await openTicket(api);
    api.override = ({ path }) =>
      path.endsWith('/roll-back/steps') ? Promise.reject(new TypeError('cut')) : undefined;
    await box(steps[0]).click();
    await expect.element(page.getByText(/dès que la connexion revient/)).toBeVisible();
    await expect.element(box(steps[0])).toBeChecked();
    await expectAccessible(widget);
    widget.remove();
    await openTicket(api);
    await expect.element(box(steps[0])).toBeChecked();
    await expect.element(page.getByText(/dès que la connexion revient/)).toBeVisible();
    api.override = () => undefined;
    dispatchEvent(new Event('online'));
    await expect.poll(() => api.tickets.get('t-1')?.version).toBe(3);
    await expect.element(page.getByText(/dès que la connexion revient/)).not.toBeInTheDocument();
    await expect.element(box(steps[0])).toBeChecked();
  });

  test('holds where the ticket changed otherwise, and asks to read again where the steps did', async () => {
    const api = new FakeApi(aGuidedRollBack(steps));
    await openTicket(api);
    const seen = api.tickets.get('t-1');
    if (seen === undefined) throw new Error('The ticket is not there.');
    const answered = after(
      seen,
      { type: 'ticket.answered', text: 'Courage !', files: [], awaitsRequester: false },
      { possible: seen.possible },
    );
    api.tickets.set('t-1', answered);
    await box(steps[0]).click();
    await expect.element(page.getByText('Courage !')).toBeVisible();
    await expect.poll(() => ticks(api).map(({ ifMatch }) => ifMatch)).toEqual(['"2"', '"3"']);
    await expect.element(box(steps[0])).toBeChecked();
    const changed: RequesterTicket = {
      ...aGuidedRollBack(['Tout autre chose', 'Et ceci']),
      version: 9,
    };
    api.tickets.set('t-1', changed);
    await box(steps[1]).click();
    await expect.element(page.getByText(/a revu les étapes entre-temps/)).toBeVisible();
    await expect.element(box('Tout autre chose')).not.toBeChecked();
  });

  test('that is not possible says why', async () => {
    const ruledOut = after(
      aGuidedRollBack(steps),
      { type: 'ticket.roll_back_ruled_out', reason: 'Les convocations sont parties.' },
      { rollBack: { kind: 'ruled_out', reason: 'Les convocations sont parties.' } },
    );
    const widget = embed(new FakeApi(ruledOut));
    await widget.openTicket('t-1');
    await expect
      .element(page.getByText('Un retour en arrière n’est pas possible', { exact: true }))
      .toBeVisible();
    await expect.element(page.getByText('Les convocations sont parties.').first()).toBeVisible();
    expect(page.getByRole('checkbox').query()).toBeNull();
    await expectAccessible(widget);
  });
});
