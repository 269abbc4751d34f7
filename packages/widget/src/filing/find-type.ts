import { findType, subjectField, type TypeAnswer, type TypeFinding } from '@teo-support/core';
import { html } from 'lit';
import type { GivenAnswers } from '../launcher/settings.js';
import { type IconName, icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';
import { openOver } from '../panel/over.js';
import type { PanelPlace } from '../panel/panel-place.js';
import { start } from '../panel/view.js';

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

/**
 * Asks plain questions over the panel, one page each, until they have led to a type.
 * @param answers what is known of the ticket
 */
export function openFinding(
  panel: PanelPlace,
  { me, words: { finding } }: FullSession,
  answers: GivenAnswers,
): void {
  const lead = (place: TypeFinding | null): void => {
    if (place === null) return;
    if (place.kind === 'found') {
      const { view, over: pages } = panel;
      const back = () => panel.move({ ...start, answers: subjectSoFar(panel) }, pages);
      const notice = () => html`<p class="row small">
        <span class="soft">${finding.led}</span>
        <button class="button quiet" type="button" @click=${back}>${finding.change}</button>
      </p>`;
      const given = view.name === 'home' ? (view.answers ?? {}) : answers;
      panel.move({ name: 'filing', type: place.type, answers: given, found: { notice, back } });
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

function subjectSoFar({ renderRoot }: PanelPlace): GivenAnswers {
  const form = renderRoot.querySelector('teo-support-ticket-form');
  const subject = form?.draft?.answers[subjectField];
  return subject?.kind === 'text' && subject.text !== '' ? { [subjectField]: subject.text } : {};
}
