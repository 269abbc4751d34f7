import type { StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { durationWords } from '../../time/duration.js';
import { targetWords } from '../../time/target.js';

/** The target in words: what is left or late, until when, and the time that did not count. */
export function clockPanel(ticket: StaffTicket, { words, locale, now }: Desk): TemplateResult {
  const { clock } = ticket;
  const target = targetWords(clock, now, locale, words);
  const since =
    clock.state === 'paused' ? ticket.timeline.findLast((entry) => entry.clock === 'stopped') : undefined;
  return html`<h2 class="section-title" id="clock">${icon('clock')}${words.clock.title}</h2>
    <p class="target with-icon tone-${target.tone}">${icon(target.icon)}${target.text}</p>
    <p>${words.clock.dueAt(dateWords(clock.dueAt, locale, now))}</p>
    <p class="muted">${words.clock.target(clock.targetDays)}</p>
    ${since === undefined ? nothing : html`<p class="muted">${words.clock.pausedSince(dateWords(since.at, locale, now))}</p>`}
    ${clock.pausedMs < 60_000 ? nothing : html`<p class="muted">${words.clock.pausedTotal(durationWords(clock.pausedMs, locale))}</p>`}`;
}

export const clockPanelStyles = css`
  .target {
    margin: 6px 0 2px;
    font-size: var(--_size-l);
    font-weight: 650;
  }
`;
