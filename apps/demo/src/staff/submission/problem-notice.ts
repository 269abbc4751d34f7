import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';
import type { Words } from '../locales/index.js';
import type { Submission } from './submission.js';

/** What went wrong with a form as a whole, told aloud; empty while nothing did. */
export function problemNotice(submission: Submission, words: Words): TemplateResult {
  const { message, requestId } = submission;
  return html`<div class="problem" role="alert">${
    message === null
      ? nothing
      : html`<div class="notice danger">
            <span class="with-icon">${icon('alert')}<span>${message}</span></span>
            ${requestId === null ? nothing : html`<span class="hint">${words.problem.request(requestId)}</span>`}
          </div>`
  }</div>`;
}
