import {
  FaqSearch,
  type FaqSearchView,
  type FaqSession,
  faqOnPage,
  type Verdicts,
} from '@teo-support/widget/faq';
import { html, LitElement, nothing } from 'lit';
import { language } from '../language.js';
import { pageHead } from '../page-head.js';
import { compose, support } from '../support.js';
import { addressOf, type FaqPlace, placeAt } from './address.js';
import { words } from './words.js';

const pace = { pauseMs: 150, limit: 12 } as const;

/** The FAQ as a page: each article under an address of its own, and the browser's back leads back. */
export class FaqScreen extends LitElement {
  static override properties = { session: { state: true }, place: { state: true } };
  /** `null` until its words have come. */
  declare session: FaqSession | null;
  declare place: FaqPlace;
  #search: FaqSearch | null = null;
  /** Whether the person has come here by a link of this page: reading then begins at the title. */
  #followed = false;
  readonly #lang = new URLSearchParams(window.location.search).get('lang');
  readonly #onPopState = (event: PopStateEvent) => void this.#goBack(event.state);
  readonly #onPageHide = () => this.#search?.leave();

  constructor() {
    super();
    this.session = null;
    this.place = placeAt(new URL(window.location.href));
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onPopState);
    window.addEventListener('pagehide', this.#onPageHide);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onPopState);
    window.removeEventListener('pagehide', this.#onPageHide);
  }

  protected override render() {
    const { session, place } = this;
    if (session === null) return nothing;
    return html`${pageHead({ path: words.path, title: words.title, about: words.about })}
      <div class="split ${place.articleId === null ? '' : 'reading'}">
        <section class="split-list" aria-label=${words.title}>
          <teo-support-faq-search .session=${session} .search=${this.#search} @input=${() => this.#onInput()}
            @article-chosen=${({ detail }: CustomEvent<string>) => void this.#open(detail)}
            @question-asked=${({ detail }: CustomEvent<string>) => compose('usage_question', { subject: detail })}></teo-support-faq-search>
        </section>
        ${place.articleId === null ? this.#welcome() : this.#article(session, place.articleId)}
      </div>`;
  }

  #welcome() {
    return html`<section class="card split-detail welcome">
      <h2>${words.welcome}</h2>
      <p class="muted">${words.welcomeText}</p>
      <button type="button" class="button" @click=${() => compose('usage_question', {})}>${words.ask}</button>
    </section>`;
  }

  #article(session: FaqSession, articleId: string) {
    return html`<section class="card split-detail" aria-label=${words.article}>
      <a class="button back" href=${this.#addressOf({ articleId: null, q: this.#search?.q ?? '' })}
        @click=${(event: MouseEvent) => this.#onBack(event)}>${words.back}</a>
      <teo-support-faq-article .session=${session} .articleId=${articleId} .titleLevel=${2} .verdicts=${this.#verdicts(session)}
        @article-chosen=${({ detail }: CustomEvent<string>) => void this.#open(detail)}
        @article-shown=${(event: CustomEvent<string>) => this.#onShown(event)}></teo-support-faq-article>
    </section>`;
  }

  /** Where something was asked, an article can be said to answer it. */
  #verdicts(session: FaqSession): Verdicts | null {
    const search = this.#search;
    if (search === null || search.q.trim() === '') return null;
    return {
      solved: async (articleId) => {
        await search.tell('solved', articleId);
        return session.faq.solvedNoted;
      },
      leave: null,
      notThere: null,
    };
  }

  async #load(): Promise<void> {
    const hrefOf = (articleId: string) => this.#addressOf({ articleId, q: '' });
    const session = await faqOnPage({ client: support, locale: language, hrefOf });
    this.#search = new FaqSearch(session, pace);
    if (this.place.q !== '') this.#search.type(this.place.q, 0);
    this.session = session;
  }

  #addressOf(place: FaqPlace): string {
    return addressOf(place, this.#lang);
  }

  /** What is typed is in the address, so that a reload finds it again; each letter is no step of its own to go back. */
  #onInput(): void {
    const q = this.#search?.q ?? '';
    if (this.place.articleId !== null) return;
    this.place = { articleId: null, q };
    window.history.replaceState(window.history.state, '', this.#addressOf(this.place));
  }

  async #open(articleId: string): Promise<void> {
    if (articleId === this.place.articleId) return;
    window.history.replaceState({ top: window.scrollY }, '');
    window.history.pushState({ top: 0 }, '', this.#addressOf({ articleId, q: '' }));
    this.#followed = true;
    this.place = { articleId, q: '' };
    await this.updateComplete;
    window.scrollTo(0, 0);
  }

  /** To the search by the browser's own way back where that leads there, so that the place in it is found again. */
  #onBack(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = { articleId: null, q: this.#search?.q ?? '' };
    const from = this.place.articleId;
    window.history.pushState({ top: 0 }, '', this.#addressOf(place));
    void this.#show(place, from, 0);
  }

  async #goBack(state: unknown): Promise<void> {
    const top = typeof state === 'object' && state !== null && 'top' in state ? Number(state.top) : 0;
    await this.#show(placeAt(new URL(window.location.href)), this.place.articleId, top);
  }

  async #show(place: FaqPlace, from: string | null, top: number): Promise<void> {
    this.#followed = true;
    this.place = place;
    if (place.articleId !== null) return;
    document.title = words.pageTitle;
    if (this.#search !== null && this.#search.q !== place.q) this.#search.type(place.q, 0);
    await this.updateComplete;
    window.scrollTo(0, top);
    if (from !== null) this.querySelector<FaqSearchView>('teo-support-faq-search')?.focusArticle(from);
  }

  #onShown({ target, detail }: CustomEvent<string>): void {
    document.title = words.titleOf(detail);
    if (this.#followed && target instanceof HTMLElement) target.focus({ preventScroll: true });
  }
}

customElements.define('teo-faq', FaqScreen);
