import { findType, type TicketType, type TypeAnswer, type TypeFinding } from '@teo-support/core';
import { html, type TemplateResult } from 'lit';
import { type IconName, icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';
import { openOver } from '../panel/over.js';
import type { OverPage, PanelPlace } from '../panel/panel-place.js';

/** How the person came to a form without its name. */
export interface Found {
  /** The questions that they answered. */
  readonly pages: readonly OverPage[];
  /** Stands above the form: from where it comes, and the way back to the question before. */
  notice(back: () => void): TemplateResult;
}

const icons: Readonly<Record<TypeAnswer, IconName>> = {
  broken: 'bug',
  mistake: 'undo',
  how_to: 'question',
  about_course: 'course',
  about_trial: 'trial',
  on_trial: 'trial',
  not_on_trial: 'close',
  in_course: 'course',
  not_in_course: 'close',
};

/** Asks plain questions over the panel, one page each, until they have led to a type. */
export function openFinding(
  panel: PanelPlace,
  { me, words: { finding } }: FullSession,
  choose: (type: TicketType, found: Found) => void,
): void {
  const lead = (place: TypeFinding | null): void => {
    if (place === null) return;
    if (place.kind === 'found') {
      const { over: pages } = panel;
      choose(place.type, {
        pages,
        notice: (back) => html`<p class="row small">
          <span class="soft">${finding.led}</span>
          <button class="button quiet" type="button" @click=${back}>${finding.change}</button>
        </p>`,
      });
      return;
    }
    const { title, text } = finding.questions[place.question];
    openOver(
      panel,
      title,
      () => html`<div class="stack">
        <p class="soft">${text}</p>
        <ul class="types">${place.choices.map(({ answer, next }) => {
          const { name, when } = finding.answers[answer];
          return html`<li>
            <button class="type" type="button" @click=${() => lead(next)}>
              ${icon(icons[answer])}
              <strong>${name}</strong>
              <span class="soft">${when}</span>
              ${icon('next')}
            </button>
          </li>`;
        })}</ul>
      </div>`,
    );
  };
  lead(findType(me.ticketTypes));
}
