import { fileTypeOf, isPicture } from '@teo-support/core';
import { FileWatch } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import type { Attachment } from '../attachments/attachment.js';
import { fileLineStyles } from './file-line-styles.js';
import { aboutFile, accessWords, fileIcon } from './file-words.js';

/**
 * A file in a line: its picture or the sign of its kind, its name, what it is and how large, and the link that saves it.
 * A video plays below.
 * @slot - what can be done with it besides
 */
export class FileLine extends LitElement {
  static override properties = {
    desk: { attribute: false },
    file: { attribute: false },
    playing: { type: Boolean },
    unplayable: { state: true },
  };
  declare desk: Desk;
  declare file: Attachment;
  /** Whether a video is played here, too. */
  declare playing: boolean;
  /** Whether this browser plays no such video. */
  declare unplayable: boolean;
  #watch: FileWatch | null = null;

  constructor() {
    super();
    this.playing = false;
    this.unplayable = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#watch !== null && changed.get('file')?.id === undefined) return;
    if (this.#watch !== null && changed.get('file')?.id === this.file.id) return;
    this.#watch?.end();
    this.#watch = new FileWatch({
      files: this.desk.client.files,
      fileId: this.file.id,
      changed: () => this.requestUpdate(),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.end();
    this.#watch = null;
  }

  protected override render(): TemplateResult {
    const { desk, file } = this;
    const access = this.#watch?.access ?? { state: 'asking' };
    const why = accessWords(access, desk);
    const found = access.state === 'available' ? access : null;
    const plays = this.playing && !this.unplayable && fileTypeOf(file.mediaType)?.kind === 'video';
    return html`<div class="file">
      ${found?.thumbnail != null && isPicture(file) ? html`<img src=${found.thumbnail} alt="">` : icon(fileIcon(file.mediaType))}
      <div><p class="name" title=${file.name}>${file.name}</p><p class="hint">${aboutFile(file, desk)}</p></div>
      <div>
        ${
          found === null
            ? nothing
            : html`<a class="button quiet icon" href=${found.content} download=${file.name} aria-label=${desk.words.images.download(file.name)}
                title=${desk.words.images.download(file.name)} @click=${this.#follow}>${icon('down')}</a>`
        }<slot></slot>
      </div>
      ${why === null ? nothing : html`<p class=${access.state === 'held' ? 'why hint' : 'why error'} role="status">${icon(access.state === 'held' ? 'clock' : 'alert')} ${why}</p>`}
      ${found !== null && plays ? html`<video controls preload="metadata" src=${found.content} aria-label=${file.name} @error=${this.#unplayable}></video>` : nothing}
    </div>`;
  }

  /** An address is good for some minutes: a page that stands open for long asks for another one before it is followed. */
  readonly #follow = async (event: Event) => {
    const watch = this.#watch;
    const link = event.currentTarget;
    if (watch === null || !(link instanceof HTMLAnchorElement) || !watch.isStale(Date.now())) return;
    event.preventDefault();
    await watch.refresh();
    if (watch.access.state !== 'available') return;
    link.href = watch.access.content;
    link.click();
  };

  readonly #unplayable = () => {
    this.unplayable = true;
  };

  static override styles = [staffStyles, fileLineStyles];
}

customElements.define('file-line', FileLine);
