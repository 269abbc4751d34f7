import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../../testing/fake-api.js';
import {
  expectAccessible,
  expectFocus,
  expectNoSidewaysScroll,
  freshScreens,
  open,
  press,
} from '../../testing/screen.js';
import { aTicket } from '../../testing/tickets.js';

freshScreens();

const address = '/staff/tickets/t-1';
const openTicket = () => aTicket({ status: 'open' });
const dialog = () => page.getByRole('dialog');
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });

describe('a requalification', () => {
  test('asks for a type, its training course and a reason, each at its field', async () => {
    const api = new FakeApi(openTicket());
    api.outcome = (_ticket, command) =>
      command === 'type' ? aTicket({ status: 'open', type: 'training_follow_up', version: 2 }) : undefined;
    open(api, address);
    await press('Requalifier le ticket');
    await expectFocus(page.getByRole('radio', { name: /^Erreur de manipulation/ }));
    await inDialog('Requalifier le ticket').click();
    await expect.element(page.getByText('Choisissez le nouveau type.')).toBeVisible();
    await page.getByRole('radio', { name: /^Suivi de formation/ }).click();
    await expect.element(page.getByText(/Il ira au service formation/)).toBeVisible();
    await inDialog('Requalifier le ticket').click();
    const course = page.getByRole('combobox', { name: 'Après quelle formation ?' });
    await expectFocus(course);
    await expectAccessible();
    await course.selectOptions('f-12');
    await page.getByRole('textbox', { name: 'Pourquoi ce changement' }).fill('Vu pendant la formation.');
    await inDialog('Requalifier le ticket').click();
    await expect
      .poll(() => api.lastOf('type')?.body)
      .toEqual({
        type: 'training_follow_up',
        reason: 'Vu pendant la formation.',
        answers: { training: 'f-12' },
      });
    await expect.element(page.getByText('Le ticket est requalifié.')).toBeInTheDocument();
    await expectFocus(page.getByRole('button', { name: 'Requalifier le ticket' }));
    await expect.element(page.getByText('déposé comme Dysfonctionnement')).toBeVisible();
  });

  test('keeps what was written when it is closed, refused or crossed', async () => {
    const api = new FakeApi(openTicket());
    open(api, address);
    await press('Requalifier le ticket');
    await page.getByRole('radio', { name: /^Question d’utilisation/ }).click();
    const reason = page.getByRole('textbox', { name: 'Pourquoi ce changement' });
    await reason.fill('Un réglage suffit.');
    await userEvent.keyboard('{Escape}');
    await expectFocus(page.getByRole('button', { name: 'Requalifier le ticket' }));
    await press('Requalifier le ticket');
    await expect.element(reason).toHaveValue('Un réglage suffit.');
    api.override = ({ path }) =>
      path.endsWith('/type')
        ? problem(422, 'fields-invalid', 'À revoir.', [
            { pointer: '/reason', code: 'too_long', detail: 'Trop long.' },
          ])
        : undefined;
    await inDialog('Requalifier le ticket').click();
    await expectFocus(reason);
    await expect.element(reason).toHaveAccessibleDescription(/Trop long/);
    await expect.element(reason).toHaveValue('Un réglage suffit.');
  });
});

describe('another priority', () => {
  test('shows the target that it gives before it is chosen, and needs a reason', async () => {
    const api = new FakeApi(openTicket());
    open(api, address);
    await press('Changer la priorité');
    await expectFocus(page.getByRole('radio', { name: /^Urgent/ }));
    await expect.element(page.getByRole('radio', { name: /^Faible.*Échéance le 8 déc\./ })).toBeVisible();
    await inDialog('Changer la priorité').click();
    await expect.element(page.getByText('Choisissez une autre priorité.')).toBeVisible();
    await expectAccessible();
    await page.getByRole('radio', { name: /^Faible/ }).click();
    await inDialog('Changer la priorité').click();
    const reason = page.getByRole('textbox', { name: 'Pourquoi ce changement' });
    await expectFocus(reason);
    await reason.fill('Un contournement existe.');
    await inDialog('Changer la priorité').click();
    await expect
      .poll(() => api.lastOf('priority')?.body)
      .toEqual({ priority: 'low', reason: 'Un contournement existe.' });
    expect(api.lastOf('priority')?.ifMatch).toBe('"1"');
    await expect.element(page.getByText('La priorité est changée.')).toBeInTheDocument();
  });
});

describe('relating a ticket', () => {
  const twin = () => aTicket({ id: 't-2', reference: 'TEO-1002', subject: 'Même erreur', status: 'open' });
  const elsewhere = () =>
    aTicket({ id: 't-3', reference: 'TEO-1003', subject: 'Ailleurs', organizationId: 'org-2' });
  const bug = () =>
    aTicket({
      id: 't-4',
      reference: 'TEO-1004',
      subject: 'Le bug',
      organizationId: 'org-2',
      status: 'open',
      verdict: 'confirmed',
    });
  const start = async (...tickets: Parameters<typeof aTicket>[0][]) => {
    const api = new FakeApi(...tickets.map((part) => aTicket(part)));
    open(api, address);
    await press('Rapprocher d’un ticket');
    return api;
  };

  test('a duplicate is found within its organization, seen, merged and parted again', async () => {
    const api = await start(openTicket(), twin(), elsewhere(), bug());
    await expectFocus(page.getByRole('radio', { name: /^C’est un doublon/ }));
    await expect.element(page.getByText('1 ticket convient.')).toBeVisible();
    await expectAccessible();
    await page.getByRole('searchbox', { name: 'Trouver le ticket' }).fill('erreur');
    await expect
      .poll(() => api.sent.at(-1)?.search)
      .toContain('q=erreur&status=unresolved&organization=org-1');
    await dialog()
      .getByRole('button', { name: /TEO-1002/ })
      .click();
    await expectFocus(page.getByRole('group', { name: 'Aperçu' }));
    await expect.element(dialog().getByText('La colonne de l’après-midi se vide.')).toBeVisible();
    await expect.element(page.getByText(/Le téomaster suivra la suite dans TEO-1002/)).toBeVisible();
    await expectAccessible();
    const merged = { id: 't-2', reference: 'TEO-1002', subject: 'Même erreur' };
    api.outcome = (_ticket, command) =>
      command === 'merge'
        ? aTicket({ status: 'open', merged: true, mergedInto: merged, version: 2 })
        : aTicket({ status: 'open', version: 3 });
    await inDialog('Fusionner dans TEO-1002').click();
    await expect.poll(() => api.lastOf('merge')?.body).toEqual({ ticket: 't-2' });
    await expect.element(page.getByText(/Il se poursuit dans/)).toBeVisible();
    await expect.element(page.getByText('Le ticket est fusionné.')).toBeInTheDocument();
    await expectAccessible();
    await press('Défaire la fusion');
    await expect.poll(() => api.lastOf('merge-reversal')?.body).toEqual({ ticket: 't-2' });
    await expect.element(page.getByText('La fusion est défaite.')).toBeInTheDocument();
    await expectFocus(page.getByRole('heading', { level: 1 }));
  });

  test('a ticket is attached to a confirmed malfunction of whichever organization', async () => {
    const api = await start(openTicket(), twin(), bug());
    await page.getByRole('radio', { name: /^Un bug avéré en est la cause/ }).click();
    await expect.element(page.getByText('1 ticket convient.')).toBeVisible();
    await dialog()
      .getByRole('button', { name: /TEO-1004/ })
      .click();
    await expect.element(page.getByText(/répondra à ce ticket avec le même texte/)).toBeVisible();
    await inDialog('Rattacher à TEO-1004').click();
    await expect.poll(() => api.lastOf('carrier')?.body).toEqual({ ticket: 't-4' });
  });

  test('a confirmed malfunction takes others on', async () => {
    const api = await start({ status: 'open', verdict: 'confirmed' }, twin());
    await page.getByRole('radio', { name: /^Ce bug avéré en explique un autre/ }).click();
    await page.getByRole('searchbox', { name: 'Trouver le ticket' }).fill('erreur');
    await dialog()
      .getByRole('button', { name: /TEO-1002/ })
      .click();
    await inDialog('Rattacher TEO-1002 ici').click();
    await expect.poll(() => api.lastOf('carrier')?.path).toBe('/v1/staff/tickets/t-2/carrier');
    expect(api.lastOf('carrier')?.body).toEqual({ ticket: 't-1' });
  });

  test('what is refused says why, and what was begun is kept', async () => {
    const ref = { id: 't-2', reference: 'TEO-1002', subject: 'Même erreur' };
    await start({ status: 'open', duplicates: [ref] }, twin());
    const merge = page.getByRole('radio', { name: /^C’est un doublon.*détachez-les d’abord/ });
    await expect.element(merge).toBeDisabled();
    await page.getByRole('radio', { name: /^Ils ont à voir/ }).click();
    await page.getByRole('searchbox', { name: 'Trouver le ticket' }).fill('erreur');
    await press('Fermer');
    await press('Rapprocher d’un ticket');
    await expect.element(page.getByRole('searchbox', { name: 'Trouver le ticket' })).toHaveValue('erreur');
  });

  test('a link is taken back', async () => {
    const ref = { id: 't-2', reference: 'TEO-1002', subject: 'Même erreur' };
    const api = new FakeApi(aTicket({ status: 'open', links: [ref] }));
    open(api, address);
    api.outcome = (_ticket, command) =>
      command === 'link-removals' ? aTicket({ status: 'open', version: 2 }) : undefined;
    await press('Retirer le lien : TEO-1002');
    await expect.poll(() => api.lastOf('link-removals')?.body).toEqual({ ticket: 't-2' });
    await expectFocus(page.getByRole('heading', { name: 'Tickets rapprochés' }));
    await expect.element(page.getByText('Le lien est retiré.')).toBeInTheDocument();
  });
});

for (const scheme of ['light', 'dark']) {
  test(`dialogs are accessible on a telephone, ${scheme}, in English`, async () => {
    document.documentElement.style.colorScheme = scheme;
    localStorage.setItem('teo-staff:locale', 'en');
    await page.viewport(390, 844);
    open(new FakeApi(openTicket()), address);
    for (const name of ['Requalify the ticket', 'Change the priority', 'Relate to a ticket']) {
      await press(name);
      await expect.element(dialog()).toBeVisible();
      await expectAccessible();
      expectNoSidewaysScroll();
      await userEvent.keyboard('{Escape}');
    }
  });
}
