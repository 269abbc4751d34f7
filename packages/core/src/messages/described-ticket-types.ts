import type { TicketTypeList } from '../contract/ticket-types.js';
import { ticketTypeDeclarations } from '../ticket-types/index.js';
import { type Catalogue, fieldWords } from './catalogue.js';

/** The declarations with their words in one language: all that a client needs to draw a form of its own. */
export function describedTicketTypes(catalogue: Catalogue): TicketTypeList {
  return {
    ticketTypes: ticketTypeDeclarations.map((declared) => {
      const { name, when } = catalogue.ticketTypes[declared.type];
      const notice = declared.notice === null ? null : catalogue.notices[declared.notice];
      return {
        ...declared,
        words: { name, when, notice },
        fields: declared.fields.map((field) => {
          const { label, hint, options } = fieldWords(catalogue, declared.type, field.name);
          return field.kind === 'choice'
            ? { ...field, options: [...field.options], words: { label, hint, options: { ...options } } }
            : { ...field, words: { label, hint } };
        }),
      };
    }),
  };
}
