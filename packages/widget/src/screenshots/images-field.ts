import type { ImagesField as ImagesDeclaration } from '@teo-support/core';
import type { FileView } from '@teo-support/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { DraftAnswer } from '../drafts/draft.js';
import { icon } from '../panel/all-icons.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { failureWords } from '../panel/session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { imagesStyle } from './images-style.js';

type ImagesAnswer = Extract<DraftAnswer, { kind: 'images' }>;

/** An image on its way to the server, or one that did not arrive. */
interface Upload {
  readonly file: File;
  readonly failure: string | null;
  /** Whether sending it again can help. */
  readonly retriable: boolean;
}

/**
 * Images, picked, dropped or pasted; or the reason why there are none, where they are expected.
 * @fires images-change - `detail` is the answer as it now is
 */
export class ImagesField extends LitElement {
  static override styles = [...sharedStyle, imagesStyle];
  static override properties = {
    session: { attribute: false },
    field: { attribute: false },
    answer: { attribute: false },
    uploads: { state: true },
    over: { state: true },
    previews: { state: true },
  };

  declare session: FullSession | null;
  declare field: ImagesDeclaration | null;
  declare answer: ImagesAnswer;
  declare uploads: readonly Upload[];
  declare over: boolean;
  /** Object URLs by file id. */
  declare previews: ReadonlyMap<string, string>;

  readonly #under = new Set<Promise<void>>();

  constructor() {
    super();
    this.session = null;
    this.field = null;
    this.answer = { kind: 'images', files: [], noneBecause: '' };
    this.uploads = [];
    this.over = false;
    this.previews = new Map();
  }

  /** Takes files that were picked, dropped or pasted. What cannot be taken is named, with the reason. */
  take(files: Iterable<File>): void {
    const words = this.session?.words.form;
    if (words === undefined) return;
    let room = (this.field?.maxFiles ?? 0) - this.answer.files.length - this.#under.size;
    for (const file of files) {
      if (!file.type.startsWith('image/')) this.#refuse(file, words.notAnImage);
      else if (room <= 0) this.#refuse(file, words.tooManyImages(this.field?.maxFiles ?? 0));
      else {
        room -= 1;
        this.#send(file);
      }
    }
  }

  /** Waits until everything that is on its way has arrived or failed. */
  async settled(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const url of this.previews.values()) URL.revokeObjectURL(url);
    this.previews = new Map();
  }

  override updated(): void {
    for (const file of this.answer.files) if (!this.previews.has(file.id)) void this.#restorePreview(file);
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  override render(): TemplateResult | undefined {
    const words = this.session?.words.form;
    if (words === undefined || this.field === null) return undefined;
    const full = this.answer.files.length >= this.field.maxFiles;
    return html`<div class="stack">
      <div class="drop ${this.over ? 'over' : ''}" ?hidden=${full}
        @dragover=${(event: DragEvent) => this.#onDrag(event, true)} @dragleave=${(event: DragEvent) => this.#onDrag(event, false)}
        @drop=${(event: DragEvent) => this.#onDrop(event)}>
        <button class="button" type="button" @click=${() => this.#input()?.click()}>${icon('image')} ${words.pickImages}</button>
        <span class="hint">${words.dropImages}</span>
        <input type="file" accept="image/png,image/jpeg,image/webp,image/gif" multiple hidden aria-label=${words.pickImages}
          @change=${() => this.#onPick()} />
      </div>
      <ul class="thumbs" ?hidden=${this.answer.files.length === 0}>
        ${this.answer.files.map((file) => this.#thumb(file))}
      </ul>
      ${this.uploads.map((upload) => this.#uploadLine(upload))}
      ${
        this.field.expected && this.answer.files.length === 0
          ? html`<div class="field">
              <label class="label" for="none">${words.noneBecause}</label>
              <input class="input" id="none" .value=${this.answer.noneBecause} maxlength=${this.field.reasonMaxLength}
                @input=${(event: Event) => this.#onReason(event)} />
            </div>`
          : nothing
      }
    </div>`;
  }

  #thumb(file: FileView): TemplateResult {
    const url = this.previews.get(file.id);
    const name = file.name ?? '';
    return html`<li>
      ${url === undefined || url === '' ? html`<div class="skeleton"></div>` : html`<img src=${url} alt=${this.session?.words.form.image(name) ?? name} />`}
      <span title=${name}>${name}</span>
      <button class="button icon" type="button" aria-label=${this.session?.words.form.removeImage(name) ?? name}
        @click=${() => this.#remove(file)}>${icon('close')}</button>
    </li>`;
  }

  #uploadLine(upload: Upload): TemplateResult {
    const words = this.session?.words.form;
    const { name } = upload.file;
    if (upload.failure === null) return html`<p class="hint" role="status">${words?.uploading(name)}</p>`;
    return html`<div class="notice danger" role="alert">
      <span>${words?.uploadFailed(name, upload.failure)}</span>
      <span class="row">
        ${
          upload.retriable
            ? html`<button class="button" type="button" @click=${() => this.#tryAgain(upload)}>${words?.tryUploadAgain(name)}</button>`
            : nothing
        }
        <button class="button quiet" type="button" @click=${() => this.#forget(upload)}>${words?.removeImage(name)}</button>
      </span>
    </div>`;
  }

  async #upload(file: File): Promise<void> {
    const { session } = this;
    if (session === null) return;
    const upload: Upload = { file, failure: null, retriable: true };
    this.uploads = [...this.uploads, upload];
    try {
      const stored = await session.client.files.upload(file, file.name);
      this.previews = new Map(this.previews).set(stored.id, URL.createObjectURL(file));
      this.#forget(upload);
      this.#change({ ...this.answer, files: [...this.answer.files, stored] });
    } catch (error) {
      const failure = failureWords(error, session.words);
      this.uploads = this.uploads.map((known) =>
        known === upload ? { file, failure, retriable: true } : known,
      );
    }
  }

  #send(file: File): void {
    const under = this.#upload(file).finally(() => this.#under.delete(under));
    this.#under.add(under);
  }

  #refuse(file: File, failure: string): void {
    this.uploads = [...this.uploads, { file, failure, retriable: false }];
  }

  #tryAgain(upload: Upload): void {
    this.#forget(upload);
    this.#send(upload.file);
  }

  #forget(upload: Upload): void {
    this.uploads = this.uploads.filter((known) => known !== upload);
  }

  /** After a reload the server still has the image; its picture is fetched again. */
  async #restorePreview(file: FileView): Promise<void> {
    this.previews = new Map(this.previews).set(file.id, '');
    try {
      const content = await this.session?.client.files.download(file.id);
      if (content !== undefined)
        this.previews = new Map(this.previews).set(file.id, URL.createObjectURL(content));
    } catch {
      // It is gone from the server: what cannot be sent must not stay in the draft.
      this.#remove(file);
    }
  }

  #remove(file: FileView): void {
    const url = this.previews.get(file.id);
    if (url !== undefined) URL.revokeObjectURL(url);
    this.#change({ ...this.answer, files: this.answer.files.filter((known) => known.id !== file.id) });
    this.focus();
  }

  #onReason(event: Event): void {
    if (event.target instanceof HTMLInputElement)
      this.#change({ ...this.answer, noneBecause: event.target.value });
  }

  #onPick(): void {
    const input = this.#input();
    if (input === null) return;
    this.take(input.files ?? []);
    input.value = '';
  }

  #onDrag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over = over;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer?.files ?? []);
  }

  #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('input[type=file]');
  }

  #change(answer: ImagesAnswer): void {
    this.answer = answer;
    this.dispatchEvent(new CustomEvent('images-change', { detail: answer }));
  }
}

define('teo-support-images-field', ImagesField);

declare global {
  interface HTMLElementTagNameMap {
    'teo-support-images-field': ImagesField;
  }
}
