import type { FileView } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { ImageCache } from './image-cache.js';
import { ticketImagesStyles } from './ticket-images-styles.js';

/** Pictures in small, each of which opens large. */
export class TicketImages extends LitElement {
  static override properties = {
    desk: { attribute: false },
    files: { attribute: false },
    urls: { state: true },
    large: { state: true },
  };
  declare desk: Desk;
  declare files: readonly FileView[];
  /** By file id; `null` for a picture that could not be loaded. */
  declare urls: ReadonlyMap<string, string | null>;
  /** Place of the picture that is open. */
  declare large: number | null;
  #cache = new ImageCache();
  #asked = new Set<string>();

  constructor() {
    super();
    this.urls = new Map();
    this.large = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cache.end();
    this.#cache = new ImageCache();
    this.#asked = new Set();
    this.urls = new Map();
  }

  protected override willUpdate(): void {
    for (const { id } of this.files) {
      if (this.#asked.has(id)) continue;
      this.#asked.add(id);
      this.#cache.urlOf(id, this.desk.client).then(
        (url) => this.#loaded(id, url),
        () => this.#loaded(id, null),
      );
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (changed.has('large') && this.large !== null && dialog?.open === false) dialog.showModal();
  }

  #loaded(id: string, url: string | null): void {
    this.urls = new Map(this.urls).set(id, url);
  }

  protected override render() {
    const { images } = this.desk.words;
    return html`<ul aria-label=${images.label}>
        ${this.files.map((file, index) => html`<li>${this.#thumbnail(file, index)}</li>`)}
      </ul>
      ${this.#dialog()}`;
  }

  #thumbnail(file: FileView, index: number) {
    const { images } = this.desk.words;
    const url = this.urls.get(file.id);
    const name = file.name ?? images.unnamed;
    if (url === undefined)
      return html`<div class="place loading"><span class="visually-hidden">${images.loading}</span></div>`;
    if (url === null)
      return html`<div class="place failed">${icon('alert')}<span>${images.failed}</span></div>`;
    return html`<button type="button" class="place" aria-label=${images.open(name)} @click=${() => this.#open(index)}>
      <img src=${url} alt=""><span class="name" aria-hidden="true">${name}</span>
    </button>`;
  }

  #dialog() {
    const { images } = this.desk.words;
    const file = this.large === null ? undefined : this.files[this.large];
    const url = file && this.urls.get(file.id);
    const name = file?.name ?? images.unnamed;
    return html`<dialog aria-label=${name} @close=${this.#closed} @keydown=${this.#key} @click=${this.#clickOutside}>
      ${
        url && this.large !== null
          ? html`<div class="bar">
                <span class="name">${name}</span>
                ${
                  this.files.length > 1
                    ? html`<span class="muted">${images.position(this.large + 1, this.files.length)}</span>
                        <button type="button" class="button quiet icon" aria-label=${images.previous} @click=${() => this.#step(-1)}>${icon('back')}</button>
                        <button type="button" class="button quiet icon" aria-label=${images.next} @click=${() => this.#step(1)}>${icon('next')}</button>`
                    : nothing
                }
                <button type="button" class="button quiet icon" aria-label=${images.close} @click=${this.#close}>${icon('close')}</button>
              </div>
              <div class="large"><img src=${url} alt=${name}></div>`
          : nothing
      }
    </dialog>`;
  }

  #open(index: number): void {
    this.large = index;
  }

  readonly #close = () => {
    this.renderRoot.querySelector('dialog')?.close();
  };

  /** The browser gives the focus back to the picture that was opened. */
  readonly #closed = () => {
    this.large = null;
  };

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') this.#step(1);
    if (event.key === 'ArrowLeft') this.#step(-1);
  };

  readonly #clickOutside = (event: Event) => {
    if (event.target instanceof HTMLDialogElement) this.#close();
  };

  #step(by: number): void {
    if (this.large !== null) this.large = (this.large + by + this.files.length) % this.files.length;
  }

  static override styles = [staffStyles, ticketImagesStyles];
}

customElements.define('ticket-images', TicketImages);
