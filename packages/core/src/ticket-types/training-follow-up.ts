import type { TicketTypeDeclaration } from './declaration.js';

/**
 * « Après chaque formation téo, vous pouvez créer des tickets liés. Ils sont transmis au service formation et font
 * partie de nos attendus qualité Qualiopi. »
 */
export const trainingFollowUp = {
  type: 'training_follow_up',
  routedTo: 'training',
  notice: null,
  asksImpact: false,
  reproductionTested: false,
  rolledBack: false,
  attachesContext: false,
  fields: [
    { kind: 'line', name: 'subject', required: true, maxLength: 140 },
    { kind: 'training', name: 'training' },
    {
      kind: 'choice',
      name: 'about',
      required: true,
      options: ['practice', 'content', 'documents', 'complaint', 'other'],
    },
    { kind: 'text', name: 'request', required: true, maxLength: 8000 },
    { kind: 'text', name: 'alreadyTried', required: false, maxLength: 2000 },
    { kind: 'images', name: 'screenshots', expected: false, maxFiles: 8, reasonMaxLength: 300 },
  ],
} as const satisfies TicketTypeDeclaration;
