import type { StaffTimelineEntry } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import type { Words } from '../../locales/index.js';
import { dateWords } from '../../time/dates.js';
import { authorName, entryIcons, entryWords } from './entry-words.js';

/** Something that was written: a card of its author's side, or what the team keeps to itself on its own ground. */
export function message(
  entry: StaffTimelineEntry,
  text: string | null,
  desk: Desk,
  more: unknown = nothing,
): TemplateResult {
  const { words, locale, now } = desk;
  const side = sideOf(entry);
  const signed = side === 'note' || side === 'resolution';
  // A note is one by its title; everything else is told as what its author did.
  const titled = entry.type === 'internal_note.written';
  return html`<article class="card message ${side}">
    <header>
      ${signed ? icon(entryIcons[entry.type]) : nothing}
      ${titled ? html`<strong>${words.entries.note}</strong>` : nothing}
      <strong class=${titled ? 'by' : ''}>${authorName(entry)}</strong>
      ${titled ? nothing : html`<span class="muted">${entryWords(entry, words)}</span>`}
      <time class="muted" datetime=${entry.at}>${dateWords(entry.at, locale, now)}</time>
      <span class="side">${seenBy(side, words)}</span>
    </header>
    <p class="words">${text ?? words.domain.erased}</p>
    ${more}
  </article>`;
}

type Side = 'note' | 'resolution' | StaffTimelineEntry['by']['kind'];

function sideOf(entry: StaffTimelineEntry): Side {
  switch (entry.type) {
    case 'internal_note.written':
    case 'consultation.asked':
    case 'consultation.answered':
      return 'note';
    case 'ticket.resolved':
      return 'resolution';
    default:
      return entry.by.kind;
  }
}

function seenBy(side: Side, { entries, ticket }: Words): string {
  if (side === 'note') return entries.noteSeenBy;
  return side === 'teomaster' ? ticket.teomaster : ticket.team;
}
