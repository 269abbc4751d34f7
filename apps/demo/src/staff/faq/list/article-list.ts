import { articleStates, draftStages, teoModules } from '@teo-support/core';
import type { StaffFaqSummary } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { Paged } from '../../administration/paged.js';
import { emptyState } from '../../design/empty-state.js';
import { sectionPagesStyles } from '../../design/section-pages.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { moduleName } from '../../locales/module-name.js';
import { TypedSearch } from '../../search/typed-search.js';
import { failureState } from '../../submission/failure.js';
import { filterChoice } from '../../submission/filter-choice.js';
import { dayOf } from '../../time/calendar.js';
import { dateWords } from '../../time/dates.js';
import { faqPages } from '../faq-pages.js';
import { stageBadge, stateBadge } from '../stage-badges.js';
import { articleListStyles } from './article-list-styles.js';
import { isDue } from './due.js';
import { type ArticleFilters, filtersOf, noFilters, queryOf, searchOf } from './list-filters.js';

/** The articles of the FAQ in whatever state, narrowed down by what the address says. */
export class FaqArticleList extends LitElement {
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
  readonly #list = new Paged<StaffFaqSummary>(this, (signal) =>
    this.desk.client.staff.faq.list(queryOf(filtersOf(this.search)), { signal }),
  );
  readonly #typed = new TypedSearch(this, (q) => this.#filter({ q }));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) void this.#list.load();
  }

  protected override firstUpdated(): void {
    if (this.moved) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override updated(): void {
    document.title = `${this.desk.words.faq.title} · ${this.desk.words.product}`;
  }

  protected override render() {
    const { faq } = this.desk.words;
    const { items, total } = this.#list;
    return html`
      <div class="title">
        <h1 tabindex="-1">${faq.title}</h1>
        <p class="muted" role="status">${items === null ? nothing : faq.list.total(total)}</p>
        <a class="button primary end" href="/staff/faq-editor">${icon('plus')}${faq.list.write}</a>
      </div>
      ${faqPages(this.desk.words, 'articles')}
      ${this.#filters(filtersOf(this.search))}
      <section class="panel" aria-label=${faq.pages.articles} aria-busy=${items === null ? 'true' : 'false'}>${this.#body()}</section>`;
  }

  #filters(filters: ArticleFilters): TemplateResult {
    const { words } = this.desk;
    const { list, states, stages } = words.faq;
    return html`<form class="filters" role="search" aria-label=${list.filters} @submit=${(event: Event) => event.preventDefault()}>
      <div class="field search">
        <label class="filter-label" for="q">${list.search}</label>
        <div class="with-sign">${icon('search')}
          <input class="input" id="q" name="q" type="search" autocomplete="off" placeholder=${list.searchHint} .value=${live(this.#typed.pending ?? filters.q)}
            @input=${this.#typed.type}></div>
      </div>
      ${filterChoice({ name: 'state', label: list.state, value: filters.state, options: articleStates, wordsOf: (state) => states[state], all: list.all }, (state) => this.#filter({ state }))}
      ${filterChoice({ name: 'stage', label: list.stage, value: filters.stage, options: draftStages, wordsOf: (stage) => stages[stage], all: list.all }, (stage) => this.#filter({ stage }))}
      ${filterChoice({ name: 'module', label: list.module, value: filters.module, options: teoModules, wordsOf: (module) => moduleName(words, module), all: list.all }, (module) => this.#filter({ module }))}
      <label class="check due"><input type="checkbox" .checked=${live(filters.due)}
        @change=${({ target }: Event) => target instanceof HTMLInputElement && this.#filter({ due: target.checked })}>${list.due}</label>
      ${this.search === '' ? nothing : html`<button type="button" class="button quiet" @click=${() => this.#filter(noFilters)}>${list.clear}</button>`}
    </form>`;
  }

  #body(): TemplateResult {
    const { words } = this.desk;
    const { list } = words.faq;
    const { items, error, hasMore, loadingMore } = this.#list;
    if (error !== null && (items === null || !hasMore))
      return failureState(error, words, () => void this.#list.load());
    if (items === null) {
      return html`<p class="visually-hidden" role="status">${list.loading}</p>
        <div class="skeleton-rows" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div><span></span><span></span></div>`)}</div>`;
    }
    if (items.length === 0) {
      return this.search === ''
        ? emptyState('question', list.empty, list.emptyText)
        : emptyState('search', list.nothing, list.nothingText);
    }
    return html`<ul class="rows">${repeat(
      items,
      ({ id }) => id,
      (item) => this.#row(item),
    )}</ul>
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button" aria-disabled=${loadingMore}
              @click=${() => void this.#list.more()}>${list.more}</button></div>`
          : nothing
      }`;
  }

  #row({ id, title, state, stage, modules, reviewDue, changedAt }: StaffFaqSummary): TemplateResult {
    const { words, locale, now } = this.desk;
    const due = reviewDue !== null && isDue(reviewDue, now) ? dayOf(reviewDue, locale) : null;
    return html`<li class=${state === 'withdrawn' ? 'gone' : ''}>
      <div class="main">
        <a class="name" href="/staff/faq/${encodeURIComponent(id)}">${title}</a>
        <div class="facts"><span>${modules.map((module) => moduleName(words, module)).join(', ')}</span>
          <span>${words.faq.list.columns.changed} ${dateWords(changedAt, locale, now)}</span></div>
      </div>
      <div class="badges">
        ${due === null ? nothing : html`<span class="badge warning">${words.faq.list.dueSince(due)}</span>`}
        ${stageBadge(stage, words)}${stateBadge(state, words)}
      </div>
    </li>`;
  }

  #filter(part: Partial<ArticleFilters>): void {
    const filters = filtersOf(this.search);
    this.onSearch(searchOf({ ...filters, q: this.#typed.take(filters.q), ...part }));
  }

  static override styles = [...deskPageStyles, sectionPagesStyles, ...articleListStyles];
}

customElements.define('faq-article-list', FaqArticleList);
