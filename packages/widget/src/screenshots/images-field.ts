import { type ImagesField as ImagesDeclaration, showsScreen } from '@teo-support/core';
import type { FileView } from '@teo-support/core/contract';
import { type Upload, UploadList } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DraftAnswer } from '../drafts/draft.js';
import { UploadKeeping } from '../drafts/upload-keeping.js';
import { icon } from '../panel/all-icons.js';
import { apart, ours } from '../panel/apart.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { failureWords } from '../panel/session.js';
import { sharedStyle } from '../panel/shared-style.js';
import './attached-file.js';
import { tabCapture } from './capture/tab-capture.js';
import type { Outcome } from './editor/index.js';
import { fileRowStyle } from './file-row-style.js';
import { imagesStyle } from './images-style.js';
import { acceptable, renderUpload } from './upload-row.js';

type ImagesAnswer = Extract<DraftAnswer, { kind: 'images' }>;

/**
 * Screenshots and other files, picked, dropped or pasted; or the reason why no screenshot is there, where one is expected.
 * @fires images-change - `detail` is the answer as it now is
 */
export class ImagesField extends LitElement {
  static override styles = [...sharedStyle, fileRowStyle, imagesStyle];
  static override properties = {
    session: { attribute: false },
    field: { attribute: false },
    answer: { attribute: false },
    about: { attribute: false },
    uploads: { state: true },
    over: { state: true },
    news: { state: true },
    noPicture: { state: true },
    unkept: { state: true },
  };

  declare session: FullSession | null;
  declare field: ImagesDeclaration | null;
  declare answer: ImagesAnswer;
  /** What the files are for: under this, what is on its way is kept and found again. */
  declare about: string;
  declare uploads: readonly Upload[];
  declare over: boolean;
  /** What has arrived last, for a screen reader. */
  declare news: string;
  /** Why a picture was not taken or not edited. */
  declare noPicture: string;
  /** Those on their way that a reload would lose. */
  declare unkept: ReadonlySet<string>;

  #list: UploadList | null = null;
  #keeping: UploadKeeping | null = null;
  readonly #onConnected = ours(() => this.#list?.connected());

  constructor() {
    super();
    this.session = null;
    this.field = null;
    this.answer = { kind: 'images', files: [], noneBecause: '' };
    this.about = '';
    this.uploads = [];
    this.over = false;
    this.news = '';
    this.noPicture = '';
    this.unkept = new Set();
  }

  /** Takes files that were picked, dropped or pasted. What cannot be taken is named, with the reason. */
  take(files: Iterable<File>): void {
    this.news = '';
    this.noPicture = '';
    this.#uploads()?.add(files);
  }

  /** Puts another file in the place of one: an edited picture in that of the picture. */
  replace(file: FileView, by: File): void {
    this.#discard(file);
    this.take([by]);
  }

  /** Waits until everything that is on its way has arrived or failed. @returns whether nothing has failed meanwhile */
  async settled(): Promise<boolean> {
    return (await this.#list?.settled()) ?? true;
  }

  /** Stops what is on its way, and forgets what did not get through. */
  clear(): void {
    for (const { id } of this.uploads) this.#list?.remove(id);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onConnected);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onConnected);
    this.#leave();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('about') && changed.get('about') !== '') this.#leave();
  }

  /** What was on its way when the page was left goes on. */
  override updated(): void {
    const { session, field, isConnected } = this;
    if (session === null || field === null || this.#keeping !== null || !isConnected) return;
    this.#keeping = new UploadKeeping(session.me.id, `${this.about}:${field.name}`, (unkept) => {
      this.unkept = unkept;
    });
    const list = this.#uploads();
    this.#keeping.takeUp((left) => list?.resume([left]));
  }

  /** What is on its way stays for whoever comes back. */
  #leave(): void {
    this.#list?.pause();
    this.#list = null;
    this.uploads = [];
    this.#keeping?.leave();
    this.#keeping = null;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.drop button')?.focus();
  }

  override render(): TemplateResult | undefined {
    const { session, field, answer } = this;
    if (session === null || field === null) return undefined;
    const words = session.words.form;
    // Phones take pictures of their screens by themselves, and browsers on them do not.
    const isTouched = matchMedia('(pointer: coarse)').matches;
    const canCapture = !isTouched && tabCapture(window) !== null;
    return html`<div class="stack">
      <div class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event: DragEvent) => this.#onDrag(event, true)} @dragleave=${(event: DragEvent) => this.#onDrag(event, false)}
        @drop=${(event: DragEvent) => this.#onDrop(event)}>
        <div class="row">
          <button class="button" type="button" @click=${() => this.#input()?.click()}>${icon('image')} ${words.pickFiles}</button>
          ${canCapture ? html`<button class="button" id="capture" type="button" @pointerenter=${aboutToEdit} @focus=${aboutToEdit} @click=${() => this.#capture()}>${icon('camera')} ${words.capture}</button>` : nothing}
        </div>
        <span class="hint">${words.dropFiles}</span>
        ${canCapture || isTouched ? nothing : html`<span class="hint">${words.ownCapture}</span>`}
        <input type="file" accept=${acceptable} multiple hidden aria-label=${words.pickFiles} @change=${() => this.#onPick()} />
      </div>
      ${this.uploads.map(({ id, file }) => (this.unkept.has(id) ? html`<p class="notice warning" role="status">${words.notKept(file.name)}</p>` : nothing))}
      ${this.noPicture === '' ? nothing : html`<p class="notice warning" role="alert">${this.noPicture}</p>`}
      <p class="visually-hidden" role="status">
        ${this.uploads.map(({ file, state }) => (state.kind === 'sending' ? `${words.uploading(file.name)} ` : ''))}${this.news}
      </p>
      <ul class="files" ?hidden=${answer.files.length + this.uploads.length === 0}>
        ${answer.files.map(
          (file) => html`<li><teo-support-attached-file .session=${session} .file=${file}
            @file-edit=${() => this.#annotate(file)} @file-remove=${() => this.#onRemove(file)} @file-gone=${() => this.#remove(file)}
          ></teo-support-attached-file></li>`,
        )}
        ${this.uploads.map((upload) =>
          renderUpload(upload, session, {
            remove: (id) => this.#onEnd(id),
            again: (id) => apart(this.#onAgain(id)),
          }),
        )}
      </ul>
      ${
        field.expected && !answer.files.some(showsScreen)
          ? html`<div class="field">
              <label class="label" for="none">${words.noneBecause}</label>
              <input class="input" id="none" .value=${answer.noneBecause} maxlength=${field.reasonMaxLength}
                @input=${(event: Event) => this.#onReason(event)} />
            </div>`
          : nothing
      }
    </div>`;
  }

  /** A picture of the tab, edited before anything of it is sent. */
  async #capture(): Promise<void> {
    const made = await this.#pictureBy((tools, { locale }) => tools.takePicture(this, locale));
    if (made !== null) this.take([made]);
    else this.renderRoot.querySelector<HTMLElement>('#capture')?.focus();
  }

  /** Another picture in the place of one: what was masked in it is not in the other one. */
  async #annotate(file: FileView): Promise<void> {
    const made = await this.#pictureBy(async (tools, { locale, client }) =>
      tools.editPicture(this, locale, await client.files.download(file.id), file.name ?? ''),
    );
    if (made === null) return;
    this.replace(file, made);
    this.focus();
  }

  async #pictureBy(
    make: (tools: typeof import('./editor/index.js'), session: FullSession) => Promise<Outcome>,
  ): Promise<File | null> {
    const { session } = this;
    if (session === null) return null;
    this.noPicture = '';
    const tools = await pictureTools().catch(() => null);
    try {
      const made = tools === null ? session.words.state.offline : await make(tools, session);
      if (typeof made !== 'string') return made;
      this.noPicture = made;
    } catch (error) {
      this.noPicture = failureWords(error, session.words);
    }
    return null;
  }

  #uploads(): UploadList | null {
    const { session, field } = this;
    if (session === null || field === null) return null;
    this.#list ??= new UploadList({
      files: session.client.files,
      most: field.maxFiles,
      room: () => field.maxFiles - this.answer.files.length,
      changed: () => {
        this.uploads = this.#list?.uploads ?? [];
        apart(this.#keeping?.follow(this.uploads));
      },
      arrived: (file) => {
        this.news = session.words.form.arrived(file.name ?? '');
        this.#change({ ...this.answer, files: [...this.answer.files, file] });
      },
    });
    return this.#list;
  }

  #onRemove(file: FileView): void {
    this.#discard(file);
    this.focus();
  }

  /** What the person takes out goes from the server, too: what was masked in it least of all may stay there. */
  #discard(file: FileView): void {
    this.#remove(file);
    // Where that fails, it is collected like every file that no ticket names.
    this.session?.client.files.discard(file.id).catch(() => {});
  }

  #remove({ id }: FileView): void {
    this.#change({ ...this.answer, files: this.answer.files.filter((known) => known.id !== id) });
  }

  #onEnd(id: string): void {
    this.#list?.remove(id);
    this.focus();
  }

  /** The focus goes from the button that was pressed to the one that stops it again. */
  async #onAgain(id: string): Promise<void> {
    const place = this.uploads.findIndex((upload) => upload.id === id);
    this.#list?.again(id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#end-${CSS.escape(this.uploads[place]?.id ?? '')}`)?.focus();
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
    this.#onDrag(event, false);
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

/** They come when somebody is about to use them. */
function pictureTools() {
  return import('./editor/index.js');
}

/** A browser lets a page ask for a picture only shortly after a press: the code had better be there. */
function aboutToEdit(): void {
  pictureTools().catch(() => {});
}

define('teo-support-images-field', ImagesField);

declare global {
  interface HTMLElementTagNameMap {
    'teo-support-images-field': ImagesField;
  }
}
