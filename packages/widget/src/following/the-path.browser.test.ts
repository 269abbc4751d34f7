import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { after, aTicket, claire, runningClock } from '../testing/tickets.js';
import { embed, expectAccessible } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const me = { kind: 'teomaster', id: claire.id, name: claire.name } as const;
const téo = { kind: 'system', id: 'system', name: 'téo' } as const;
const other = { id: 't-2', reference: 'TEO-1002', subject: 'Le même' };

type Body = Parameters<typeof after>[1];

/** What is read of each thing that can happen to a ticket. */
const told: readonly (readonly [Body, string | RegExp, (typeof me | typeof téo)?])[] = [
  [{ type: 'ticket.assigned', service: 'training', agent: null }, 'Confié au service formation'],
  [
    { type: 'ticket.assigned', service: 'customer', agent: { id: 'j', name: 'Julien Morel' } },
    'Confié à Julien Morel, service clients',
  ],
  [
    {
      type: 'ticket.reproduction_tested',
      verdict: 'not_reproduced',
      environment: 'Firefox 152',
      steps: ['Ouvrir'],
      observed: 'Rien',
      evidence: [],
    },
    'Test de reproduction : Non reproduit',
  ],
  [{ type: 'ticket.transferred', to: 'technical', reason: 'Le calcul échoue.' }, 'Le calcul échoue.'],
  [{ type: 'ticket.reprioritised', priority: 'high', reason: 'Il y a un détour.' }, 'Il y a un détour.'],
  [
    { type: 'ticket.reprioritised', priority: 'low', reason: 'Moins gênant.' },
    /a changé la priorité : Faible/,
  ],
  [
    {
      type: 'ticket.requalified',
      from: 'malfunction',
      ticketType: 'usage_question',
      service: 'customer',
      reason: 'C’est un réglage.',
    },
    /a changé le type du ticket : Question d’utilisation/,
  ],
  [
    {
      type: 'ticket.requalified',
      from: 'malfunction',
      ticketType: 'usage_question',
      service: 'customer',
      reason: 'Un réglage.',
    },
    'Un réglage.',
  ],
  [{ type: 'ticket.roll_back_guided', steps: ['Un', 'Deux'] }, 'Retour en arrière proposé en 2 étapes'],
  [{ type: 'ticket.roll_back_step_ticked', step: 1, done: true }, 'Étape 2 du retour en arrière faite', me],
  [
    { type: 'ticket.roll_back_step_ticked', step: 0, done: false },
    'Étape 1 du retour en arrière à refaire',
    me,
  ],
  [{ type: 'ticket.roll_back_ruled_out', reason: 'Les envois sont partis.' }, 'Les envois sont partis.'],
  [{ type: 'ticket.views_crossed', service: 'technical' }, 'Regards croisés avec le service technique'],
  [{ type: 'ticket.merged', into: other }, /Ce ticket se poursuit dans/],
  [{ type: 'ticket.unmerged', from: other }, /reprend son propre cours, séparé de/],
  [{ type: 'ticket.duplicate_added', duplicate: other }, /Se poursuit aussi ici/],
  [{ type: 'ticket.duplicate_removed', duplicate: other }, /Suivi à nouveau séparément/],
  [{ type: 'ticket.carried' }, /Rattaché à un dysfonctionnement avéré/],
  [{ type: 'ticket.released' }, /Détaché du dysfonctionnement avéré/],
  [{ type: 'ticket.closed_by_time' }, /Clos avec le temps/, téo],
  [{ type: 'ticket.cancelled', reason: 'J’ai trouvé.' }, 'J’ai trouvé.', me],
  [{ type: 'ticket.cancelled', reason: null }, /a annulé le ticket/, me],
];

describe('the story of a ticket', () => {
  test('tells each thing that can happen in plain words', async () => {
    let ticket = aTicket();
    for (const [body, , by] of told) ticket = after(ticket, body, {}, by);
    const widget = embed(new FakeApi(ticket));
    await widget.openTicket('t-1');
    const story = page.getByRole('region', { name: 'Suivi' });
    await expect.element(story).toBeVisible();
    for (const [, words] of told) await expect.element(story).toHaveTextContent(words);
    await story.getByText('Le test en détail').click();
    await expect.element(story.getByText('Firefox 152')).toBeVisible();
    await expectAccessible(widget);
  });

  test('leads to the ticket where it goes on, and says so at once', async () => {
    const merged = after(
      aTicket(),
      { type: 'ticket.merged', into: other },
      { merged: true, mergedInto: other, possible: [] },
    );
    const widget = embed(
      new FakeApi(merged, aTicket({ id: 't-2', reference: 'TEO-1002', subject: 'Le même' })),
    );
    await widget.openTicket('t-1');
    await expect.element(page.getByText('Ce ticket se poursuit dans TEO-1002.')).toBeVisible();
    expect(page.getByRole('textbox').query()).toBeNull();
    expect(page.getByText(/Solution visée/).query()).toBeNull();
    await expectAccessible(widget);
    await page.getByRole('button', { name: 'Ouvrir TEO-1002' }).first().click();
    await expect.element(page.getByRole('heading', { name: 'Le même' })).toBeVisible();
  });

  test('says that a malfunction carries it without telling whose', async () => {
    const widget = embed(new FakeApi(aTicket({ carried: true })));
    await widget.openTicket('t-1');
    await expect
      .element(page.getByText(/rattaché à un dysfonctionnement avéré, déjà en cours/))
      .toBeVisible();
    await expectAccessible(widget);
  });

  test('marks the step that it has reached, and the pauses of its clock', async () => {
    const ticket = aTicket({
      verdict: 'confirmed',
      clock: { ...runningClock, dueAt: '2026-11-28T09:00:00Z', pausedMs: 93_600_000 },
    });
    const widget = embed(new FakeApi(ticket), { lang: 'en' });
    await widget.openTicket('t-1');
    const path = page.getByRole('list', { name: 'Path of the ticket' });
    await expect.element(path.getByText('Test')).toBeVisible();
    expect(path.element().querySelector('[aria-current="step"]')?.textContent).toContain('Test');
    await expect.element(page.getByText(/it stood still for 1 day 2 hours/)).toBeVisible();
    await expect.element(page.getByText('The téo team is on it.')).toBeVisible();
    await expectAccessible(widget);
  });

  test('reads the request as it was asked, whatever type it is now', async () => {
    const ticket = aTicket({ type: 'usage_question', filedAs: 'malfunction' });
    const widget = embed(new FakeApi(ticket));
    await widget.openTicket('t-1');
    await page.getByText('Votre demande').click();
    await expect.element(page.getByText('Comment reproduire le problème ?')).toBeVisible();
    await expect.element(page.getByText('Renvoyer l’invitation')).toBeVisible();
  });

  test('names the training that it is about, and no impact that nobody asked for', async () => {
    const ticket = aTicket({
      type: 'training_follow_up',
      filedAs: 'training_follow_up',
      impact: { usable: true },
      answers: {
        subject: { kind: 'text', text: 'Un point à revoir' },
        training: { kind: 'training', id: 'edit', title: 'téo edit', deliveredOn: '2026-10-06' },
      },
    });
    const widget = embed(new FakeApi(ticket));
    await widget.openTicket('t-1');
    await page.getByText('Votre demande').click();
    await expect.element(page.getByText('téo edit, 6 octobre 2026')).toBeVisible();
    expect(page.getByText('Pouvez-vous utiliser la fonctionnalité ?').query()).toBeNull();
  });
});
