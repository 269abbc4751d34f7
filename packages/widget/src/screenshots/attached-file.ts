import { isPicture } from '@teo-support/core';
import type { FileView } from '@teo-support/core/contract';
import { FileWatch } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type IconName, icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { aboutFile, iconOf } from './file-look.js';
import { fileRowStyle } from './file-row-style.js';

/**
 * A file that goes along: in small where it is a picture, with its name, what it is, how large, and its removal.
 * @fires file-edit - the person wants to draw on the picture
 * @fires file-remove - the person takes it out
 * @fires file-gone - the server has it no more
 */
class AttachedFile extends LitElement {
  static override styles = [...sharedStyle, fileRowStyle];
  static override properties = {
    session: { attribute: false },
    file: { attribute: false },
    picture: { state: true },
  };

  declare session: FullSession | null;
  declare file: FileView | null;
  /** An object URL, once it is there. */
  declare picture: string | null;

  #watch: FileWatch | null = null;

  constructor() {
    super();
    this.session = null;
    this.file = null;
    this.picture = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('file') || changed.get('file')?.id === this.file?.id) return;
    this.#leave();
    const { session, file } = this;
    if (session === null || file === null) return;
    this.#watch = new FileWatch({
      files: session.client.files,
      fileId: file.id,
      changed: () => apart(this.#onAccess(file)),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  override render(): TemplateResult | undefined {
    const { session, file } = this;
    if (session === null || file === null) return undefined;
    const { form } = session.words;
    const name = file.name ?? '';
    return html`<div class="file">
      ${this.picture === null ? icon(iconOf(file.mediaType)) : html`<img src=${this.picture} alt=${form.image(name)} />`}
      <div class="about"><p class="name" title=${name}>${name}</p><p class="hint">${aboutFile(file, session)}</p>${this.#why(session)}</div>
      <div class="row">
        ${isPicture(file) ? this.#button('edit', form.annotate(name), 'pencil') : nothing}
        ${this.#button('remove', form.removeFile(name), 'close')}
      </div>
    </div>`;
  }

  #button(act: 'edit' | 'remove', label: string, sign: IconName): TemplateResult {
    return html`<button class="button quiet icon" type="button" aria-label=${label}
      @click=${() => this.dispatchEvent(new CustomEvent(`file-${act}`))}>${icon(sign)}</button>`;
  }

  /** That it has arrived is seen by what the server makes of it; after a reload it is still there, or gone. */
  async #onAccess({ id, mediaType }: FileView): Promise<void> {
    this.requestUpdate();
    const access = this.#watch?.access;
    if (access?.state === 'missing' && access.gone) this.dispatchEvent(new CustomEvent('file-gone'));
    if (access?.state !== 'available' || !isPicture({ mediaType })) return;
    // Whatever is in the way of its picture, its name and its sign are shown.
    const small = await this.session?.client.files.thumbnail(id).catch(() => null);
    if (small != null && this.#watch !== null && this.file?.id === id) this.#show(URL.createObjectURL(small));
  }

  #why({ words }: FullSession): TemplateResult | typeof nothing {
    switch (this.#watch?.access.state) {
      case 'held':
        return html`<p class="hint" role="status">${words.form.held}</p>`;
      case 'infected':
        return html`<p class="error" role="alert">${icon('warning')} ${words.form.infected}</p>`;
      default:
        return nothing;
    }
  }

  #leave(): void {
    this.#watch?.end();
    this.#watch = null;
    this.#show(null);
  }

  #show(picture: string | null): void {
    if (this.picture !== null) URL.revokeObjectURL(this.picture);
    this.picture = picture;
  }
}

define('teo-support-attached-file', AttachedFile);
