import type { TicketTypeDeclaration } from './declaration.js';
import { teoModules } from './teo-modules.js';

/**
 * « L'utilisateur rencontre un bug : erreur 500, écran bloqué, fonctionnalité qui ne répond plus... Décrivez
 * précisément le problème. Joignez des captures d'écran. Indiquez les étapes pour reproduire le bug. »
 */
export const malfunction = {
  type: 'malfunction',
  routedTo: 'customer',
  notice: null,
  asksImpact: true,
  reproductionTested: true,
  rolledBack: false,
  attachesContext: true,
  fields: [
    { kind: 'line', name: 'subject', required: true, maxLength: 140 },
    { kind: 'choice', name: 'module', required: true, options: teoModules },
    { kind: 'text', name: 'description', required: true, maxLength: 8000 },
    { kind: 'steps', name: 'steps', minItems: 1, maxItems: 20, maxLength: 500 },
    { kind: 'text', name: 'expected', required: true, maxLength: 2000 },
    { kind: 'text', name: 'observed', required: true, maxLength: 2000 },
    { kind: 'text', name: 'errorText', required: false, maxLength: 2000 },
    { kind: 'images', name: 'screenshots', expected: true, maxFiles: 8, reasonMaxLength: 300 },
  ],
} as const satisfies TicketTypeDeclaration;
