import type { Page } from '@playwright/test';
import { expect } from './watched-page.js';

/** What a téomaster writes and chooses in the form of a type, by label. */
export interface Filing {
  /** How the name of the type begins. */
  readonly type: RegExp;
  readonly written: Readonly<Record<string, string>>;
  readonly chosen: Readonly<Record<string, string>>;
  /** The answers to the two facts, where the type asks for them. */
  readonly facts: readonly string[];
}

const painful = ['Non, c’est impossible', 'Oui, mais c’est pénible'] as const;
const inconvenient = ['Oui, mais ce n’est pas pratique'] as const;

/** A filled form of each type, with the subject that a test gives it. */
export const filings = {
  malfunction: (subject: string): Filing => ({
    type: /^Dysfonctionnement/,
    written: {
      'Le problème en une phrase': subject,
      'Que se passe-t-il ?': 'Le PDF des convocations est vide depuis ce matin.',
      'Qu’attendiez-vous ?': 'Une page par stagiaire.',
      'Qu’avez-vous obtenu ?': 'Une page blanche.',
      'Pas de capture ? Dites-nous pourquoi': 'La page est blanche.',
    },
    chosen: { 'Dans quel module de téo ?': 'Documents' },
    facts: painful,
  }),
  mishandling: (subject: string): Filing => ({
    type: /^Erreur de manipulation/,
    written: {
      'La manipulation en une phrase': subject,
      'Qu’avez-vous fait ?': 'J’ai importé l’ancienne liste.',
      'Quand ?': 'Ce matin',
      'Que souhaitez-vous retrouver ?': 'Les fiches d’avant.',
    },
    chosen: { 'De quelle manipulation s’agit-il ?': 'Un import', 'Dans quel module de téo ?': 'Annuaire' },
    facts: painful,
  }),
  question: (subject: string): Filing => ({
    type: /^Question d’utilisation/,
    written: {
      'Votre question en une phrase': subject,
      'Que souhaitez-vous faire ?': 'Relancer trois fois avant l’entrée en formation.',
    },
    chosen: {
      'Sur quoi porte-t-elle ?': 'Un geste : comment faire',
      'Dans quel module de téo ?': 'Communication',
    },
    facts: inconvenient,
  }),
  followUp: (subject: string): Filing => ({
    type: /^Suivi de formation/,
    written: {
      'Votre demande en une phrase': subject,
      'Que souhaitez-vous ?': 'Revoir les droits par rôle.',
    },
    chosen: { 'Sur quoi porte-t-elle ?': 'Un point du programme à revoir' },
    facts: [],
  }),
  rnd: (subject: string): Filing => ({
    type: /^R&D/,
    written: {
      'Votre retour en une phrase': subject,
      'Racontez-nous': 'La salle B est proposée deux fois à la même heure.',
    },
    chosen: {
      'Sur quelle fonctionnalité en test ?': 'Planning assisté',
      'Quel genre de retour ?': 'Quelque chose ne marche pas',
    },
    facts: inconvenient,
  }),
} as const;

/** Files a ticket from the page of téo and opens it in the widget. */
export async function file(page: Page, filing: Filing): Promise<void> {
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('button', { name: filing.type }).click();
  for (const [label, text] of Object.entries(filing.written)) await page.getByLabel(label).fill(text);
  for (const [label, option] of Object.entries(filing.chosen))
    await page.getByLabel(label).selectOption({ label: option });
  // Of the courses that téo gave, any will do.
  const course = page.getByLabel('Après quelle formation ?');
  if ((await course.count()) > 0) await course.selectOption({ index: 1 });
  const steps = page.getByRole('textbox', { name: /^Comment reproduire le problème/ });
  if ((await steps.count()) > 0) await steps.first().fill('Éditer les convocations');
  for (const fact of filing.facts) await page.getByRole('radio', { name: fact }).check();
  await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
  await page.getByRole('button', { name: 'Voir le ticket' }).click();
  await expect(page.getByText('Ticket déposé')).toBeVisible();
}
