import type { StaffTicket, StaffTimelineEntry } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { addressOf } from '../../navigation/route.js';
import { dateWords } from '../../time/dates.js';
import { endings } from '../clock/pauses.js';
import { verdictBadge } from '../marks.js';
import { authorName, entryIcons, entryWords, mentionedTicket } from './entry-words.js';
import { message } from './message.js';

/** What was said and done since the request, oldest first, with where the clock stopped and went on. */
export function timeline(ticket: StaffTicket, desk: Desk): TemplateResult | typeof nothing {
  const entries = ticket.timeline.filter((entry) => entry.type !== 'ticket.filed');
  if (entries.length === 0) return nothing;
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
    case 'consultation.asked':
      return message(entry, entry.question, desk);
    case 'consultation.answered':
      return message(entry, entry.answer, desk);
    case 'ticket.resolved':
      return message(entry, entry.resolution, desk);
    case 'ticket.reopened':
      return message(entry, entry.reason, desk);
    case 'ticket.cancelled':
    case 'ticket.transferred':
      // Here a reason is optional, so that none stands for nothing said.
      return html`${event(entry, desk)}${entry.reason === null ? nothing : html`<p class="words aside">${entry.reason}</p>`}`;
    case 'ticket.reprioritised':
    case 'ticket.requalified':
    case 'ticket.roll_back_ruled_out':
      return html`${event(entry, desk)}<p class="words aside">${entry.reason ?? domain.erased}</p>`;
    case 'ticket.roll_back_guided':
      return html`${event(entry, desk)}<ol class="followed aside">${entry.steps.map((step) => html`<li>${step ?? domain.erased}</li>`)}</ol>`;
    case 'ticket.reproduction_tested':
      return event(entry, desk, verdictBadge(entry.verdict, desk.words));
    default:
      return event(entry, desk);
  }
}

/** Something that was done, in one line. */
function event(
  entry: StaffTimelineEntry,
  { words, locale, now }: Desk,
  more: unknown = nothing,
): TemplateResult {
  const other = mentionedTicket(entry);
  const alarm =
    entry.type === 'target.missed' ? 'missed' : entry.type === 'target.approaching' ? 'approaching' : '';
  return html`<p class="event ${alarm}"><span class="sign">${icon(entryIcons[entry.type])}</span>
    <span><strong>${authorName(entry)}</strong> ${entryWords(entry, words)}
      ${other === null ? nothing : html`<a href=${addressOf({ name: 'ticket', ticketId: other.id })}>${other.reference}</a>`}
      <time class="muted" datetime=${entry.at}>${dateWords(entry.at, locale, now)}</time> ${more}</span></p>`;
}

function clockMark(entry: StaffTimelineEntry, { words }: Desk): TemplateResult | typeof nothing {
  if (entry.clock === null) return nothing;
  const text =
    entry.clock === 'resumed'
      ? words.entries.resumed
      : endings.has(entry.type)
        ? words.entries.ended
        : words.entries.stopped;
  return html`<p class="clock-mark"><span>${icon(entry.clock === 'stopped' ? 'pause' : 'play')}${text}</span></p>`;
}
