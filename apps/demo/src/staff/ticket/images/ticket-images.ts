import type { FileView } from '@teo-support/sdk';
import { html, LitElement } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { ImageCache } from './image-cache.js';
import './picture-viewer.js';
import type { Picture } from './picture-viewer.js';
import { ticketImagesStyles } from './ticket-images-styles.js';

/** Pictures in small, each of which opens large. */
export class TicketImages extends LitElement {
  static override properties = {
    desk: { attribute: false },
    files: { attribute: false },
    steps: { attribute: false },
    urls: { state: true },
  };
  declare desk: Desk;
  declare files: readonly FileView[];
  /** The steps to reproduce that they belong to, in words. */
  declare steps: readonly string[];
  /** By file id; `null` for a picture that could not be loaded. */
  declare urls: ReadonlyMap<string, string | null>;
  #cache = new ImageCache();
  #asked = new Set<string>();

  constructor() {
    super();
    this.urls = new Map();
    this.steps = [];
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

  #loaded(id: string, url: string | null): void {
    this.urls = new Map(this.urls).set(id, url);
  }

  protected override render() {
    const { images } = this.desk.words;
    const pictures = this.#pictures();
    return html`<ul aria-label=${images.label}>
        ${this.files.map((file) => html`<li>${this.#thumbnail(file, pictures)}</li>`)}
      </ul>
      <picture-viewer .desk=${this.desk} .pictures=${pictures} .steps=${this.steps}></picture-viewer>`;
  }

  #thumbnail(file: FileView, pictures: readonly Picture[]) {
    const { images } = this.desk.words;
    const url = this.urls.get(file.id);
    const name = file.name ?? images.unnamed;
    if (url === undefined)
      return html`<div class="place loading"><span class="visually-hidden">${images.loading}</span></div>`;
    if (url === null)
      return html`<div class="place failed">${icon('alert')}<span>${images.failed}</span></div>`;
    return html`<button type="button" class="place" aria-label=${images.open(name)} @click=${() => this.#open(pictures.findIndex((picture) => picture.url === url))}>
      <img src=${url} alt=""><span class="name" aria-hidden="true">${name}</span>
    </button>`;
  }

  #open(place: number): void {
    this.renderRoot.querySelector('picture-viewer')?.open(place);
  }

  /** Those that could be loaded. */
  #pictures(): Picture[] {
    return this.files.flatMap((file) => {
      const url = this.urls.get(file.id);
      return url ? [{ name: file.name ?? this.desk.words.images.unnamed, url }] : [];
    });
  }

  static override styles = [staffStyles, ticketImagesStyles];
}

customElements.define('ticket-images', TicketImages);
