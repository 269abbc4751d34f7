import { html, type TemplateResult } from 'lit';
import type { Language } from '../locales/language.js';
import { icon } from './icons.js';
import { failureWords } from './session.js';

/** While something is being fetched: its shape, and a word for those who do not see it. */
export function loadingState(words: Language['words'], rows = 3): TemplateResult {
  return html`<div class="stack" role="status">
    <span class="visually-hidden">${words.state.loading}</span>
    ${Array.from({ length: rows }, () => html`<div class="skeleton"></div>`)}
  </div>`;
}

/** What did not work, and the way on. */
export function failedState(error: unknown, words: Language['words'], retry: () => void): TemplateResult {
  return html`<div class="notice danger" role="alert">
    <span class="row">${icon('warning')} <strong>${words.state.failed}</strong></span>
    <span>${failureWords(error, words)}</span>
    <span><button class="button" type="button" @click=${retry}>${words.state.retry}</button></span>
  </div>`;
}
