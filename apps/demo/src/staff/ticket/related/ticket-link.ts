import type { TicketRef } from '@teo-support/sdk';
import { html, type TemplateResult } from 'lit';
import type { Words } from '../../locales/index.js';
import { addressOf } from '../../navigation/route.js';

/** Another ticket, named so that one knows it without opening it. */
export function ticketLink({ id, reference, subject }: TicketRef, { domain }: Words): TemplateResult {
  return html`<a href=${addressOf({ name: 'ticket', ticketId: id })}>${reference}</a> ${subject ?? domain.erased}`;
}
