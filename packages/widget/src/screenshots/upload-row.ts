import { fileTypes } from '@teo-support/core';
import { sizeWords } from '@teo-support/core/messages';
import type { Upload, UploadList, UploadRefusal } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';
import { failureWords } from '../panel/session.js';
import { iconOf } from './file-look.js';

/** What a picker offers: every type that can be sent, by its name and by how browsers call it. */
export const acceptable = fileTypes
  .flatMap(({ mediaType, endings }) => [mediaType, ...endings.map((ending) => `.${ending}`)])
  .join();

/** A file on its way with how far it has come, or one that did not get through with the way out. */
export function renderUpload(
  { id, file, state }: Upload,
  session: FullSession,
  act: Pick<UploadList, 'remove' | 'again'>,
): TemplateResult {
  const { form } = session.words;
  const { name, size } = file;
  const remove = (
    label: string,
  ) => html`<button class="button quiet icon" type="button" id="end-${id}" aria-label=${label}
    @click=${() => act.remove(id)}>${icon('close')}</button>`;
  switch (state.kind) {
    case 'sending': {
      const part = new Intl.NumberFormat(session.locale, { style: 'percent' }).format(state.sent / size);
      return html`<li class="file">
        ${icon(iconOf(file.type))}
        <div class="about">
          <p class="name" title=${name}>${name}</p>
          <progress max=${size} .value=${state.sent} aria-label=${form.uploading(name)}></progress>
          <p class="hint">${form.uploaded(part, sizeWords(size, session.locale))}</p>
        </div>
        ${remove(form.cancelUpload(name))}
      </li>`;
    }
    case 'failed': {
      const again = state.again
        ? html`<button class="button" type="button" @click=${() => act.again(id)}>${form.tryUploadAgain(name)}</button>`
        : nothing;
      return failed(name, failureWords(state.error, session.words), session, [
        again,
        remove(form.removeFile(name)),
      ]);
    }
    case 'refused':
      return failed(name, refusalWords(state.because, session), session, [remove(form.removeFile(name))]);
  }
}

function failed(name: string, why: string, { words }: FullSession, ways: unknown): TemplateResult {
  return html`<li class="file failed">
    ${icon('warning')}
    <p class="words" role="alert">${words.form.uploadFailed(name, why)}</p>
    <div class="row">${ways}</div>
  </li>`;
}

function refusalWords(because: UploadRefusal, { words, locale }: FullSession): string {
  const { refusals } = words.form;
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
