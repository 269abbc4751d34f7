import { FileWatch } from '@teo-support/sdk';
import { css, html, LitElement } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { accessWords } from '../../ticket/files/file-words.js';

/** A picture of an article as téomasters will see it; or why it cannot be had, with what it shows. */
export class FaqPicture extends LitElement {
  static override properties = {
    desk: { attribute: false },
    file: { attribute: false },
    alt: { attribute: false },
    broken: { state: true },
  };
  declare desk: Desk;
  /** The id of the file. */
  declare file: string;
  declare alt: string;
  declare broken: boolean;
  #watch: FileWatch | null = null;
  #shown = '';

  constructor() {
    super();
    this.broken = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.end();
    this.#shown = '';
  }

  protected override willUpdate(): void {
    if (this.file === this.#shown) return;
    this.#watch?.end();
    this.#shown = this.file;
    this.broken = false;
    const changed = () => this.requestUpdate();
    this.#watch = new FileWatch({ files: this.desk.client.files, fileId: this.file, changed });
  }

  protected override render() {
    const { alt, desk } = this;
    const { images } = desk.words;
    const access = this.#watch?.access ?? { state: 'asking' };
    if (access.state === 'asking')
      return html`<div class="place"><span class="visually-hidden">${images.loading}</span></div>`;
    if (access.state === 'available' && !this.broken)
      return html`<img src=${access.content} alt=${alt} @error=${() => {
        this.broken = true;
      }}>`;
    return html`<p class="place">${icon(access.state === 'held' ? 'clock' : 'alert')}<span>${accessWords(access, desk) ?? images.failed} ${alt}</span></p>`;
  }

  static override styles = [
    staffStyles,
    css`
      img {
        display: block;
        max-width: 100%;
        height: auto;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      .place {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-height: 96px;
        padding: var(--_space-3);
        border-radius: var(--_radius);
        background: var(--_surface-2);
      }
    `,
  ];
}

customElements.define('faq-picture', FaqPicture);
