import type { StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.js';
import { icon } from '../icons/icon.js';
import { targetWords } from '../time/target.js';
import { priorityMark, statusBadge, typeMark, verdictBadge } from './marks.js';

/** What the ticket is and where it stands, in two lines. */
export function ticketHead(ticket: StaffTicket, { words, locale, now }: Desk): TemplateResult {
  const target = targetWords(ticket.clock, now, locale, words);
  return html`<header class="head">
    <p class="reference">${ticket.reference}</p>
    <h1 tabindex="-1">${ticket.subject ?? words.domain.erased}</h1>
    <div class="marks">
      ${statusBadge(ticket.status, words)}
      ${typeMark(ticket.type, words)}
      ${priorityMark(ticket.priority, words)}
      ${ticket.verdict === null ? nothing : verdictBadge(ticket.verdict, words)}
      <span class="with-icon tone-${target.tone}">${icon(target.icon)}${target.text}</span>
      <span class="muted">${words.ticket.by(ticket.requester.name, ticket.organization.name)}</span>
    </div>
  </header>`;
}

export const ticketHeadStyles = css`
  .head {
    display: grid;
    gap: 6px;
    margin-bottom: var(--_space-5);
  }
  .head .reference {
    color: var(--_ink-2);
    font: 550 13px / 1.4 var(--_mono);
  }
  .head h1 {
    max-width: 44em;
    font: 650 var(--_size-xl) / 1.3 var(--_font);
    letter-spacing: -0.012em;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px var(--_space-4);
    font-size: 13.5px;
  }
`;
