import type { FaqEmptySearch, FaqGap, Page } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageChange } from '../../administration/desk-dialog.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { Paged } from '../../administration/paged.js';
import { emptyState } from '../../design/empty-state.js';
import { sectionPagesStyles } from '../../design/section-pages.js';
import type { Desk } from '../../desk/desk.js';
import { moduleName } from '../../locales/module-name.js';
import { failureState } from '../../submission/failure.js';
import { dateWords } from '../../time/dates.js';
import { faqPages } from '../faq-pages.js';
import './close-gap-form.js';

const shows = ['open', 'closed', 'empty'] as const;
type Show = (typeof shows)[number];

/** What téomasters searched for and did not find: gaps to be filled, those that are, and searches that showed nothing. */
export class FaqGapsPage extends LitElement {
  static override properties = {
    desk: { attribute: false },
    search: { attribute: false },
    moved: { attribute: false },
    onSearch: { attribute: false },
  };
  declare desk: Desk;
  /** The query of the address, with its question mark. */
  declare search: string;
  declare moved: boolean;
  declare onSearch: (search: string) => void;
  readonly #list = new Paged<FaqGap | FaqEmptySearch>(this, (signal) => this.#ask(signal));

  constructor() {
    super();
    this.addEventListener(PageChange.type, () => void this.#lookAgain());
  }

  get #show(): Show {
    const asked = new URLSearchParams(this.search).get('show');
    return shows.find((show) => show === asked) ?? 'open';
  }

  #ask(signal: AbortSignal): Promise<Page<FaqGap | FaqEmptySearch>> {
    const { faq } = this.desk.client.staff;
    const show = this.#show;
    return show === 'empty' ? faq.emptySearches({}, { signal }) : faq.gaps({ state: show }, { signal });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search')) return;
    this.#list.items = null;
    void this.#list.load();
  }

  protected override firstUpdated(): void {
    if (this.moved) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override updated(): void {
    document.title = `${this.desk.words.faq.gaps.title} · ${this.desk.words.product}`;
  }

  /** The gap that was just closed is gone: the focus goes to the heading, not to nowhere. */
  async #lookAgain(): Promise<void> {
    await this.#list.load();
    await this.updateComplete;
    const root = this.renderRoot;
    if (root instanceof ShadowRoot && root.activeElement === null) root.querySelector('h1')?.focus();
  }

  protected override render() {
    const { words } = this.desk;
    const { gaps } = words.faq;
    const { items, total } = this.#list;
    const show = this.#show;
    return html`
      <div class="title">
        <h1 tabindex="-1">${gaps.title}</h1>
        <p class="muted" role="status">${items === null ? nothing : gaps.total(total)}</p>
        <p class="lead muted">${show === 'empty' ? gaps.emptyLead : gaps.lead}</p>
      </div>
      ${faqPages(words, 'gaps')}
      <div class="field show">
        <label class="label" for="show">${gaps.which}</label>
        <select class="input" id="show" @change=${({ target }: Event) => target instanceof HTMLSelectElement && this.onSearch(target.value === 'open' ? '' : `?show=${target.value}`)}>
          ${shows.map((one) => html`<option value=${one} .selected=${live(one === show)}>${gaps[one]}</option>`)}
        </select>
      </div>
      <section class="panel" aria-label=${gaps[show]} aria-busy=${items === null ? 'true' : 'false'}>${this.#body()}</section>`;
  }

  #body(): TemplateResult {
    const { words } = this.desk;
    const { gaps } = words.faq;
    const { items, error, hasMore, loadingMore } = this.#list;
    if (error !== null && (items === null || !hasMore))
      return failureState(error, words, () => void this.#list.load());
    if (items === null) {
      return html`<p class="visually-hidden" role="status">${gaps.loading}</p>
        <div class="skeleton-rows" aria-hidden="true">${[1, 2, 3].map(() => html`<div><span></span><span></span></div>`)}</div>`;
    }
    if (items.length === 0) return emptyState('check', gaps.nothing, gaps.nothingText);
    return html`<ul class="rows">${items.map((item) => this.#row(item))}</ul>
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button" aria-disabled=${loadingMore} @click=${() => void this.#list.more()}>${gaps.more}</button></div>`
          : nothing
      }`;
  }

  #row(item: FaqGap | FaqEmptySearch): TemplateResult {
    const { words, locale, now } = this.desk;
    const { gaps } = words.faq;
    const [query = '', ...others] = item.queries;
    return html`<li>
      <div class="main">
        <span class="name">${query}</span>
        <div class="facts"><strong>${gaps.asked(item.count)}</strong><span>${gaps.organizations(item.organizations)}</span>
          <span>${gaps.last(dateWords(item.lastAt, locale, now))}</span>
          <span>${item.modules.map((module) => moduleName(words, module)).join(', ')}</span></div>
        ${others.length === 0 ? nothing : html`<p class="others"><span class="muted">${gaps.otherWords}</span> ${others.join(' · ')}</p>`}
        ${'answeredBy' in item && item.answeredBy !== null ? this.#answer(item.answeredBy) : nothing}
      </div>
      ${'answeredBy' in item && item.answeredBy === null ? this.#actions(item, query) : nothing}
    </li>`;
  }

  #answer({ article, at, by }: NonNullable<FaqGap['answeredBy']>): TemplateResult {
    const { words, locale, now } = this.desk;
    return html`<p class="others"><span class="muted">${words.faq.gaps.answeredBy(by.name, dateWords(at, locale, now))}</span>
      <a href="/staff/faq/${encodeURIComponent(article.id)}">${article.title}</a></p>`;
  }

  #actions(gap: FaqGap, query: string): TemplateResult {
    const { gaps } = this.desk.words.faq;
    return html`<div class="actions">
      <a class="button" href="/staff/faq-editor?gap=${encodeURIComponent(gap.id)}" aria-label=${gaps.writeAbout(query)}>${gaps.write}</a>
      <faq-close-gap-form .desk=${this.desk} .gap=${gap}></faq-close-gap-form>
    </div>`;
  }

  static override styles = [
    ...deskPageStyles,
    sectionPagesStyles,
    css`
      .show {
        max-width: 280px;
        margin-bottom: var(--_space-4);
      }
      .others {
        margin-top: 2px;
        font-size: 13.5px;
        overflow-wrap: anywhere;
      }
      .actions .button {
        min-height: 32px;
        padding-inline: var(--_space-3);
        font-size: 13px;
      }
      @media (pointer: coarse) {
        .actions .button {
          min-height: 44px;
        }
      }
    `,
  ];
}

customElements.define('faq-gaps-page', FaqGapsPage);
