import { ApiError, ConnectionError, TimeoutError } from '@teo-support/sdk';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { emptyState } from '../design/empty-state.js';
import type { Words } from '../locales/index.js';

/** A screen that could not be filled: why, and another try. */
export function failureState(error: unknown, words: Words, retry: () => void): TemplateResult {
  const unreachable = error instanceof ConnectionError || error instanceof TimeoutError;
  const offline = unreachable && !navigator.onLine;
  const text = unreachable
    ? words.problem.connection
    : error instanceof ApiError
      ? error.message
      : words.problem.unknown;
  return html`<div role="alert">
    ${emptyState(
      unreachable ? 'offline' : 'alert',
      offline ? words.problem.offline : words.problem.loading,
      text,
      html`<button type="button" class="button" @click=${retry}>${words.problem.retry}</button>`,
    )}
  </div>`;
}
