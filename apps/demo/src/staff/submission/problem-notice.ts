import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';
import type { Words } from '../locales/index.js';
import type { Submission } from './submission.js';

/**
 * What went wrong with a form as a whole, told aloud; empty while nothing did.
 * @param changes what others did in the meantime, one sentence each
 */
export function problemNotice(
  submission: Submission,
  words: Words,
  changes: readonly string[] = [],
): TemplateResult {
  const { message, requestId } = submission;
  return html`<div class="problem" role="alert">${
    message === null
      ? nothing
      : html`<div class="notice danger">
            <span class="with-icon">${icon('alert')}<span>${message}</span></span>
            ${changes.length === 0 ? nothing : html`<p class="changes-title">${words.conflict}</p><ul class="changes">${changes.map((change) => html`<li>${change}</li>`)}</ul>`}
            ${requestId === null ? nothing : html`<span class="hint">${words.problem.request(requestId)}</span>`}
          </div>`
  }</div>`;
}
