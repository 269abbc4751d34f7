import { type ForumPlace, type ForumSession, forumOnPage } from '@teo-support/widget/improvements';
import { html, LitElement, nothing } from 'lit';
import { hrefOf, language } from '../language.js';
import { pageHead } from '../page-head.js';
import { support } from '../support.js';
import { addressOf } from './address.js';
import { words } from './words.js';

/** The roadmap as a page, with the feed of what was decided. */
export class RoadmapScreen extends LitElement {
  static override properties = { session: { state: true } };
  /** `null` until its words have come. */
  declare session: ForumSession | null;
  readonly #lang = new URLSearchParams(window.location.search).get('lang');

  constructor() {
    super();
    this.session = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render() {
    const { session } = this;
    const actions = html`<a class="button" href=${hrefOf('forum')}>${words.toForum}</a>
      <a class="button quiet" href=${`/v1/roadmap.atom?language=${language}`}>${words.feed}</a>`;
    return html`${pageHead({ path: words.roadmapPath, title: words.roadmap, about: words.roadmapAbout, actions })}
      ${
        session === null
          ? nothing
          : html`<teo-support-roadmap .session=${session} .titleLevel=${2}
              @place-chosen=${({ detail }: CustomEvent<ForumPlace>) => window.location.assign(addressOf(detail, this.#lang))}></teo-support-roadmap>`
      }`;
  }

  async #load(): Promise<void> {
    const lang = this.#lang;
    this.session = await forumOnPage({
      client: support,
      locale: language,
      hrefOf: (place) => addressOf(place, lang),
    });
  }
}

customElements.define('teo-roadmap', RoadmapScreen);
