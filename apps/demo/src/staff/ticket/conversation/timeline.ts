import type { StaffTicket, StaffTimelineEntry } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { verdictBadge } from '../marks.js';
import { entryIcons, entryWords } from './entry-words.js';

/** What was said and done since the request, oldest first, with where the clock stopped and went on. */
export function timeline(ticket: StaffTicket, desk: Desk): TemplateResult {
  const entries = ticket.timeline.filter((entry) => entry.type !== 'ticket.filed');
  return html`<ol class="timeline">
    ${repeat(
      entries,
      (entry) => entry.version,
      (entry) => html`<li>${oneEntry(entry, desk)}${clockMark(entry, desk)}</li>`,
    )}
  </ol>`;
}

function oneEntry(entry: StaffTimelineEntry, desk: Desk): TemplateResult {
  const { domain } = desk.words;
  switch (entry.type) {
    case 'ticket.answered':
    case 'ticket.replied':
      return message(
        entry,
        entry.text,
        desk,
        entry.files.length === 0
          ? nothing
          : html`<ticket-images .desk=${desk} .files=${entry.files}></ticket-images>`,
      );
    case 'internal_note.written':
      return message(entry, entry.text, desk);
    case 'ticket.resolved':
      return message(entry, entry.resolution, desk);
    case 'ticket.reopened':
      return message(entry, entry.reason, desk);
    case 'ticket.transferred':
      return html`${event(entry, desk)}${entry.reason === null ? nothing : html`<p class="words aside">${entry.reason ?? domain.erased}</p>`}`;
    case 'ticket.reproduction_tested':
      return event(entry, desk, verdictBadge(entry.verdict, desk.words));
    case 'ticket.filed':
    case 'ticket.assigned':
    case 'ticket.confirmed':
      return event(entry, desk);
  }
}

/** Something that was written: a card of its author's side, or a note on its own ground. */
function message(
  entry: StaffTimelineEntry,
  text: string | null,
  desk: Desk,
  more: unknown = nothing,
): TemplateResult {
  const { words, locale, now } = desk;
  const note = entry.type === 'internal_note.written';
  const side = note ? 'note' : entry.type === 'ticket.resolved' ? 'resolution' : entry.by.kind;
  return html`<article class="card message ${side}">
    <header>
      ${note || entry.type === 'ticket.resolved' ? icon(entryIcons[entry.type]) : nothing}
      ${note ? html`<strong>${words.entries.note}</strong>` : nothing}
      <strong class=${note ? 'by' : ''}>${entry.by.name}</strong>
      ${note ? nothing : html`<span class="muted">${entryWords(entry, words)}</span>`}
      <time class="muted" datetime=${entry.at}>${dateWords(entry.at, locale, now)}</time>
      <span class="side">${note ? words.entries.noteSeenBy : entry.by.kind === 'staff' ? words.ticket.team : words.ticket.teomaster}</span>
    </header>
    <p class="words">${text ?? words.domain.erased}</p>
    ${more}
  </article>`;
}

/** Something that was done, in one line. */
function event(
  entry: StaffTimelineEntry,
  { words, locale, now }: Desk,
  more: unknown = nothing,
): TemplateResult {
  return html`<p class="event"><span class="sign">${icon(entryIcons[entry.type])}</span>
    <span><strong>${entry.by.name}</strong> ${entryWords(entry, words)} <time class="muted" datetime=${entry.at}>${dateWords(entry.at, locale, now)}</time> ${more}</span></p>`;
}

function clockMark(entry: StaffTimelineEntry, { words }: Desk): TemplateResult | typeof nothing {
  if (entry.clock === null) return nothing;
  const ended = entry.type === 'ticket.resolved' || entry.type === 'ticket.confirmed';
  const text =
    entry.clock === 'resumed' ? words.entries.resumed : ended ? words.entries.ended : words.entries.stopped;
  return html`<p class="clock-mark"><span>${icon(entry.clock === 'stopped' ? 'pause' : 'play')}${text}</span></p>`;
}
