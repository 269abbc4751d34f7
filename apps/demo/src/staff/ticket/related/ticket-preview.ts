import { declarationOf } from '@teo-support/core';
import type { StaffTicket, TicketSummary } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { dateWords } from '../../time/dates.js';
import { priorityMark, statusBadge, typeMark } from '../marks.js';

/** One ticket that was found; choosing it shows it in full. */
export function foundTicket(
  ticket: TicketSummary,
  { words, locale, now }: Desk,
  choose: () => void,
): TemplateResult {
  const { requester, organization, filedAt } = ticket;
  return html`<li><button type="button" class="candidate" @click=${choose}>
    <span class="reference">${ticket.reference}</span>
    <span class="subject">${ticket.subject ?? words.domain.erased}</span>
    <span class="muted from">${words.related.filed(requester.name, organization.name, dateWords(filedAt, locale, now))}</span>
    <span class="marks">${statusBadge(ticket.status, words)}</span>
  </button></li>`;
}

/** Enough of a ticket to be sure that it is the right one. */
export function ticketPreview(ticket: StaffTicket, desk: Desk): TemplateResult {
  const { words, locale, now } = desk;
  const { requester, organization, filedAt } = ticket;
  const exchanges = ticket.timeline.filter(
    ({ type }) => type === 'ticket.answered' || type === 'ticket.replied',
  ).length;
  return html`<p class="reference">${ticket.reference}</p>
    <h3>${ticket.subject ?? words.domain.erased}</h3>
    <p class="muted from">${words.related.filed(requester.name, organization.name, dateWords(filedAt, locale, now))}${exchanges === 0 ? nothing : `, ${words.related.exchanges(exchanges)}`}</p>
    <p class="marks">${statusBadge(ticket.status, words)}${typeMark(ticket.type, words)}${priorityMark(ticket.priority, words)}</p>
    <p class="excerpt">${excerpt(ticket) ?? words.domain.erased}</p>`;
}

/** What was told at length: the first text of the form. */
function excerpt(ticket: StaffTicket): string | null {
  const told = declarationOf(ticket.filedAs).fields.find(({ kind }) => kind === 'text');
  const answer = told === undefined ? undefined : ticket.answers[told.name];
  return answer?.kind === 'text' ? answer.text : null;
}
