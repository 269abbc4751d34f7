import { isPicture } from '@teo-support/core';
import { type FileView, FileWatch } from '@teo-support/sdk';
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import '../files/file-line.js';
import { accessWords } from '../files/file-words.js';
import './picture-viewer.js';
import type { Picture } from './picture-viewer.js';
import { ticketImagesStyles } from './ticket-images-styles.js';

/** Pictures in small, each of which opens large; files of other kinds below, a line for each. */
export class TicketImages extends LitElement {
  static override properties = {
    desk: { attribute: false },
    files: { attribute: false },
    steps: { attribute: false },
  };
  declare desk: Desk;
  declare files: readonly FileView[];
  /** The steps to reproduce that they belong to, in words. */
  declare steps: readonly string[];
  /** Of the pictures, by file id. */
  readonly #watches = new Map<string, FileWatch>();
  readonly #broken = new Set<string>();

  constructor() {
    super();
    this.steps = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const watch of this.#watches.values()) watch.end();
    this.#watches.clear();
  }

  protected override willUpdate(): void {
    for (const { id } of this.files.filter(isPicture)) {
      if (this.#watches.has(id)) continue;
      const changed = () => this.requestUpdate();
      this.#watches.set(id, new FileWatch({ files: this.desk.client.files, fileId: id, changed }));
    }
  }

  protected override render() {
    const { words } = this.desk;
    const pictures = this.files.filter(isPicture);
    const others = this.files.filter((file) => !isPicture(file));
    return html`${
      pictures.length === 0
        ? nothing
        : html`<ul class="pictures" aria-label=${words.images.label}>${pictures.map((file) => html`<li>${this.#thumbnail(file)}</li>`)}</ul>`
    }${
      others.length === 0
        ? nothing
        : html`<ul aria-label=${words.files.label}>${repeat(
            others,
            ({ id }) => id,
            (file) =>
              html`<li><file-line .desk=${this.desk} .file=${{ ...file, name: file.name ?? words.files.unnamed }} playing></file-line></li>`,
          )}</ul>`
    }
      <picture-viewer .desk=${this.desk} .pictures=${this.#shown()} .steps=${this.steps}></picture-viewer>`;
  }

  #thumbnail(file: FileView) {
    const { images } = this.desk.words;
    const access = this.#watches.get(file.id)?.access ?? { state: 'asking' };
    const name = file.name ?? images.unnamed;
    if (access.state === 'asking')
      return html`<div class="place loading"><span class="visually-hidden">${images.loading}</span></div>`;
    if (access.state !== 'available' || this.#broken.has(file.id))
      return html`<div class="place failed">${icon(access.state === 'held' ? 'clock' : 'alert')}<span>${accessWords(access, this.desk) ?? images.failed}</span></div>`;
    return html`<button type="button" class="place" aria-label=${images.open(name)} @click=${() => void this.#open(file.id)}>
      <img src=${access.thumbnail ?? access.content} alt="" @error=${() => this.#breaks(file.id)}><span class="name" aria-hidden="true">${name}</span>
    </button>`;
  }

  #breaks(id: string): void {
    this.#broken.add(id);
    this.requestUpdate();
  }

  /** Large they are fetched when they are looked at: addresses that have expired meanwhile are asked for anew. */
  async #open(id: string): Promise<void> {
    const stale = [...this.#watches.values()].filter((watch) => watch.isStale(Date.now()));
    await Promise.all(stale.map((watch) => watch.refresh()));
    await this.updateComplete;
    const place = this.#shown().findIndex((picture) => picture.id === id);
    this.renderRoot.querySelector('picture-viewer')?.open(place);
  }

  /** Those that can be had. */
  #shown(): Picture[] {
    return this.files.flatMap(({ id, name }) => {
      const access = this.#watches.get(id)?.access;
      if (access?.state !== 'available' || this.#broken.has(id)) return [];
      return [{ id, name: name ?? this.desk.words.images.unnamed, url: access.content }];
    });
  }

  static override styles = [staffStyles, ticketImagesStyles];
}

customElements.define('ticket-images', TicketImages);
