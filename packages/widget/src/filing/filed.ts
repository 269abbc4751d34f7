import type { RequesterTicket } from '@teo-support/core/contract';
import { html, type TemplateResult } from 'lit';
import { longDate } from '../locales/dates.js';
import { icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';

/** What follows once a ticket has arrived. */
export function renderFiled(
  { words, domain, locale }: FullSession,
  ticket: RequesterTicket,
  see: () => void,
  goHome: () => void,
): TemplateResult {
  return html`<div class="stack">
    <div class="notice">
      <span class="with-icon">${icon('done')} <strong>${ticket.subject}</strong></span>
      <span>${words.form.priority(domain.priorities[ticket.priority].name)}</span>
      <span>${words.form.target(longDate(ticket.clock.dueAt, locale))}</span>
    </div>
    <p>${words.filed.next}</p>
    <div class="row">
      <button class="button primary" type="button" @click=${see}>${words.filed.see}</button>
      <button class="button" type="button" @click=${goHome}>${words.filed.another}</button>
    </div>
  </div>`;
}
