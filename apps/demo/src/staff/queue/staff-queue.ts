import { staffTicketList } from '@teo-support/core';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState } from '../design/empty-state.js';
import type { Desk } from '../desk/desk.js';
import { typingPauseMs } from '../search/typed-search.js';
import { failureState } from '../submission/failure.js';
import { exportButton, exportPanel } from './export-panel.js';
import {
  filtersOf,
  isNarrowed,
  noFilters,
  type QueueFilters,
  queryOf,
  searchOf,
  sortNamed,
} from './filters.js';
import { OrganizationNames } from './organization-names.js';
import type { ExportState } from './queue-export.js';
import { furtherFilters, queueFilters } from './queue-filters.js';
import { QueueKeys } from './queue-keys.js';
import { QueueList } from './queue-list.js';
import type { QueueMemory } from './queue-memory.js';
import { queueRow } from './queue-row.js';
import { staffQueueStyles } from './staff-queue-styles.js';

/** Several events in a row, as of one answer that also assigns, make one look at the list. */
const settleMs = 250;

/** The queue: what waits, the nearest target first. */
export class StaffQueue extends LitElement {
  static override properties = {
    desk: { attribute: false },
    search: { attribute: false },
    memory: { attribute: false },
    moved: { attribute: false },
    onSearch: { attribute: false },
    text: { state: true },
    unfolded: { state: true },
  };
  declare desk: Desk;
  /** The query of the address, with its question mark. */
  declare search: string;
  declare memory: QueueMemory;
  /** Whether one came here from inside the staff view, which asks for the focus. */
  declare moved: boolean;
  declare onSearch: (search: string) => void;
  declare text: string | null;
  /** Whether the filters that are needed less often are shown; `null` until someone said so. */
  declare unfolded: boolean | null;

  readonly #keys = new QueueKeys(this);
  readonly #list = new QueueList(
    (query, signal) => this.desk.client.staff.tickets.list(query, { signal }),
    () => this.requestUpdate(),
  );
  readonly #organizations = new OrganizationNames(this, () => this.desk.client);
  #typing: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #silence: (() => void) | null = null;

  constructor() {
    super();
    this.text = null;
    this.unfolded = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('memory')) this.memory.export.changed = this.#exportChanged;
    if (!changed.has('search')) return;
    const { memory, search } = this;
    const known = memory.search === search && memory.items.length > 0 ? { ...memory } : null;
    memory.search = search;
    if (known === null) memory.items = [];
    void this.#list.show(queryOf(filtersOf(search), this.desk.member.id), known);
  }

  protected override firstUpdated(): void {
    this.#silence = this.desk.live.listen({ happened: this.#refreshSoon, restored: this.#refreshSoon });
    const { leftFor } = this.memory;
    if (!this.moved) return;
    this.memory.leftFor = null;
    const row = this.renderRoot.querySelector<HTMLElement>(`a[data-ticket="${CSS.escape(leftFor ?? '')}"]`);
    (row ?? this.renderRoot.querySelector('h1'))?.focus({ preventScroll: row === null });
    row?.scrollIntoView({ block: 'center' });
  }

  protected override updated(): void {
    const { queue } = this.desk.words;
    document.title = `${queue.title} · ${this.desk.words.product}`;
    if (this.#list.phase !== 'ready') return;
    this.memory.items = this.#list.items;
    this.memory.total = this.#list.total;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#silence?.();
    this.#list.end();
    clearTimeout(this.#typing);
    clearTimeout(this.#settling);
  }

  protected override render() {
    const { desk } = this;
    const words = desk.words.queue;
    const filters = filtersOf(this.search);
    const { phase } = this.#list;
    return html`
      <div class="title">
        <h1 tabindex="-1">${words.title}</h1>
        <p class="muted" role="status">${phase === 'ready' ? this.#count() : nothing}</p>
        ${this.#order(filters)}
        ${exportButton(this.memory.export.state, desk.words, this.#exporting)}
      </div>
      ${exportPanel(this.memory.export.state, desk.words, this.#exporting)}
      ${this.#filters(filters)}
      <section class="panel" aria-label=${words.title} aria-busy=${phase === 'loading' || phase === 'renewing' ? 'true' : 'false'}>${this.#body()}</section>
      ${this.#footer()}
    `;
  }

  #count(): string {
    const { queue } = this.desk.words;
    const { total, atLeast, latestOnly } = this.#list;
    if (latestOnly) return queue.latestOnly(total);
    return atLeast ? queue.atLeast(total) : queue.total(total);
  }

  #order({ sort }: QueueFilters) {
    const { queue } = this.desk.words;
    return html`<div class="order">
      <label class="filter-label" for="sort">${queue.sort}</label>
      <select class="input" id="sort" @change=${({ target }: Event) =>
        target instanceof HTMLSelectElement &&
        this.onSearch(searchOf({ ...filtersOf(this.search), sort: sortNamed(target.value) }))}>
        ${staffTicketList.sorts.map(({ name }) => html`<option value=${name} .selected=${live(sortNamed(name) === sort)}>${queue.sorts[name]}</option>`)}
      </select>
    </div>`;
  }

  #filters(filters: QueueFilters) {
    const unfolded = this.unfolded ?? furtherFilters.some((name) => filters[name] !== null);
    if (unfolded) void this.#organizations.need();
    return queueFilters({
      desk: this.desk,
      filters,
      text: this.text ?? filters.q,
      organizations: this.#organizations.known,
      unfolded,
      change: (part) => this.#filter(filters, part),
      unfold: (shown) => {
        this.unfolded = shown;
      },
    });
  }

  #body() {
    const { desk } = this;
    const words = desk.words.queue;
    const { phase, items, error } = this.#list;
    if (phase === 'failed') return failureState(error, desk.words, () => void this.#list.retry());
    if (phase === 'loading') {
      return html`<p class="visually-hidden" role="status">${words.loading}</p>
        <div class="skeleton-rows" aria-hidden="true">${[1, 2, 3, 4, 5, 6].map(() => html`<div><span></span><span></span></div>`)}</div>`;
    }
    if (items.length === 0 && this.#list.hasMore) {
      return emptyState('search', words.noneYet, words.noneYetText);
    }
    if (items.length === 0) {
      return !isNarrowed(filtersOf(this.search))
        ? emptyState('inbox', words.empty, words.emptyText)
        : emptyState(
            'search',
            words.nothing,
            words.nothingText,
            html`<button type="button" class="button" @click=${() => this.#filter(noFilters, noFilters)}>${words.clear}</button>`,
          );
    }
    return html`<table role="table" aria-label=${words.title}>
      <thead role="rowgroup">
        <tr role="row">${Object.values(words.columns).map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody role="rowgroup">${repeat(
        items,
        (ticket) => ticket.id,
        (ticket) => queueRow(ticket, desk),
      )}</tbody>
    </table>`;
  }

  #footer() {
    const { words } = this.desk;
    const list = this.#list;
    if (list.phase !== 'ready' || (list.items.length === 0 && !list.hasMore)) return nothing;
    return html`<div class="footer">
      ${
        list.stale
          ? html`<p class="notice warning" role="alert">${words.queue.stale}
              <button type="button" class="button" @click=${() => void list.retry()}>${words.problem.retry}</button></p>`
          : nothing
      }
      <div class="actions">
        ${
          list.hasMore
            ? html`<button type="button" class="button" aria-disabled=${list.loadingMore ? 'true' : 'false'}
                @click=${() => void list.more()}>${words.queue.more}</button>`
            : nothing
        }
        <span class="muted">${list.atLeast ? words.queue.shownOfMore(list.items.length) : words.queue.shown(list.items.length, list.total)}</span>
      </div>
      ${this.#keyHints()}
    </div>`;
  }

  #keyHints() {
    const { keys } = this.desk.words.queue;
    return html`<div class="keys">
      <label class="check"><input type="checkbox" .checked=${this.#keys.on}
        @change=${({ target }: Event) => target instanceof HTMLInputElement && this.#keys.switch(target.checked)}>${keys.toggle}</label>
      <span><kbd>j</kbd> <kbd>k</kbd> ${keys.move}</span><span><kbd>↵</kbd> ${keys.open}</span><span><kbd>/</kbd> ${keys.search}</span>
    </div>`;
  }

  #filter(filters: QueueFilters, part: Partial<QueueFilters>): void {
    clearTimeout(this.#typing);
    const typed = Object.keys(part).length === 1 && part.q !== undefined;
    const q = part.q ?? this.text ?? filters.q;
    this.text = typed ? q : null;
    const go = () => {
      this.onSearch(searchOf({ ...filtersOf(this.search), ...part, q }));
    };
    if (typed) this.#typing = setTimeout(go, typingPauseMs);
    else go();
  }

  readonly #exporting = {
    start: () => {
      const { queue } = this.desk.words;
      const { total, atLeast, latestOnly, phase } = this.#list;
      const counted = phase === 'ready' && !atLeast && !latestOnly ? total : null;
      const query = queryOf(filtersOf(this.search), this.desk.member.id);
      this.desk.announce(queue.export.progress);
      void this.memory.export.run(
        (signal) => this.desk.client.staff.tickets.export(query, { signal }),
        counted,
      );
    },
    stop: () => {
      this.memory.export.end();
      this.desk.announce(this.desk.words.queue.export.stopped);
    },
  };

  readonly #exportChanged = (state: ExportState) => {
    if (state.name === 'done') {
      this.desk.announce(this.desk.words.queue.export.done(state.tickets, state.file));
    }
    this.requestUpdate();
  };

  readonly #refreshSoon = () => {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#refresh(), settleMs);
  };

  async #refresh(): Promise<void> {
    const before = this.#list.items;
    const focused = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
    const id = focused instanceof HTMLElement ? focused.dataset.ticket : undefined;
    await this.#list.refresh();
    await this.updateComplete;
    if (before.map(fingerprint).join() !== this.#list.items.map(fingerprint).join()) {
      this.desk.announce(this.desk.words.queue.updated);
    }
    // The row that had the focus is gone: the one in its place takes over.
    if (id === undefined || this.#list.items.some((item) => item.id === id)) return;
    const rows = this.renderRoot.querySelectorAll<HTMLElement>('a[data-ticket]');
    const place = Math.min(
      before.findIndex((item) => item.id === id),
      rows.length - 1,
    );
    (rows[place] ?? this.renderRoot.querySelector('h1'))?.focus();
  }

  static override styles = staffQueueStyles;
}

function fingerprint({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id}@${version}`;
}

customElements.define('staff-queue', StaffQueue);
