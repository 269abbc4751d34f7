import type { RequesterTicket } from '@teo-support/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';
import { clockWords, pauseWords } from './clock-words.js';
import { otherTicket } from './entry-shapes.js';
import { renderPath } from './ticket-path.js';

/** What a ticket is and how it stands: whose turn, the clock, the path. */
export function renderHead(ticket: RequesterTicket, session: FullSession): TemplateResult {
  const { domain, words } = session;
  const clock = clockWords(ticket, session);
  const pauses = pauseWords(ticket.clock, session);
  return html`<div>
      <p class="row reference">
        <span class="grow">${ticket.reference} · ${domain.ticketTypes[ticket.type].name}</span>
        <span class="badge ${toneOf(ticket)}">${ticket.merged ? session.following.path.steps.merged : domain.statuses[ticket.status]}</span>
      </p>
      <h3 class="subject" tabindex="-1">${ticket.subject ?? domain.erased}</h3>
      <p class="small soft">${words.form.priority(domain.priorities[ticket.priority].name)}</p>
    </div>
    ${renderPath(ticket, session)}
    <div class="clock ${ticket.turn === 'requester' ? 'warning' : ticket.turn === 'team' && ticket.clock.missed ? 'danger' : ''}">
      <p><strong>${turnWords(ticket, session)}</strong></p>
      ${ticket.merged ? nothing : html`<p class="with-icon small">${icon(clock.icon)} <span>${clock.text}</span></p>`}
      ${pauses === null ? nothing : html`<p class="small">${pauses}</p>`}
      ${ticket.mergedInto === null ? nothing : html`<p>${otherTicket(ticket.mergedInto, session)}</p>`}
    </div>
    ${ticket.carried ? html`<p class="notice">${session.following.ticket.carried}</p>` : nothing}
    ${
      ticket.rollBack?.kind === 'ruled_out'
        ? html`<div class="notice">
            <strong>${session.following.rollBack.ruledOut}</strong>
            <span class="words">${ticket.rollBack.reason ?? domain.erased}</span>
          </div>`
        : nothing
    }
    ${
      ticket.duplicates.length === 0
        ? nothing
        : html`<p class="small">
            ${session.following.ticket.duplicates}
            ${ticket.duplicates.map((duplicate) => html` ${otherTicket(duplicate, session)}`)}
          </p>`
    }`;
}

/** The colour that goes with the status: what waits for the reader stands out, and what was given up is no success. */
export function toneOf({
  turn,
  merged,
  status,
}: Pick<RequesterTicket, 'turn' | 'merged' | 'status'>): string {
  if (merged || status === 'cancelled') return '';
  return turn === 'requester' ? 'warning' : turn === 'nobody' ? 'success' : 'info';
}

function turnWords(ticket: RequesterTicket, { following: { turn: words } }: FullSession): string {
  if (ticket.mergedInto !== null) return words.merged(ticket.mergedInto.reference);
  switch (ticket.status) {
    case 'new':
    case 'open':
      return words.team;
    case 'pending':
      return ticket.rollBack?.kind === 'guided' && !ticket.rollBack.steps.every(({ done }) => done)
        ? words.rollBack
        : words.reply;
    case 'resolved':
      return words.verdict;
    case 'closed':
      return words.closed;
    case 'cancelled':
      return words.cancelled;
  }
}
