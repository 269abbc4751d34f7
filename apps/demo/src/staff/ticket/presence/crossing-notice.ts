import type { StaffTicket } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { entrySentence } from '../conversation/entry-words.js';
import { othersOn } from './presence-line.js';

/** What was written to everybody since an answer was begun makes it one that crosses another. */
const crossing: ReadonlySet<StaffTicket['timeline'][number]['type']> = new Set([
  'ticket.answered',
  'ticket.replied',
  'ticket.resolved',
  'ticket.requalified',
  'ticket.roll_back_guided',
]);

/**
 * Says, before an answer is sent, what was said since it was begun, and who else is writing one.
 * @param since the version of the ticket at which it was begun; `null` while nothing is written
 */
export function crossingNotice(ticket: StaffTicket, since: number | null, desk: Desk): TemplateResult {
  const { words, locale, now, member } = desk;
  const crossed =
    since === null
      ? []
      : ticket.timeline.filter(
          ({ type, version, by }) => crossing.has(type) && version > since && by.id !== member.id,
        );
  const writing =
    since === null ? [] : othersOn(ticket.id, desk).filter(({ doing }) => doing === 'answering');
  return html`<div role="status">${
    crossed.length + writing.length === 0
      ? nothing
      : html`<div class="notice warning crossing">
          ${writing.map(({ name }) => html`<span class="with-icon">${icon('message')}<span>${words.presence.alsoAnswers(name)}</span></span>`)}
          ${
            crossed.length === 0
              ? nothing
              : html`<span class="with-icon">${icon('alert')}<span>${words.presence.crossed}</span></span>
                  <ul class="changes">${crossed.map((entry) => html`<li>${entrySentence(entry, words)}, ${dateWords(entry.at, locale, now)}</li>`)}</ul>`
          }
        </div>`
  }</div>`;
}
