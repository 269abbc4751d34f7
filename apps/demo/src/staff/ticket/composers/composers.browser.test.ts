import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../../testing/fake-api.js';
import {
  expectAccessible,
  expectFocus,
  expectNoSidewaysScroll,
  field,
  freshScreens,
  open,
  press,
  tab,
  tabTo,
} from '../../testing/screen.js';
import { after, aTicket, sarah } from '../../testing/tickets.js';

freshScreens();

const address = '/staff/tickets/t-1';
const openTicket = () => aTicket({ status: 'open' });
const mishandling = () => aTicket({ status: 'open', type: 'mishandling' });

describe('the composer', () => {
  test('is gone through by arrows, and each form keeps its own words over a reload', async () => {
    const api = new FakeApi(openTicket());
    open(api, address);
    await field('Votre réponse').fill('Bonjour Claire,');
    await tab('Répondre').click();
    await userEvent.keyboard('{ArrowRight}');
    await expectFocus(tab('Note interne'));
    await expect.element(field('Votre note')).toHaveValue('');
    await userEvent.keyboard('{End}');
    await expectFocus(tab('Résoudre'));
    await field('Texte de résolution').fill('Corrigé.');
    await tab('Résoudre').click();
    await userEvent.keyboard('{ArrowRight}');
    await expectFocus(tab('Répondre'));
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expectFocus(tab('Résoudre'));
    open(api, address);
    await expect.element(field('Votre réponse')).toHaveValue('Bonjour Claire,');
    await tab('Résoudre (brouillon gardé)').click();
    await expect.element(field('Texte de résolution')).toHaveValue('Corrigé.');
  });

  test('starts with what was begun', async () => {
    const api = new FakeApi(openTicket());
    open(api, address);
    await tab('Consulter').click();
    await field('Votre question').fill('Déjà vu ?');
    open(api, address);
    await expect.element(field('Votre question')).toHaveValue('Déjà vu ?');
    await expect.element(tab('Consulter')).toHaveAttribute('aria-selected', 'true');
  });

  test('says why nothing but a note can be written', async () => {
    open(new FakeApi(aTicket({ status: 'closed' })), address);
    await expect
      .element(page.getByText(/Cette action n’est pas possible tant que le ticket est/))
      .toBeVisible();
    await expect.element(field('Votre note')).toBeVisible();
    expect(page.getByRole('tab').elements()).toHaveLength(1);
  });

  for (const scheme of ['light', 'dark']) {
    test(`is accessible in each of its tabs, ${scheme}, and fits a telephone`, async () => {
      document.documentElement.style.colorScheme = scheme;
      await page.viewport(390, 844);
      open(new FakeApi(mishandling()), address);
      for (const name of ['Répondre', 'Note interne', 'Guider le retour', 'Consulter', 'Résoudre']) {
        await tab(name).click();
        await expectAccessible();
        expectNoSidewaysScroll();
      }
    });
  }

  test('speaks English', async () => {
    localStorage.setItem('teo-staff:locale', 'en');
    open(new FakeApi(mishandling()), address);
    for (const name of ['Answer', 'Internal note', 'Guide the roll-back', 'Consult', 'Resolve']) {
      await tab(name).click();
      await expectAccessible();
    }
  });
});

describe('a reproduction test', () => {
  const fill = async (verdict: RegExp) => {
    await tab('Tester').click();
    await page.getByRole('textbox', { name: 'Environnement' }).fill('téo 8.4.2');
    await page.getByRole('textbox', { name: 'Constat' }).fill('Rien à signaler.');
    await page.getByRole('radio', { name: verdict }).click();
  };

  test('that does not reproduce the bug asks the requester for more', async () => {
    const api = new FakeApi(openTicket());
    open(api, address);
    await fill(/^Non reproduit/);
    await press('Enregistrer le test');
    const ask = page.getByRole('textbox', { name: 'Ce que vous demandez au téomaster' });
    await expectFocus(ask);
    await expect.element(ask).toHaveAccessibleDescription(/Dites au téomaster ce qu’il vous faut/);
    await expectAccessible();
    await ask.fill('Sur quelle session ?');
    await press('Enregistrer le test');
    await expect
      .poll(() => api.lastOf('reproduction-tests')?.body)
      .toMatchObject({
        verdict: 'not_reproduced',
        message: 'Sur quelle session ?',
        requalifiedAs: null,
        steps: ['Ouvrir la feuille', 'Renvoyer l’invitation'],
      });
    expect(api.lastOf('reproduction-tests')?.ifMatch).toBe('"1"');
    await expectFocus(tab('Répondre'));
    await expect.element(page.getByText('Le test est consigné.')).toBeInTheDocument();
  });

  test('that finds no bug says what the ticket becomes and why', async () => {
    const api = new FakeApi(openTicket());
    open(api, address);
    await fill(/^Pas un bug/);
    await press('Enregistrer le test');
    const becomes = page.getByRole('combobox', { name: 'Le ticket devient' });
    await expectFocus(becomes);
    await expect.element(becomes).not.toHaveTextContent('Suivi de formation');
    await becomes.selectOptions('usage_question');
    await page.getByRole('textbox', { name: 'Pourquoi ce n’est pas un bug' }).fill('C’est un réglage.');
    await press('Enregistrer le test');
    await expect
      .poll(() => api.lastOf('reproduction-tests')?.body)
      .toMatchObject({ verdict: 'not_a_bug', message: 'C’est un réglage.', requalifiedAs: 'usage_question' });
  });

  test('that confirms the bug sends no message that was begun for another verdict', async () => {
    const api = new FakeApi(openTicket());
    open(api, address);
    await fill(/^Non reproduit/);
    await page.getByRole('textbox', { name: 'Ce que vous demandez au téomaster' }).fill('Un essai');
    await page.getByRole('radio', { name: /^Bug avéré/ }).click();
    await press('Enregistrer le test');
    await expect
      .poll(() => api.lastOf('reproduction-tests')?.body)
      .toMatchObject({ verdict: 'confirmed', message: '', requalifiedAs: null });
  });
});

describe('a roll-back', () => {
  test('is written, moved and removed by keyboard alone, and sent in its order', async () => {
    const api = new FakeApi(mishandling());
    open(api, address);
    await press('Guider le retour en arrière');
    await expectFocus(page.getByRole('radio', { name: /^Oui, pas à pas/ }));
    await userEvent.keyboard('{Tab}Vérifier{Enter}Ouvrir{Enter}De trop');
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    await expectFocus(page.getByRole('textbox', { name: 'Étape 1' }));
    await expect.element(page.getByText('Étape déplacée : 1 sur 3.')).toBeInTheDocument();
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Enter}');
    await expectFocus(page.getByRole('textbox', { name: 'Étape 1' }));
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expectFocus(page.getByRole('textbox', { name: 'Étape 2' }));
    await press('Envoyer les étapes');
    await expect.poll(() => api.lastOf('roll-back')?.body).toEqual({ steps: ['Ouvrir', 'Vérifier'] });
    await expectFocus(tab('Répondre'));
  });

  test('that is not possible needs its reason', async () => {
    const api = new FakeApi(mishandling());
    open(api, address);
    await tab('Guider le retour').click();
    await page.getByRole('radio', { name: /^Non/ }).click();
    await press('Envoyer l’explication');
    const reason = page.getByRole('textbox', { name: 'Pourquoi ce n’est pas possible' });
    await expectFocus(reason);
    await reason.fill('La facture est partie.');
    await press('Envoyer l’explication');
    await expect
      .poll(() => api.lastOf('roll-back-refusal')?.body)
      .toEqual({ reason: 'La facture est partie.' });
  });

  test('is missing before the resolution, which leads to it', async () => {
    const api = new FakeApi(mishandling());
    open(api, address);
    await tab('Résoudre').click();
    const resolve = page.getByRole('button', { name: 'Résoudre le ticket' });
    await expect.element(resolve).toHaveAccessibleDescription(/Avant de résoudre, guidez/);
    await page.getByRole('tabpanel').getByRole('button', { name: 'Guider le retour en arrière' }).click();
    await expect.element(tab('Guider le retour')).toHaveAttribute('aria-selected', 'true');
    expect(api.lastOf('resolution')).toBeUndefined();
  });

  test('shows how far the requester has come, and warns before it is replaced', async () => {
    const steps = [
      { text: 'Ouvrir l’historique', done: true },
      { text: 'Annuler l’import', done: false },
    ];
    open(new FakeApi(aTicket({ ...mishandling(), rollBack: { kind: 'guided', steps } })), address);
    await expect.element(page.getByRole('progressbar', { name: 'Retour en arrière' })).toBeVisible();
    await expect.element(page.getByText('1 sur 2')).toBeVisible();
    await press('Proposer d’autres étapes');
    await expect.element(page.getByText(/celle qui est cochée sera à refaire/)).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Étape 2' })).toHaveValue('Annuler l’import');
    await expectAccessible();
  });
});

describe('a consultation', () => {
  const asked = () =>
    after(
      openTicket(),
      { type: 'consultation.asked', service: 'technical', question: 'Un doublon ?' },
      { consultations: [{ number: 1, service: 'technical', answered: false }] },
    );

  test('is asked of another service', async () => {
    const api = new FakeApi(openTicket());
    api.outcome = (_ticket, command) => (command === 'consultations' ? asked() : undefined);
    open(api, address);
    await press('Demander un avis');
    await page.getByRole('combobox', { name: 'Service à consulter' }).selectOptions('technical');
    await press('Demander l’avis');
    await expectFocus(field('Votre question'));
    await field('Votre question').fill('Un doublon ?');
    await press('Demander l’avis');
    await expect
      .poll(() => api.lastOf('consultations')?.body)
      .toEqual({ service: 'technical', question: 'Un doublon ?' });
    await expect.element(page.getByText(/^Avis attendu, demandé/)).toBeVisible();
    await expectFocus(tab('Répondre'));
  });

  test('is answered by someone of the service, and by nobody else', async () => {
    const api = new FakeApi(asked());
    open(api, address);
    await expect.element(tab('Répondre')).toBeVisible();
    expect(tab('Donner un avis').query()).toBeNull();
    api.member = sarah;
    open(api, address);
    await expect.element(tab('Donner un avis')).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByText(/demande l’avis du service technique/).last()).toBeVisible();
    await expectAccessible();
    await press('Donner l’avis');
    await expectFocus(field('Votre avis'));
    await field('Votre avis').fill('Oui, le même.');
    await press('Donner l’avis');
    await expect
      .poll(() => api.lastOf('consultation-answers')?.body)
      .toEqual({ consultation: 1, answer: 'Oui, le même.' });
  });
});

test('a whole ticket is worked by keyboard alone', async () => {
  const api = new FakeApi(openTicket());
  api.outcome = (ticket, command) =>
    command === 'type'
      ? aTicket({ status: 'open', type: 'usage_question', version: ticket.version + 1 })
      : undefined;
  open(api);
  await expect.element(page.getByRole('link', { name: /Erreur 500/ })).toBeVisible();
  await userEvent.keyboard('j{Enter}');
  await expectFocus(page.getByRole('heading', { level: 1 }));
  await tabTo(field('Votre réponse'));
  await userEvent.keyboard('Bonjour Claire');
  await tabTo(page.getByRole('button', { name: 'Envoyer la réponse' }));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('La réponse est envoyée.')).toBeInTheDocument();
  const requalify = page.getByRole('button', { name: 'Requalifier le ticket' }).first();
  await tabTo(requalify);
  await userEvent.keyboard('{Enter}');
  await expectFocus(page.getByRole('radio', { name: /^Erreur de manipulation/ }));
  await userEvent.keyboard('{ArrowDown}');
  await tabTo(page.getByRole('textbox', { name: 'Pourquoi ce changement' }));
  await userEvent.keyboard('Un réglage suffit.');
  await tabTo(page.getByRole('dialog').getByRole('button', { name: 'Requalifier le ticket' }));
  await userEvent.keyboard('{Enter}');
  await expectFocus(requalify);
  await tabTo(tab('Répondre'), '{Shift>}{Tab}{/Shift}');
  await userEvent.keyboard('{End}{Tab}Réglé ensemble.');
  await tabTo(page.getByRole('button', { name: 'Résoudre le ticket' }));
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => api.sent.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]))
    .toEqual([
      ['/v1/staff/tickets/t-1/answers', { text: 'Bonjour Claire', awaitsRequester: false, files: [] }],
      ['/v1/staff/tickets/t-1/type', { type: 'usage_question', reason: 'Un réglage suffit.', answers: {} }],
      ['/v1/staff/tickets/t-1/resolution', { resolution: 'Réglé ensemble.' }],
    ]);
});

test('a resolution says which other tickets it answers', async () => {
  const other = { id: 't-9', reference: 'TEO-1009', subject: 'La même chose ailleurs' };
  open(new FakeApi(aTicket({ status: 'open', verdict: 'confirmed', carries: [other] })), address);
  await tab('Résoudre').click();
  await expect
    .element(page.getByText(/répondra aussi au ticket que ce dysfonctionnement porte/))
    .toBeVisible();
  await expect
    .element(page.getByRole('tabpanel').getByRole('link', { name: 'TEO-1009' }))
    .toHaveAttribute('href', '/staff/tickets/t-9');
  await expectAccessible();
});

test('an answer that crosses another one is not sent twice, and stays written', async () => {
  const api = new FakeApi(openTicket());
  open(api, address);
  await field('Votre réponse').fill('Voici la marche à suivre.');
  const crossed = after(openTicket(), {
    type: 'ticket.answered',
    text: 'Déjà répondu.',
    files: [],
    awaitsRequester: false,
  });
  api.override = ({ path }) => {
    if (!path.endsWith('/answers')) return undefined;
    api.tickets.set('t-1', crossed);
    return problem(412, 'version-conflict', 'Le ticket a changé.');
  };
  await press('Envoyer la réponse');
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'Ce qui a changé' }))
    .toHaveTextContent(/Sarah Nguyen a répondu/);
  await expect.element(field('Votre réponse')).toHaveValue('Voici la marche à suivre.');
  api.override = () => undefined;
  await press('Envoyer la réponse');
  await expect.poll(() => api.lastOf('answers')?.ifMatch).toBe('"2"');
});
