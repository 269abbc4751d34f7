import type { TicketTypeDeclaration } from './declaration.js';
import { teoModules } from './teo-modules.js';

/** « Question sur un geste, un chiffre, un marqueur téo edit, le paramétrage d'un échéancier... » */
export const usageQuestion = {
  type: 'usage_question',
  routedTo: 'customer',
  notice: null,
  asksImpact: true,
  reproductionTested: false,
  rolledBack: false,
  attachesContext: true,
  fields: [
    { kind: 'line', name: 'subject', required: true, maxLength: 140 },
    {
      kind: 'choice',
      name: 'about',
      required: true,
      options: ['gesture', 'figure', 'merge_field', 'payment_schedule', 'other'],
    },
    { kind: 'choice', name: 'module', required: true, options: teoModules },
    { kind: 'text', name: 'question', required: true, maxLength: 8000 },
    { kind: 'text', name: 'alreadyTried', required: false, maxLength: 2000 },
    { kind: 'images', name: 'screenshots', expected: false, maxFiles: 8, reasonMaxLength: 300 },
  ],
} as const satisfies TicketTypeDeclaration;
