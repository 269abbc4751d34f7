import { fileTypes } from '@teo-support/core';
import { type Upload, UploadList } from '@teo-support/sdk';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { fileLineStyles } from '../files/file-line-styles.js';
import '../files/file-line.js';
import { attachedFilesStyles } from './attached-files-styles.js';
import type { Attachment } from './attachment.js';
import { uploadLine } from './upload-line.js';

/** The most that the API takes with one message or test. */
const maxFiles = 8;

const acceptable = fileTypes
  .flatMap(({ mediaType, endings }) => [mediaType, ...endings.map((ending) => `.${ending}`)])
  .join();

/** Files that go along with what one writes: sent to the server at once, named with the words later. */
export class AttachedFiles extends LitElement {
  static override properties = {
    desk: { attribute: false },
    files: { attribute: false },
    change: { attribute: false },
    label: {},
    uploads: { state: true },
    over: { state: true },
  };
  declare desk: Desk;
  declare files: readonly Attachment[];
  /** Told the files whenever one came or went. */
  declare change: (files: readonly Attachment[]) => void;
  declare label: string;
  declare uploads: readonly Upload[];
  /** Whether something is dragged over it. */
  declare over: boolean;
  #list: UploadList | null = null;

  constructor() {
    super();
    this.uploads = [];
    this.over = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#connected);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#connected);
    this.#list?.end();
    this.#list = null;
    this.uploads = [];
  }

  protected override render(): TemplateResult {
    const { desk, files, uploads } = this;
    const { attachments } = desk.words;
    const sending = uploads.filter(({ state }) => state.kind === 'sending');
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${this.#dragged} @dragleave=${this.#left} @drop=${this.#dropped}>
      ${
        files.length + uploads.length === 0
          ? nothing
          : html`<ul aria-label=${this.label}>
              ${repeat(
                files,
                ({ id }) => id,
                (file) => this.#attached(file),
              )}
              ${uploads.map((upload) => uploadLine(upload, desk, { again: (id) => void this.#again(id), remove: (id) => this.#end(id) }))}
            </ul>`
      }
      <input id="files" class="visually-hidden" type="file" accept=${acceptable} multiple aria-describedby="hint" @change=${this.#chosen}>
      <label class="button quiet" for="files">${icon('image')}${this.label}</label>
      <span class="hint" id="hint">${attachments.hint}</span>
      <p class="visually-hidden" role="status">${sending.map(({ file }) => `${attachments.sending(file.name)} `)}</p>
    </div>`;
  }

  #attached(file: Attachment): TemplateResult {
    return html`<li><file-line .desk=${this.desk} .file=${file}><button type="button" class="button quiet icon" aria-label=${this.desk.words.attachments.remove(file.name)}
      @click=${() => this.#remove(file)}>${icon('close')}</button></file-line></li>`;
  }

  /** Whether what was chosen has arrived: words that are sent meanwhile would go without it. */
  get settled(): Promise<boolean> {
    return this.#list?.settled() ?? Promise.resolve(true);
  }

  /** Takes files that were pasted where one writes; words are left to the field, with the picture that tables bring. */
  paste(event: ClipboardEvent): void {
    const { clipboardData: data } = event;
    const rich = data?.types.includes('text/html') && data.types.includes('text/plain');
    const pasted = rich ? [] : [...(data?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    this.#uploads().add(pasted);
  }

  readonly #connected = () => this.#list?.connected();

  readonly #chosen = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const chosen = [...(target.files ?? [])];
    // Empty again, so that the same file can be chosen a second time.
    target.value = '';
    this.#uploads().add(chosen);
  };

  readonly #dragged = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.over = true;
  };

  readonly #left = () => {
    this.over = false;
  };

  readonly #dropped = (event: DragEvent) => {
    if (!this.over) return;
    event.preventDefault();
    this.over = false;
    this.#uploads().add(event.dataTransfer?.files ?? []);
  };

  #uploads(): UploadList {
    this.#list ??= new UploadList({
      files: this.desk.client.files,
      most: maxFiles,
      room: () => maxFiles - this.files.length,
      changed: () => {
        this.uploads = this.#list?.uploads ?? [];
      },
      arrived: ({ id, name, mediaType, bytes }) => {
        this.desk.announce(this.desk.words.attachments.arrived(name ?? ''));
        this.#give([...this.files, { id, name: name ?? '', mediaType, bytes }]);
      },
    });
    return this.#list;
  }

  /** The focus goes from the button that was pressed to the one that stops it again. */
  async #again(id: string): Promise<void> {
    const place = this.uploads.findIndex((upload) => upload.id === id);
    this.#list?.again(id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#end-${CSS.escape(this.uploads[place]?.id ?? '')}`)?.focus();
  }

  #end(id: string): void {
    this.#list?.remove(id);
    this.#focusInput();
  }

  #remove(file: Attachment): void {
    this.#give(this.files.filter(({ id }) => id !== file.id));
    this.#focusInput();
  }

  #focusInput(): void {
    this.renderRoot.querySelector<HTMLElement>('#files')?.focus();
  }

  /** Known here at once, as two uploads may end before the form has been drawn again. */
  #give(files: readonly Attachment[]): void {
    this.files = files;
    this.change(files);
  }

  static override styles = [staffStyles, fileLineStyles, attachedFilesStyles];
}

customElements.define('attached-files', AttachedFiles);

declare global {
  interface HTMLElementTagNameMap {
    'attached-files': AttachedFiles;
  }
}
