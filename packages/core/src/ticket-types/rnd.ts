import type { TicketTypeDeclaration } from './declaration.js';

/** « Concerne les clients qui testent les nouvelles fonctionnalités en développement. » */
export const rnd = {
  type: 'rnd',
  routedTo: 'technical',
  notice: null,
  asksImpact: true,
  reproductionTested: false,
  rolledBack: false,
  attachesContext: true,
  fields: [
    { kind: 'line', name: 'subject', required: true, maxLength: 140 },
    { kind: 'feature', name: 'feature' },
    {
      kind: 'choice',
      name: 'remark',
      required: true,
      options: ['bug', 'difficulty', 'suggestion', 'satisfaction'],
    },
    { kind: 'text', name: 'description', required: true, maxLength: 8000 },
    { kind: 'text', name: 'expected', required: false, maxLength: 2000 },
    { kind: 'images', name: 'screenshots', expected: false, maxFiles: 8, reasonMaxLength: 300 },
  ],
} as const satisfies TicketTypeDeclaration;
