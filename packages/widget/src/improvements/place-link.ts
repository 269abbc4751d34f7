import { html, type TemplateResult } from 'lit';
import type { ForumPlace } from './forum-place.js';
import type { ForumSession } from './forum-session.js';

/** Leads to a place: by its address where it has one, and else in place only. Told by `place-chosen`. */
export function placeLink(
  { hrefOf }: ForumSession,
  place: ForumPlace,
  content: unknown,
  style: 'link' | 'button' | 'button primary' = 'link',
): TemplateResult {
  const key = 'id' in place ? place.id : place.view;
  if (hrefOf === null || place.view === 'ticket')
    return html`<button class=${style} type="button" data-place=${key} @click=${(event: Event) => choose(event, place)}>${content}</button>`;
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(event, place);
  };
  return html`<a class=${style} href=${hrefOf(place)} data-place=${key} @click=${onClick}>${content}</a>`;
}

function choose({ currentTarget }: Event, place: ForumPlace): void {
  currentTarget?.dispatchEvent(
    new CustomEvent<ForumPlace>('place-chosen', { detail: place, bubbles: true, composed: true }),
  );
}
