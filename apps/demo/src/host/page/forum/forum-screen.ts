import type { Improvement } from '@teo-support/sdk';
import {
  type ForumPlace,
  type ForumSession,
  forumOnPage,
  type ImprovementList,
  RequestList,
  wholeForum,
} from '@teo-support/widget/improvements';
import { html, LitElement, nothing } from 'lit';
import { language } from '../language.js';
import { pageHead } from '../page-head.js';
import { openHelp, support } from '../support.js';
import { addressOf, type PagePlace, placeAt } from './address.js';
import { words } from './words.js';

/** The improvement forum as a page: each request under an address of its own, and the browser's back leads back. */
export class ForumScreen extends LitElement {
  static override properties = { session: { state: true }, place: { state: true }, fresh: { state: true } };
  /** `null` until its words have come. */
  declare session: ForumSession | null;
  declare place: PagePlace;
  /** The request that the person has just submitted. */
  declare fresh: string | null;
  #list: RequestList | null = null;
  /** Whether the person has come here by a link of this page: reading then begins at the title. */
  #followed = false;
  readonly #lang = new URLSearchParams(window.location.search).get('lang');
  readonly #onPopState = (event: PopStateEvent) => void this.#goBack(event.state);

  constructor() {
    super();
    this.session = null;
    this.place = placeAt(new URL(window.location.href));
    this.fresh = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onPopState);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onPopState);
  }

  protected override render() {
    const { session, place } = this;
    if (session === null) return nothing;
    return html`${pageHead({ path: words.path, title: words.title, about: words.about })}
      <div class="split ${place.view === 'list' ? '' : 'reading'}" @place-chosen=${this.#onPlace}>
        <section class="split-list" aria-label=${words.title}>
          <teo-support-improvement-list .session=${session} .titleLevel=${2} .list=${this.#list}
            @list-narrowed=${() => this.#onNarrowed()}></teo-support-improvement-list>
        </section>
        ${this.#detail(session, place)}
      </div>`;
  }

  #detail(session: ForumSession, place: PagePlace) {
    switch (place.view) {
      case 'list':
        return html`<section class="card split-detail welcome">
          <h2>${words.welcome}</h2>
          <p class="muted">${words.welcomeText}</p>
        </section>`;
      case 'request':
        return html`<section class="card split-detail" aria-label=${words.detail}>
          ${this.#back()}
          <teo-support-improvement .session=${session} .requestId=${place.id} .titleLevel=${2} .fresh=${this.fresh === place.id}
            @request-shown=${(event: CustomEvent<string>) => this.#onShown(event)}></teo-support-improvement>
        </section>`;
      case 'writing':
        return html`<section class="card split-detail" aria-labelledby="writing">
          ${this.#back()}
          <h2 id="writing" tabindex="-1">${words.writing}</h2>
          <teo-support-improvement-form .session=${session}
            @improvement-submitted=${(event: CustomEvent<Improvement>) => void this.#onSubmitted(event.detail)}></teo-support-improvement-form>
        </section>`;
    }
  }

  #back() {
    return html`<a class="button back" href=${this.#addressOf(this.#whole())} @click=${(event: MouseEvent) => this.#onBack(event)}>${words.back}</a>`;
  }

  async #load(): Promise<void> {
    const hrefOf = (place: ForumPlace) => this.#addressOf(place);
    const session = await forumOnPage({ client: support, locale: language, hrefOf });
    this.#list = new RequestList(session);
    if (this.place.view === 'list') this.#list.filter = this.place.filter;
    this.session = session;
  }

  #addressOf(place: ForumPlace): string {
    return addressOf(place, this.#lang);
  }

  /** The list as it is narrowed now. */
  #whole(): PagePlace {
    return { view: 'list', filter: this.#list?.filter ?? wholeForum };
  }

  readonly #onPlace = ({ detail }: CustomEvent<ForumPlace>) => {
    switch (detail.view) {
      case 'ticket':
        openHelp();
        return;
      case 'roadmap':
      case 'article':
        window.location.assign(this.#addressOf(detail));
        return;
      case 'list':
        this.#list?.narrow({ ...wholeForum, ...detail.filter });
        void this.#open(this.#whole());
        return;
      case 'request':
      case 'writing':
        void this.#open(detail);
    }
  };

  /** How the list is narrowed is in the address, so that a reload finds it again; each step of it is none to go back. */
  #onNarrowed(): void {
    if (this.place.view !== 'list') return;
    const place = this.#whole();
    this.place = place;
    window.history.replaceState(window.history.state, '', this.#addressOf(place));
  }

  async #open(place: PagePlace): Promise<void> {
    window.history.replaceState({ top: window.scrollY }, '');
    window.history.pushState({ top: 0 }, '', this.#addressOf(place));
    this.#followed = true;
    this.place = place;
    document.title = words.pageTitle;
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.querySelector<HTMLElement>('#writing')?.focus({ preventScroll: true });
  }

  async #onSubmitted({ id }: Improvement): Promise<void> {
    this.fresh = id;
    void this.#list?.load();
    this.#followed = true;
    this.place = { view: 'request', id };
    // The form is done: going back leads to where it was opened from.
    window.history.replaceState({ top: 0 }, '', this.#addressOf(this.place));
    await this.updateComplete;
    window.scrollTo(0, 0);
  }

  #onBack(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const from = this.place;
    const place = this.#whole();
    window.history.pushState({ top: 0 }, '', this.#addressOf(place));
    void this.#show(place, from, 0);
  }

  async #goBack(state: unknown): Promise<void> {
    const top = typeof state === 'object' && state !== null && 'top' in state ? Number(state.top) : 0;
    await this.#show(placeAt(new URL(window.location.href)), this.place, top);
  }

  async #show(place: PagePlace, from: PagePlace, top: number): Promise<void> {
    this.#followed = true;
    this.place = place;
    document.title = words.pageTitle;
    if (place.view !== 'list') return;
    const asked = this.#addressOf(place);
    if (this.#list !== null && asked !== this.#addressOf(this.#whole())) this.#list.narrow(place.filter);
    await this.updateComplete;
    window.scrollTo(0, top);
    if (from.view === 'request')
      this.querySelector<ImprovementList>('teo-support-improvement-list')?.focusRequest(from.id);
  }

  #onShown({ target, detail }: CustomEvent<string>): void {
    document.title = words.titleOf(detail);
    if (this.#followed && target instanceof HTMLElement) target.focus({ preventScroll: true });
  }
}

customElements.define('teo-forum', ForumScreen);
