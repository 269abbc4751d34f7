import { FileWatch } from '@teo-support/sdk';
import { html, LitElement, type TemplateResult } from 'lit';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import type { FaqSession } from './faq-session.js';
import { pictureStyle } from './picture-style.js';

/** A picture of an article, which opens large; or what it shows, in words, where it cannot be had. */
class FaqPicture extends LitElement {
  static override styles = [...sharedStyle, pictureStyle];
  static override properties = {
    session: { attribute: false },
    file: { attribute: false },
    alt: { attribute: false },
    picture: { state: true },
    failed: { state: true },
  };

  declare session: FaqSession | null;
  /** The id of the file. */
  declare file: string;
  declare alt: string;
  /** Its object URL: the pages of hosts allow those, and not every address of ours. Null as long as it has not come. */
  declare picture: string | null;
  /** Whether its content did not come. */
  declare failed: boolean;
  #watch: FileWatch | null = null;
  #shown = '';

  constructor() {
    super();
    this.session = null;
    this.file = '';
    this.alt = '';
    this.picture = null;
    this.failed = false;
  }

  override willUpdate(): void {
    const { session, file } = this;
    if (session === null || file === this.#shown) return;
    this.#leave();
    this.#shown = file;
    this.#watch = new FileWatch({
      files: session.client.files,
      fileId: file,
      changed: () => void this.#fetch(),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  override render(): TemplateResult | undefined {
    const { session, alt, picture } = this;
    if (session === null) return undefined;
    const access = this.#watch?.access;
    if (access?.state === 'available' && picture !== null)
      return html`<a href=${access.content} target="_blank" rel="noopener" @click=${this.#onFollow}
        ><img src=${picture} alt=${alt} /><span class="visually-hidden">${session.faq.newWindow}</span></a>`;
    const comes = access === undefined || access.state === 'asking' || access.state === 'available';
    return comes && !this.failed
      ? html`<div class="skeleton" role="img" aria-label=${alt}></div>`
      : html`<p class="notice small">${session.faq.pictureMissing} ${alt}</p>`;
  }

  async #fetch(): Promise<void> {
    const { session } = this;
    const watch = this.#watch;
    if (watch?.access.state === 'available' && this.picture === null && session !== null) {
      const content = await session.client.files.download(this.file).catch(() => null);
      if (watch !== this.#watch) return;
      this.failed = content === null;
      if (content !== null) this.picture = URL.createObjectURL(content);
    }
    this.requestUpdate();
  }

  /** An address is good for some minutes: an article that stands open for long asks for another one. */
  readonly #onFollow = async (event: Event) => {
    const watch = this.#watch;
    const link = event.currentTarget;
    if (!watch?.isStale(Date.now()) || !(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    await watch.refresh();
    if (watch.access.state !== 'available') return;
    link.href = watch.access.content;
    link.click();
  };

  #leave(): void {
    this.#watch?.end();
    this.#watch = null;
    if (this.picture !== null) URL.revokeObjectURL(this.picture);
    this.picture = null;
    this.#shown = '';
  }
}

define('teo-support-faq-picture', FaqPicture);
