import { html, LitElement, type TemplateResult } from 'lit';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import type { FaqSession } from './faq-session.js';
import { faqStyle } from './faq-style.js';

/** A picture of an article, which opens large; or what it shows, in words, where it cannot be had. */
class FaqPicture extends LitElement {
  static override styles = [...sharedStyle, faqStyle];
  static override properties = {
    session: { attribute: false },
    file: { attribute: false },
    alt: { attribute: false },
    picture: { state: true },
  };

  declare session: FaqSession | null;
  /** The id of the file. */
  declare file: string;
  declare alt: string;
  /** Its object URL: the pages of hosts allow those, and not every address of ours. Null until it comes, empty if it does not. */
  declare picture: string | null;
  #shown = '';

  constructor() {
    super();
    this.session = null;
    this.file = '';
    this.alt = '';
    this.picture = null;
  }

  override willUpdate(): void {
    if (this.session !== null && this.file !== this.#shown) apart(this.#fetch(this.session, this.file));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave('');
  }

  override render(): TemplateResult | undefined {
    const { session, alt, picture } = this;
    if (session === null) return undefined;
    if (picture === null) return html`<div class="skeleton" role="img" aria-label=${alt}></div>`;
    return picture === ''
      ? html`<p class="notice">${session.faq.pictureMissing} ${alt}</p>`
      : html`<a href=${picture} target="_blank"><img src=${picture} alt=${alt} /><span class="visually-hidden">${session.faq.newWindow}</span></a>`;
  }

  async #fetch({ client }: FaqSession, file: string): Promise<void> {
    this.#leave(file);
    const content = await client.files.download(file).catch(() => null);
    if (this.#shown === file) this.picture = content === null ? '' : URL.createObjectURL(content);
  }

  #leave(file: string): void {
    if (this.picture) URL.revokeObjectURL(this.picture);
    this.picture = null;
    this.#shown = file;
  }
}

define('teo-support-faq-picture', FaqPicture);
