import { ApiError, ConnectionError, TimeoutError } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';
import type { Words } from '../locales/index.js';
import type { ExportState } from './queue-export.js';

interface ExportActions {
  readonly start: () => void;
  readonly stop: () => void;
}

/** Begins an export, and ends it while it runs: one button, which keeps the focus. */
export function exportButton({ name }: ExportState, words: Words, actions: ExportActions): TemplateResult {
  const running = name === 'running';
  const { export: said } = words.queue;
  return html`<button type="button" class="button export" @click=${running ? actions.stop : actions.start}>
    ${icon(running ? 'close' : 'down')}${running ? said.stop : said.start}
  </button>`;
}

/** How far an export has come, or what became of it. */
export function exportPanel(state: ExportState, words: Words, actions: ExportActions): TemplateResult {
  return html`<div class="export-panel" role="alert">${state.name === 'failed' ? failure(state.error, words, actions) : nothing}</div>
    ${state.name === 'running' ? progress(state, words) : nothing}
    ${state.name === 'done' ? html`<p class="export-panel muted">${words.queue.export.done(state.tickets, state.file)}</p>` : nothing}`;
}

function progress(
  { tickets, total }: Extract<ExportState, { name: 'running' }>,
  { queue }: Words,
): TemplateResult {
  const said = total === null ? queue.export.written(tickets) : queue.export.writtenOf(tickets, total);
  const bar =
    total === null
      ? html`<progress aria-label=${queue.export.progress}></progress>`
      : html`<progress aria-label=${queue.export.progress} max=${Math.max(1, total)} .value=${Math.min(tickets, total)}></progress>`;
  return html`<p class="export-panel with-icon">${bar}<span>${said}</span></p>`;
}

function failure(error: unknown, words: Words, { start }: ExportActions): TemplateResult {
  return html`<div class="notice danger">
    <span class="with-icon">${icon('alert')}<span>${reason(error, words)}</span></span>
    <span class="actions"><button type="button" class="button" @click=${start}>${words.problem.retry}</button></span>
  </div>`;
}

function reason(error: unknown, { queue }: Words): string {
  if (error instanceof ApiError) return queue.export.refused(error.message);
  const cut = error instanceof ConnectionError || error instanceof TimeoutError;
  return cut ? queue.export.cut : queue.export.failed;
}

export const exportStyles = css`
  .title .button.export {
    min-height: 34px;
    padding-block: 4px;
    font-size: 13.5px;
  }
  .export-panel:not(:empty) {
    margin-bottom: var(--_space-3);
  }
  .export-panel progress {
    width: 160px;
    accent-color: var(--_accent);
  }
`;
