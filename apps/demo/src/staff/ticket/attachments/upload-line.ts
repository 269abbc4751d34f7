import { sizeWords } from '@teo-support/core/messages';
import { ApiError, type Upload, type UploadList, type UploadRefusal } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { fileIcon } from '../files/file-words.js';

/** A file on its way with how far it has come, or one that did not get through with the way out. */
export function uploadLine(
  { id, file, state }: Upload,
  desk: Desk,
  act: Pick<UploadList, 'again' | 'remove'>,
): TemplateResult {
  const { attachments } = desk.words;
  const { name, size } = file;
  const end = (label: string) =>
    html`<button type="button" class="button quiet icon" id="end-${id}" aria-label=${label} title=${label} @click=${() => act.remove(id)}>${icon('close')}</button>`;
  switch (state.kind) {
    case 'sending': {
      const part = new Intl.NumberFormat(desk.locale, { style: 'percent' }).format(state.sent / size);
      return html`<li class="file">${icon(fileIcon(file.type))}
        <div><p class="name" title=${name}>${name}</p>
          <progress max=${size} .value=${state.sent} aria-label=${attachments.sending(name)}></progress>
          <p class="hint">${attachments.sent(part, sizeWords(size, desk.locale))}</p></div>
        ${end(attachments.cancel(name))}</li>`;
    }
    case 'failed':
      return failed(name, failureWords(state.error, desk), desk, [
        state.again
          ? html`<button type="button" class="button" aria-label=${attachments.tryAgain(name)} @click=${() => act.again(id)}>${attachments.again}</button>`
          : nothing,
        end(attachments.forget(name)),
      ]);
    case 'refused':
      return failed(name, refusalWords(state.because, desk), desk, end(attachments.forget(name)));
  }
}

function failed(name: string, why: string, { words }: Desk, ways: unknown): TemplateResult {
  return html`<li class="file failed">${icon('alert')}<p role="alert">${words.attachments.failed(name, why)}</p><div class="actions">${ways}</div></li>`;
}

function failureWords(error: unknown, { words }: Desk): string {
  return error instanceof ApiError ? error.message : words.problem.connection;
}

function refusalWords(because: UploadRefusal, { words, locale }: Desk): string {
  const { refusals } = words.attachments;
  switch (because.kind) {
    case 'type':
      return refusals.type;
    case 'empty':
      return refusals.empty;
    case 'size':
      return refusals.size(sizeWords(because.mostBytes, locale));
    case 'count':
      return refusals.count(because.most);
  }
}
