import type { TicketSummary } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.js';
import { icon } from '../icons/icon.js';
import { addressOf } from '../navigation/route.js';
import { priorityMark, statusBadge, typeMark } from '../ticket/marks.js';
import { targetWords } from '../time/target.js';

/** One ticket of the queue. The whole row leads to it; the subject is the link. */
export function queueRow(ticket: TicketSummary, { words, locale, now }: Desk): TemplateResult {
  const target = targetWords(ticket.clock, now, locale, words);
  return html`<tr role="row" class=${ticket.status === 'new' ? 'is-new' : ''}>
    <td role="rowheader" class="reference">${ticket.reference}</td>
    <td role="cell" class="subject">
      <a href=${addressOf({ name: 'ticket', ticketId: ticket.id })} data-ticket=${ticket.id}>${ticket.subject ?? words.domain.erased}</a>
      <span class="from">${ticket.organization.name}, ${ticket.requester.name}</span>
      ${ticket.merged ? html`<span class="badge mark">${icon('merge')}${words.queue.merged}</span>` : nothing}
      ${ticket.carried ? html`<span class="badge mark">${icon('bug')}${words.queue.carried}</span>` : nothing}
    </td>
    <td role="cell" class="type">${typeMark(ticket.type, words)}</td>
    <td role="cell" class="priority">${priorityMark(ticket.priority, words)}</td>
    <td role="cell" class="status">${statusBadge(ticket.status, words)}</td>
    <td role="cell" class="assignment">
      <span>${words.domain.services[ticket.service]}</span>
      <span class=${ticket.agent === null ? 'agent nobody' : 'agent'}>${ticket.agent?.name ?? words.queue.noAgent}</span>
    </td>
    <td role="cell" class="target"><span class="with-icon tone-${target.tone}">${icon(target.icon)}${target.text}</span></td>
  </tr>`;
}
