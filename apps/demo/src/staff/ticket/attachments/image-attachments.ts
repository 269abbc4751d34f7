import { ApiError } from '@teo-support/sdk';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { ImageCache } from '../images/image-cache.js';
import type { Attachment } from './attachment.js';
import { imageAttachmentsStyles } from './image-attachments-styles.js';
import type { UploadLine } from './upload-line.js';

/** The most that the API takes with one message or test. */
const maxFiles = 8;

/** Pictures that go along with what one writes: sent to the server at once, named with the words later. */
export class ImageAttachments extends LitElement {
  static override properties = {
    desk: { attribute: false },
    files: { attribute: false },
    change: { attribute: false },
    label: {},
    uploads: { state: true },
    tooMany: { state: true },
    over: { state: true },
    previews: { state: true },
  };
  declare desk: Desk;
  declare files: readonly Attachment[];
  /** Told the files whenever one came or went. */
  declare change: (files: readonly Attachment[]) => void;
  declare label: string;
  declare uploads: readonly UploadLine[];
  declare tooMany: boolean;
  /** Whether something is dragged over it. */
  declare over: boolean;
  /** By file id; nothing for a picture that cannot be shown. */
  declare previews: ReadonlyMap<string, string | null>;
  #cache = new ImageCache();
  #batch: Promise<boolean> = Promise.resolve(true);

  constructor() {
    super();
    this.uploads = [];
    this.tooMany = false;
    this.over = false;
    this.previews = new Map();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cache.end();
    this.#cache = new ImageCache();
    this.previews = new Map();
  }

  protected override willUpdate(): void {
    for (const { id } of this.files) {
      if (this.previews.has(id)) continue;
      this.#preview(id, null);
      this.#cache.urlOf(id, this.desk.client).then(
        (url) => this.#preview(id, url),
        // Its name is shown without it.
        () => undefined,
      );
    }
  }

  protected override render(): TemplateResult {
    const { attachments } = this.desk.words;
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${this.#dragged} @dragleave=${this.#left} @drop=${this.#dropped}>
      ${
        this.files.length === 0
          ? nothing
          : html`<ul aria-label=${this.label}>${this.files.map((file) => this.#attached(file))}</ul>`
      }
      <input id="files" class="visually-hidden" type="file" accept="image/png,image/jpeg,image/webp,image/gif" multiple
        aria-describedby="hint" @change=${this.#chosen}>
      <label class="button quiet" for="files">${icon('image')}${this.label}</label>
      <span class="hint" id="hint">${attachments.hint}</span>
      <div role="status">${this.uploads.map((upload) => (upload.failure === null ? html`<p class="hint">${attachments.sending(upload.file.name)}</p>` : nothing))}</div>
      <div role="alert">
        ${this.tooMany ? html`<p class="error">${icon('alert')}${attachments.tooMany(maxFiles)}</p>` : nothing}
        ${this.uploads.map((upload) => (upload.failure === null ? nothing : this.#failed(upload, upload.failure)))}
      </div>
    </div>`;
  }

  #attached(file: Attachment): TemplateResult {
    const url = this.previews.get(file.id);
    return html`<li>${url ? html`<img src=${url} alt="">` : icon('image')}<span>${file.name}</span>
      <button type="button" class="button quiet icon" aria-label=${this.desk.words.attachments.remove(file.name)} @click=${() => this.#remove(file)}>${icon('close')}</button></li>`;
  }

  #failed(upload: UploadLine, failure: string): TemplateResult {
    const { attachments } = this.desk.words;
    const { name } = upload.file;
    return html`<div class="failed"><p class="error">${icon('alert')}${attachments.failed(name, failure)}</p>
      ${upload.retriable ? html`<button type="button" class="button" aria-label=${attachments.tryAgain(name)} @click=${() => this.#again(upload)}>${attachments.again}</button>` : nothing}
      <button type="button" class="button quiet icon" aria-label=${attachments.forget(name)} @click=${() => this.#forget(upload)}>${icon('close')}</button></div>`;
  }

  /** Whether what was chosen has arrived: words that are sent meanwhile would go without it. */
  get settled(): Promise<boolean> {
    return this.#batch;
  }

  /** Takes pictures that were pasted where one writes; words are left to the field. */
  paste(event: ClipboardEvent): void {
    const pictures = picturesIn(event.clipboardData);
    if (pictures.length === 0) return;
    event.preventDefault();
    this.#take(pictures);
  }

  readonly #chosen = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const chosen = [...(target.files ?? [])];
    // Empty again, so that the same file can be chosen a second time.
    target.value = '';
    this.#take(chosen);
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
    this.#take([...(event.dataTransfer?.files ?? [])]);
  };

  #take(chosen: readonly File[]): void {
    const underWay = this.uploads.filter(({ failure }) => failure === null).length;
    const free = maxFiles - this.files.length - underWay;
    this.tooMany = chosen.length > free;
    this.#send(chosen.slice(0, free));
  }

  #send(files: readonly File[]): void {
    const batch = Promise.all([this.#batch, ...files.map((file) => this.#upload(file))]);
    const settled = batch.then((arrived) => arrived.every(Boolean));
    this.#batch = settled;
    // A failure holds back what is sent now; it is on the screen for what is sent later.
    void settled.then(() => {
      if (this.#batch === settled) this.#batch = Promise.resolve(true);
    });
  }

  async #upload(file: File): Promise<boolean> {
    const { client, words } = this.desk;
    const upload: UploadLine = { file, failure: null, retriable: false };
    this.uploads = [...this.uploads, upload];
    try {
      const { id } = await client.files.upload(file, file.name);
      this.#give([...this.files, { id, name: file.name }]);
      this.#forget(upload);
      return true;
    } catch (error) {
      const refused = error instanceof ApiError;
      const failed: UploadLine = {
        file,
        failure: refused ? error.message : words.problem.connection,
        retriable: !refused || error.status >= 500 || error.status === 429,
      };
      this.uploads = this.uploads.map((known) => (known === upload ? failed : known));
      return false;
    }
  }

  #again(upload: UploadLine): void {
    this.#forget(upload);
    this.#send([upload.file]);
    this.#focusInput();
  }

  #forget(upload: UploadLine): void {
    const asked = upload.failure !== null;
    this.uploads = this.uploads.filter((known) => known !== upload);
    if (asked) this.#focusInput();
  }

  #remove(file: Attachment): void {
    this.#give(this.files.filter(({ id }) => id !== file.id));
    this.#focusInput();
  }

  #focusInput(): void {
    this.renderRoot.querySelector<HTMLElement>('#files')?.focus();
  }

  #preview(id: string, url: string | null): void {
    this.previews = new Map(this.previews).set(id, url);
  }

  /** Known here at once, as two uploads may end before the form has been drawn again. */
  #give(files: readonly Attachment[]): void {
    this.files = files;
    this.change(files);
  }

  static override styles = [staffStyles, imageAttachmentsStyles];
}

function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

customElements.define('image-attachments', ImageAttachments);

declare global {
  interface HTMLElementTagNameMap {
    'image-attachments': ImageAttachments;
  }
}
