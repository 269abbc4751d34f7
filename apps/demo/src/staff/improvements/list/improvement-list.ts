import { improvementStatuses, teoModules } from '@teo-support/core';
import type { StaffImprovementSummary } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { Paged } from '../../administration/paged.js';
import { emptyState } from '../../design/empty-state.js';
import { filterRowStyles } from '../../design/filter-row-styles.js';
import { sectionPagesStyles } from '../../design/section-pages.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { moduleName } from '../../locales/module-name.js';
import { TypedSearch } from '../../search/typed-search.js';
import { failureState } from '../../submission/failure.js';
import { filterChoice } from '../../submission/filter-choice.js';
import { forumPages } from '../forum-pages.js';
import { improvementRow, improvementRowStyles } from './improvement-row.js';
import {
  filtersOf,
  type ImprovementFilters,
  noFilters,
  queryOf,
  searchOf,
  shelves,
  sorts,
} from './list-filters.js';

/** The requests of the forum, narrowed down by what the address says. */
export class ImprovementList extends LitElement {
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
  readonly #list = new Paged<StaffImprovementSummary>(this, (signal) =>
    this.desk.client.staff.improvements.list(queryOf(filtersOf(this.search)), { signal }),
  );
  readonly #typed = new TypedSearch(this, (q) => this.#filter({ q }));
  #organization: { readonly id: string; readonly name: string } | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search')) return;
    void this.#list.load();
    void this.#nameOrganization();
  }

  protected override firstUpdated(): void {
    if (this.moved) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override updated(): void {
    document.title = `${this.desk.words.forum.title} · ${this.desk.words.product}`;
  }

  protected override render() {
    const { words } = this.desk;
    const { forum } = words;
    const { items, total, atLeast } = this.#list;
    return html`
      <div class="title">
        <h1 tabindex="-1">${forum.title}</h1>
        <p class="muted" role="status">${items === null ? nothing : forum.list.total(total, atLeast)}</p>
      </div>
      ${forumPages(words, 'requests')}
      ${this.#filters(filtersOf(this.search))}
      ${this.#narrowed()}
      <section class="panel" aria-label=${forum.pages.requests} aria-busy=${items === null ? 'true' : 'false'}>${this.#body()}</section>`;
  }

  #filters(filters: ImprovementFilters): TemplateResult {
    const { words } = this.desk;
    const { list, statuses } = words.forum;
    return html`<form class="filters" role="search" aria-label=${list.filters} @submit=${(event: Event) => event.preventDefault()}>
      <div class="field search">
        <label class="filter-label" for="q">${list.search}</label>
        <div class="with-sign">${icon('search')}
          <input class="input" id="q" name="q" type="search" autocomplete="off" placeholder=${list.searchHint}
            .value=${live(this.#typed.pending ?? filters.q)} @input=${this.#typed.type}></div>
      </div>
      ${filterChoice(
        {
          name: 'status',
          label: list.status,
          value: filters.status,
          options: improvementStatuses,
          wordsOf: (status) => statuses[status],
          all: list.all,
        },
        (status) => this.#filter({ status }),
      )}
      ${filterChoice(
        {
          name: 'module',
          label: list.module,
          value: filters.module,
          options: teoModules,
          wordsOf: (module) => moduleName(words, module),
          all: list.everyModule,
        },
        (module) => this.#filter({ module }),
      )}
      ${filterChoice(
        {
          name: 'sort',
          label: list.sort,
          value: filters.sort,
          options: sorts,
          wordsOf: (sort) => list.sorts[sort],
        },
        (sort) => this.#filter({ sort: sort ?? noFilters.sort }),
      )}
      ${filterChoice(
        {
          name: 'shelf',
          label: list.shelf,
          value: filters.shelf,
          options: shelves,
          wordsOf: (shelf) => list.shelves[shelf],
        },
        (shelf) => this.#filter({ shelf: shelf ?? noFilters.shelf }),
      )}
      <label class="check"><input type="checkbox" .checked=${live(filters.overdue)}
        @change=${({ target }: Event) => target instanceof HTMLInputElement && this.#filter({ overdue: target.checked })}>${list.overdue}</label>
      ${this.search === '' ? nothing : html`<button type="button" class="button quiet" @click=${() => this.#filter(noFilters)}>${list.clear}</button>`}
    </form>`;
  }

  #narrowed(): TemplateResult | typeof nothing {
    const { organization } = filtersOf(this.search);
    if (organization === null) return nothing;
    const { list } = this.desk.words.forum;
    const name = this.#organization?.id === organization ? this.#organization.name : organization;
    return html`<p class="notice narrowed">${list.votedBy(name)} <a href="/staff/improvements">${list.everyone}</a></p>`;
  }

  #body(): TemplateResult {
    const { words } = this.desk;
    const { list } = words.forum;
    const { items, error, hasMore, loadingMore } = this.#list;
    if (error !== null && (items === null || !hasMore))
      return failureState(error, words, () => void this.#list.load());
    if (items === null) {
      return html`<p class="visually-hidden" role="status">${list.loading}</p>
        <div class="skeleton-rows" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div><span></span><span></span></div>`)}</div>`;
    }
    if (items.length === 0 && !hasMore) {
      return this.search === ''
        ? emptyState('views', list.empty, list.emptyText)
        : emptyState('search', list.nothing, list.nothingText);
    }
    return html`<ul class="rows">${repeat(
      items,
      ({ id }) => id,
      (item) => improvementRow(item, this.desk),
    )}</ul>
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button" aria-disabled=${loadingMore}
              @click=${() => void this.#list.more()}>${list.more}</button></div>`
          : nothing
      }`;
  }

  #filter(part: Partial<ImprovementFilters>): void {
    const filters = filtersOf(this.search);
    this.onSearch(searchOf({ ...filters, q: this.#typed.take(filters.q), ...part }));
  }

  /** What an organization in the address is called; its id stands there until that is known. */
  async #nameOrganization(): Promise<void> {
    const { organization } = filtersOf(this.search);
    if (organization === null || this.#organization?.id === organization) return;
    try {
      const { name } = await this.desk.client.staff.organizations.get(organization);
      this.#organization = { id: organization, name };
      this.requestUpdate();
    } catch {
      // The list itself tells that the server cannot be reached; the id is name enough.
    }
  }

  static override styles = [...deskPageStyles, sectionPagesStyles, ...filterRowStyles, improvementRowStyles];
}

customElements.define('improvement-list', ImprovementList);
