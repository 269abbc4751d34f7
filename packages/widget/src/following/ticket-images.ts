import type { FileView } from '@teo-support/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { followingStyle } from './following-style.js';

/** Images of a ticket. They are fetched with the person's token, so no address of theirs is good for anybody else. */
class TicketImages extends LitElement {
  static override styles = [...sharedStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    files: { attribute: false },
    urls: { state: true },
  };

  declare session: FullSession | null;
  declare files: readonly FileView[];
  /** Object URLs by file id; `null` where the image could not be had. */
  declare urls: ReadonlyMap<string, string | null>;

  readonly #asked = new Set<string>();

  constructor() {
    super();
    this.session = null;
    this.files = [];
    this.urls = new Map();
  }

  override updated(): void {
    for (const file of this.files) {
      if (this.#asked.has(file.id)) continue;
      this.#asked.add(file.id);
      void this.#fetch(file.id);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const url of this.urls.values()) if (url !== null) URL.revokeObjectURL(url);
    this.urls = new Map();
    this.#asked.clear();
  }

  override render(): TemplateResult | typeof nothing {
    const words = this.session?.following.ticket;
    if (words === undefined || this.files.length === 0) return nothing;
    return html`<ul class="images">
      ${this.files.map((file) => {
        const url = this.urls.get(file.id);
        const label = words.image(file.name ?? '');
        if (url === undefined) return html`<li><div class="skeleton"></div></li>`;
        if (url === null) return html`<li class="small soft">${words.imageMissing}</li>`;
        return html`<li><a href=${url} target="_blank" rel="noopener"><img src=${url} alt=${label} /></a></li>`;
      })}
    </ul>`;
  }

  async #fetch(id: string): Promise<void> {
    const url = await this.session?.client.files.download(id).then(
      (content) => URL.createObjectURL(content),
      () => null,
    );
    if (url !== undefined) this.urls = new Map(this.urls).set(id, url);
  }
}

define('teo-support-images', TicketImages);
