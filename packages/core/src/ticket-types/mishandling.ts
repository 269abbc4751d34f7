import type { TicketTypeDeclaration } from './declaration.js';
import { teoModules } from './teo-modules.js';

/**
 * « Mauvaise manipulation et besoin de revenir en arrière : erreur d'import, d'export, horaires de séance modifiés
 * après envoi d'émargement... Nous n'intervenons pas directement sur les bases de données. »
 */
export const mishandling = {
  type: 'mishandling',
  routedTo: 'customer',
  notice: 'guided_roll_back',
  asksImpact: true,
  reproductionTested: false,
  rolledBack: true,
  attachesContext: true,
  fields: [
    { kind: 'line', name: 'subject', required: true, maxLength: 140 },
    {
      kind: 'choice',
      name: 'mishap',
      required: true,
      options: ['import', 'export', 'session_hours', 'other'],
    },
    { kind: 'choice', name: 'module', required: true, options: teoModules },
    { kind: 'text', name: 'done', required: true, maxLength: 8000 },
    { kind: 'line', name: 'doneWhen', required: true, maxLength: 140 },
    { kind: 'text', name: 'restore', required: true, maxLength: 4000 },
    { kind: 'images', name: 'screenshots', expected: false, maxFiles: 8, reasonMaxLength: 300 },
  ],
} as const satisfies TicketTypeDeclaration;
