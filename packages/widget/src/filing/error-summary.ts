import type { TicketType } from '@teo-support/core';
import { fieldWords } from '@teo-support/core/messages';
import { html, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';
import type { FieldProblems } from './field-problems.js';

/**
 * Everything that is wrong, each a press away from its field. It takes the focus when sending was tried.
 * @param form what the fields stand in
 */
export function renderErrorSummary(
  type: TicketType,
  problems: FieldProblems,
  { domain, words }: FullSession,
  form: HTMLElement | DocumentFragment,
): TemplateResult {
  const labelOf = (place: string) => {
    if (place === 'usable') return domain.impact.usableQuestion;
    if (place === 'alternative') return domain.impact.alternativeQuestion;
    return fieldWords(domain, type, place.split('/')[0] ?? place).label;
  };
  return html`<div class="notice danger summary" id="summary" tabindex="-1" role="group" aria-labelledby="summary-title">
    <strong class="row" id="summary-title">${icon('warning')} ${words.form.errors(problems.size)}</strong>
    <ul>
      ${[...problems].map(
        ([place, problem]) => html`<li>
          <a href="#" @click=${(event: Event) => goTo(event, form, place)}>${labelOf(place)}</a><br />${problem}
        </li>`,
      )}
    </ul>
  </div>`;
}

function goTo(event: Event, form: HTMLElement | DocumentFragment, place: string): void {
  event.preventDefault();
  const name = place.split('/')[0] ?? place;
  const target = form.querySelector<HTMLElement>(`#field-${name}`);
  const inner = target?.querySelector<HTMLElement>(
    'teo-support-steps-field, teo-support-images-field, input',
  );
  (inner ?? target)?.focus();
}
