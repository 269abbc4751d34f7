import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { pictureViewerStyles } from './picture-viewer-styles.js';
import { larger, smaller, type Zoom } from './zoom.js';

export interface Picture {
  readonly id: string;
  readonly name: string;
  /** What an `<img>` can show. */
  readonly url: string;
}

/** Pictures one at a time, as large as wanted, beside the steps that led to what they show. */
export class PictureViewer extends LitElement {
  static override properties = {
    desk: { attribute: false },
    pictures: { attribute: false },
    steps: { attribute: false },
    place: { state: true },
    zoom: { state: true },
  };
  declare desk: Desk;
  declare pictures: readonly Picture[];
  /** The steps to reproduce, in words; none where there are none. */
  declare steps: readonly string[];
  /** Place of the picture that is open. */
  declare place: number | null;
  declare zoom: Zoom;

  constructor() {
    super();
    this.pictures = [];
    this.steps = [];
    this.place = null;
    this.zoom = 'fit';
  }

  open(place: number): void {
    this.place = place;
    this.zoom = 'fit';
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (changed.has('place') && this.place !== null && dialog?.open === false) dialog.showModal();
    const image = this.#image;
    // By its property: an attribute of style is what the page's policy forbids.
    if (image !== null) image.style.width = this.zoom === 'fit' ? '' : `${image.naturalWidth * this.zoom}px`;
  }

  protected override render(): TemplateResult {
    const picture = this.place === null ? undefined : this.pictures[this.place];
    return html`<dialog aria-label=${picture?.name ?? nothing} @close=${this.#closed} @keydown=${this.#key} @click=${this.#clickOutside}>
      ${picture === undefined ? nothing : html`${this.#bar(picture)}<div class="body">${this.#shown(picture)}${this.#beside()}</div>`}
    </dialog>`;
  }

  #bar({ name, url }: Picture): TemplateResult {
    const { images } = this.desk.words;
    const { length } = this.pictures;
    const button = (label: string, sign: Parameters<typeof icon>[0], act: () => void) =>
      html`<button type="button" class="button quiet icon" aria-label=${label} title=${label} @click=${act}>${icon(sign)}</button>`;
    return html`<div class="bar">
      <span class="name">${name}</span>
      ${
        length > 1
          ? html`<span class="muted" role="status">${images.position((this.place ?? 0) + 1, length)}</span>
              ${button(images.previous, 'back', () => this.#step(-1))}${button(images.next, 'next', () => this.#step(1))}`
          : nothing
      }
      ${button(images.smaller, 'minus', this.#smaller)}
      <button type="button" class="button quiet size" aria-label=${images.fit} title=${images.fit} @click=${this.#fit}>${this.#sizeWords()}</button>
      ${button(images.larger, 'plus', this.#larger)}
      <a class="button quiet icon" href=${url} download=${name} aria-label=${images.download(name)} title=${images.download(name)}>${icon('down')}</a>
      ${button(images.close, 'close', () => this.#dialog?.close())}
    </div>`;
  }

  /** A region that scrolls takes the focus, so that the arrows move the picture in it. */
  #shown({ name, url }: Picture): TemplateResult {
    const { zoom } = this;
    return html`<div class="large ${zoom === 'fit' ? 'fit' : ''}" role="group" aria-label=${this.desk.words.images.picture} tabindex="0">
      <img src=${url} alt=${name}>
    </div>`;
  }

  #beside(): TemplateResult | typeof nothing {
    if (this.steps.length === 0) return nothing;
    const { images } = this.desk.words;
    return html`<aside aria-labelledby="steps"><h3 id="steps">${images.steps}</h3>
      <ol>${this.steps.map((step) => html`<li>${step}</li>`)}</ol></aside>`;
  }

  #sizeWords(): string {
    const { locale, words } = this.desk;
    if (this.zoom === 'fit') return words.images.fitted;
    return new Intl.NumberFormat(locale, { style: 'percent' }).format(this.zoom);
  }

  readonly #larger = () => {
    this.zoom = larger(this.zoom, this.#fitting());
  };

  readonly #smaller = () => {
    this.zoom = smaller(this.zoom, this.#fitting());
  };

  readonly #fit = () => {
    this.zoom = 'fit';
  };

  /** How many times its own size the picture has where it fits. */
  #fitting(): number {
    const place = this.renderRoot.querySelector('.large');
    const image = this.#image;
    if (place === null || image === null || image.naturalWidth === 0) return 1;
    return Math.min(1, place.clientWidth / image.naturalWidth, place.clientHeight / image.naturalHeight);
  }

  get #image(): HTMLImageElement | null {
    return this.renderRoot.querySelector('img');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** The browser gives the focus back to the picture that was opened. */
  readonly #closed = () => {
    this.place = null;
  };

  readonly #key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#acts[event.key];
    // Where only a part of the picture is seen, the arrows move it.
    if (act === undefined || (event.key.startsWith('Arrow') && this.zoom !== 'fit')) return;
    event.preventDefault();
    act();
  };

  readonly #acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => this.#step(1),
    ArrowLeft: () => this.#step(-1),
    PageDown: () => this.#step(1),
    PageUp: () => this.#step(-1),
    '+': this.#larger,
    '=': this.#larger,
    '-': this.#smaller,
    '0': this.#fit,
  };

  readonly #clickOutside = (event: Event) => {
    if (event.target instanceof HTMLDialogElement) this.#dialog?.close();
  };

  #step(by: number): void {
    if (this.place === null) return;
    this.place = (this.place + by + this.pictures.length) % this.pictures.length;
    this.zoom = 'fit';
  }

  static override styles = [staffStyles, pictureViewerStyles];
}

customElements.define('picture-viewer', PictureViewer);

declare global {
  interface HTMLElementTagNameMap {
    'picture-viewer': PictureViewer;
  }
}
