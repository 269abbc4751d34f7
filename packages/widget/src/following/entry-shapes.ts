import type { FileView, RequesterTimelineEntry, TicketRef } from '@teo-support/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { shortDate } from '../locales/dates.js';
import { type IconName, icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';

/** One line of the story, and who reads it. */
export interface Told {
  readonly entry: RequesterTimelineEntry;
  readonly session: FullSession;
}

/** A fact stands in a line. */
export function fact(
  name: IconName,
  text: TemplateResult | string,
  { entry, session }: Told,
): TemplateResult {
  return html`<p class="fact">
    ${icon(name)} <span>${text}, <time datetime=${entry.at}>${shortDate(entry.at, session.locale)}</time></span>
  </p>`;
}

/** What somebody wrote stands as a message: who, what they did by it, when, and their words. */
export function message(
  did: string,
  text: string | null,
  { entry, session }: Told,
  files: readonly FileView[] = [],
): TemplateResult {
  const { by } = entry;
  const own = by.kind === 'teomaster';
  // A program that wrote in the person's name is named beside them.
  const person = by.via === undefined ? by.name : `${by.name} (${by.via})`;
  const who = by.kind === 'staff' ? `${by.name}, ${session.following.ticket.team}` : person;
  return html`<div class="message ${own ? 'own' : ''}">
    <p class="who">
      <strong>${who}</strong> ${did} · <time datetime=${entry.at}>${shortDate(entry.at, session.locale)}</time>
    </p>
    ${text === '' ? nothing : html`<p class="words">${text ?? session.domain.erased}</p>`}
    ${images(files, session)}
  </div>`;
}

/** Another ticket, by its reference, a press away. */
export function otherTicket(other: TicketRef, { following }: FullSession): TemplateResult {
  const onPress = (event: Event) =>
    event.target?.dispatchEvent(
      new CustomEvent('ticket-chosen', { detail: other.id, bubbles: true, composed: true }),
    );
  return html`<button
    class="link"
    type="button"
    aria-label=${following.ticket.openOther(other.reference)}
    title=${other.subject ?? ''}
    @click=${onPress}
  >
    ${other.reference}
  </button>`;
}

export function images(files: readonly FileView[], session: FullSession): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<teo-support-images .session=${session} .files=${files}></teo-support-images>`;
}

/** « The clock stops while pending, and the timeline shows it. » */
export function clockMark({ entry, session: { following } }: Told): TemplateResult | typeof nothing {
  if (entry.clock === null) return nothing;
  const stopped = entry.clock === 'stopped';
  return html`<p class="fact">
    ${icon(stopped ? 'pause' : 'clock')}
    <span>${stopped ? following.clock.stoppedHere : following.clock.resumedHere}</span>
  </p>`;
}
