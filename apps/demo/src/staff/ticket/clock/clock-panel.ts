import type { StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { durationWords } from '../../time/duration.js';
import { milestoneWords } from '../../time/milestone.js';
import { targetWords } from '../../time/target.js';
import { type ToldPause, toldPauses } from './pauses.js';

/** The target in words: what is left or late, until when, and the time that did not count. */
export function clockPanel(ticket: StaffTicket, desk: Desk): TemplateResult {
  const { words, locale, now } = desk;
  const { clock } = ticket;
  const target = targetWords(clock, now, locale, words);
  const pauses = toldPauses(ticket.timeline);
  const standing = pauses.at(-1);
  const since = clock.state === 'paused' && standing?.to === null ? standing.from : null;
  return html`<h2 class="section-title" id="clock">${icon('clock')}${words.clock.title}</h2>
    <p class="target with-icon tone-${target.tone}">${icon(target.icon)}${target.text}</p>
    <p>${words.clock.dueAt(dateWords(clock.dueAt, locale, now))}</p>
    <p class="muted">${words.clock.target(clock.targetDays)}</p>
    ${since === null ? nothing : html`<p class="muted">${words.clock.pausedSince(told(since, desk))}</p>`}
    ${clock.pausedMs < 60_000 ? nothing : html`<p class="muted">${words.clock.pausedTotal(durationWords(clock.pausedMs, locale))}</p>`}
    <dl class="milestones">
      ${milestone(words.clock.assignment, clock.assignment, ticket, desk)}
      ${milestone(words.clock.firstAnswer, clock.firstAnswer, ticket, desk)}
    </dl>
    ${pauseStory(pauses, desk)}`;
}

/** What the team owed first. */
function milestone(
  name: string,
  owed: StaffTicket['clock']['firstAnswer'],
  { clock }: StaffTicket,
  { words, locale, now }: Desk,
): TemplateResult | typeof nothing {
  const told = milestoneWords(owed, clock.state, now, locale, words);
  if (told === null) return nothing;
  return html`<div><dt>${name}</dt><dd class="with-icon tone-${told.tone}">${icon(told.icon)}${told.text}</dd></div>`;
}

/** Each time that did not count and is over, with why. */
function pauseStory(pauses: readonly ToldPause[], desk: Desk): TemplateResult | typeof nothing {
  const { clock } = desk.words;
  const over = pauses.flatMap(({ from, to, why }) => (to === null ? [] : [{ from, to, why }]));
  if (over.length === 0) return nothing;
  return html`<details>
    <summary>${clock.pauses}</summary>
    <ul class="pauses">${over.map(
      ({ from, to, why }) => html`<li>${clock.pause(told(from, desk), told(to, desk))}
        <span class="muted">${why === 'waiting' ? clock.waited : clock.wasResolved}</span></li>`,
    )}</ul>
  </details>`;
}

function told(instant: number, { locale, now }: Desk): string {
  return dateWords(new Date(instant).toISOString(), locale, now);
}

export const clockPanelStyles = css`
  .target {
    margin: 6px 0 2px;
    font-size: var(--_size-l);
    font-weight: 650;
  }
  .milestones {
    display: grid;
    gap: 3px;
    margin-top: var(--_space-2);
    padding-top: var(--_space-2);
    border-top: 1px solid var(--_line);
    font-size: var(--_size-s);
  }
  .milestones:not(:has(div)) {
    display: none;
  }
  .milestones > div {
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr);
    gap: 6px;
  }
  .milestones dt {
    color: var(--_ink-2);
  }
  .milestones dd {
    align-items: flex-start;
    font-weight: 500;
  }
  .milestones .icon {
    width: 14px;
    height: 14px;
    margin-top: 2px;
  }
  .pauses {
    display: grid;
    gap: 4px;
    font-size: var(--_size-s);
  }
  .pauses .muted {
    display: block;
  }
`;
