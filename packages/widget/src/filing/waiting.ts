import { html, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';
import { failureWords } from '../panel/session.js';

/** A ticket that was sent and has not arrived: it goes by itself, or is taken back. */
export function renderWaiting(
  subject: string,
  failure: unknown,
  session: FullSession,
  actions: { readonly tryNow: () => void; readonly takeBack: () => void },
): TemplateResult {
  const { form } = session.words;
  return html`<div class="stack">
    <div class="notice warning" id="waits" role="status" tabindex="-1">
      <strong class="with-icon">${icon('clock')} <span>${form.waits}</span></strong>
      <span>${form.waitsText}</span>
      ${failure === null ? '' : html`<span class="small">${failureWords(failure, session.words)}</span>`}
    </div>
    <p><strong class="words">${subject}</strong></p>
    <div class="row">
      <button class="button primary" type="button" @click=${actions.tryNow}>${form.tryNow}</button>
      <button class="button" type="button" @click=${actions.takeBack}>${form.takeBack}</button>
    </div>
  </div>`;
}
