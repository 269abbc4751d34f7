import { fileTypeOf, isPicture } from '@teo-support/core';
import type { FileView } from '@teo-support/core/contract';
import { FileWatch } from '@teo-support/sdk';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { aboutFile, iconOf } from '../screenshots/file-look.js';
import { fileRowStyle } from '../screenshots/file-row-style.js';
import { followingStyle } from './following-style.js';

/** A file of a ticket: a picture in small that opens large, or a line with what it is and the link that saves it. */
class TicketFile extends LitElement {
  static override styles = [...sharedStyle, fileRowStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    file: { attribute: false },
    watch: { state: true },
    picture: { state: true },
    plain: { state: true },
  };

  declare session: FullSession | null;
  declare file: FileView | null;
  declare watch: FileWatch | null;
  /** Object URL of the picture in small: the pages of hosts allow those, and not every address of ours. */
  declare picture: string | null;
  /** Whether it is a line and no more: its picture does not come, or this page plays no such video. */
  declare plain: boolean;

  #fileId = '';

  constructor() {
    super();
    this.session = null;
    this.file = null;
    this.watch = null;
    this.picture = null;
    this.plain = false;
  }

  override willUpdate(): void {
    const { session, file } = this;
    if (session === null || file === null || file.id === this.#fileId) return;
    this.#leave();
    this.#fileId = file.id;
    this.watch = new FileWatch({
      files: session.client.files,
      fileId: file.id,
      changed: () => {
        this.requestUpdate();
        if (isPicture(file) && this.watch?.access.state === 'available') apart(this.#fetch(file.id));
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  override render(): TemplateResult | undefined {
    const { session, file, watch } = this;
    if (session === null || file === null || watch === null) return undefined;
    const words = session.following.ticket;
    const { access } = watch;
    const name = file.name ?? session.domain.erased;
    if (access.state === 'available' && this.picture !== null)
      return html`<a class="picture" href=${access.content} target="_blank" rel="noopener" @click=${this.#onFollow}
        ><img src=${this.picture} alt=${words.image(name)} /></a>`;
    if (isPicture(file) && !this.plain && (access.state === 'asking' || access.state === 'available'))
      return html`<div class="skeleton"></div>`;
    const plays = access.state === 'available' && fileTypeOf(file.mediaType)?.kind === 'video' && !this.plain;
    return html`<div class="file">
      ${icon(iconOf(file.mediaType))}
      <div class="about"><p class="name" title=${name}>${name}</p><p class="hint">${aboutFile(file, session)}</p></div>
      ${
        access.state === 'available'
          ? html`<a class="button quiet icon" href=${access.content} download=${name} aria-label=${words.download(name)}
              title=${words.download(name)} @click=${this.#onFollow}>${icon('save')}</a>`
          : nothing
      }
      ${this.#state(session)}
      ${
        plays
          ? html`<video controls preload="metadata" src=${access.content} aria-label=${name}
              @error=${() => this.#onPlain()}></video>`
          : nothing
      }
    </div>`;
  }

  /** Why it cannot be had, where it cannot. */
  #state({ following }: FullSession): TemplateResult | typeof nothing {
    const words = following.ticket;
    switch (this.watch?.access.state) {
      case 'held':
        return html`<p class="why hint with-icon" role="status">${icon('clock')} ${words.held}</p>`;
      case 'infected':
        return html`<p class="why error">${icon('warning')} ${words.infected}</p>`;
      case 'missing':
        return html`<p class="why error">${icon('warning')} ${words.fileMissing}</p>`;
      case 'asking':
      case 'available':
      case undefined:
        return nothing;
    }
  }

  /** An address is good for some minutes: a page that stands open for long asks for another one before it is followed. */
  readonly #onFollow = async (event: Event) => {
    const { watch } = this;
    const link = event.currentTarget;
    if (watch === null || !(link instanceof HTMLAnchorElement) || !watch.isStale(Date.now())) return;
    event.preventDefault();
    await watch.refresh();
    if (watch.access.state !== 'available') return;
    link.href = watch.access.content;
    link.click();
  };

  async #fetch(id: string): Promise<void> {
    if (this.picture !== null) return;
    const small = await this.session?.client.files.thumbnail(id).catch(() => null);
    if (this.#fileId !== id) return;
    // Without its picture it is a file like others, which can be saved.
    if (small == null) this.#onPlain();
    else this.picture = URL.createObjectURL(small);
  }

  #onPlain(): void {
    this.plain = true;
  }

  #leave(): void {
    this.watch?.end();
    this.watch = null;
    if (this.picture !== null) URL.revokeObjectURL(this.picture);
    this.picture = null;
    this.#fileId = '';
  }
}

define('teo-support-ticket-file', TicketFile);
