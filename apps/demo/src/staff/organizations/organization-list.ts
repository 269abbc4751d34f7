import type { OrganizationSummary } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { deskPageStyles } from '../administration/desk-page-styles.js';
import { Paged } from '../administration/paged.js';
import { emptyState } from '../design/empty-state.js';
import type { Desk } from '../desk/desk.js';
import { icon } from '../icons/icon.js';
import { TypedSearch } from '../search/typed-search.js';
import { failureState } from '../submission/failure.js';

/** The client organizations by name, found by any word of it, or those in one trial. */
export class OrganizationList extends LitElement {
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
  readonly #list = new Paged<OrganizationSummary>(this, (signal) => {
    const { q, trial } = this.#filter;
    return this.desk.client.staff.organizations.list(
      { ...(q === '' ? {} : { q: q.slice(0, 200) }), ...(trial === null ? {} : { trial }) },
      { signal },
    );
  });
  readonly #typed = new TypedSearch(this, (q) => this.#search(q));
  #trialName: string | null = null;

  get #filter(): { readonly q: string; readonly trial: string | null } {
    const params = new URLSearchParams(this.search);
    return { q: params.get('q')?.trim() ?? '', trial: params.get('trial') };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search')) return;
    void this.#list.load();
    void this.#nameTrial();
  }

  protected override firstUpdated(): void {
    if (this.moved) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override updated(): void {
    document.title = `${this.desk.words.organizations.title} · ${this.desk.words.product}`;
  }

  protected override render() {
    const words = this.desk.words.organizations;
    const { q, trial } = this.#filter;
    const { items, total } = this.#list;
    return html`
      <div class="title">
        <h1 tabindex="-1">${words.title}</h1>
        <p class="muted" role="status">${items === null ? nothing : words.total(total)}</p>
        <a class="button end" href="/staff/trials">${icon('flask')}${words.trials}</a>
      </div>
      <form class="search" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <label class="visually-hidden" for="q">${words.search}</label>
        ${icon('search')}
        <input class="input" id="q" name="q" type="search" autocomplete="off" placeholder=${words.searchHint} .value=${live(this.#typed.pending ?? q)}
          @input=${this.#typed.type}>
      </form>
      ${
        trial === null
          ? nothing
          : html`<p class="notice narrowed">${words.inTrial(this.#trialName ?? trial)} <a href="/staff/organizations">${words.everyone}</a></p>`
      }
      <section class="panel" aria-label=${words.title} aria-busy=${items === null ? 'true' : 'false'}>${this.#body()}</section>`;
  }

  #body(): TemplateResult {
    const { words } = this.desk;
    const { organizations, organization } = words;
    const { items, error, hasMore, loadingMore } = this.#list;
    if (error !== null && (items === null || !hasMore))
      return failureState(error, words, () => void this.#list.load());
    if (items === null) {
      return html`<p class="visually-hidden" role="status">${organizations.loading}</p>
        <div class="skeleton-rows" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div><span></span><span></span></div>`)}</div>`;
    }
    if (items.length === 0) {
      return this.search === ''
        ? emptyState('team', organizations.empty, organizations.emptyText)
        : emptyState('search', organizations.nothing, organizations.nothingText);
    }
    const { columns } = organizations;
    return html`<table role="table" aria-label=${organizations.title}>
        <thead role="rowgroup"><tr role="row">${Object.values(columns).map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}</tr></thead>
        <tbody role="rowgroup">${repeat(
          items,
          ({ id }) => id,
          (item) => html`<tr role="row">
            <td role="cell"><a href="/staff/organizations/${encodeURIComponent(item.id)}">${item.name}</a></td>
            ${count(item.openTickets, organization.openTickets)}${count(item.teomasters, organization.teomasters)}${count(item.trials, organization.runningTrials)}
          </tr>`,
        )}</tbody>
      </table>
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button" aria-disabled=${loadingMore}
              @click=${() => void this.#list.more()}>${organizations.more}</button></div>`
          : nothing
      }`;
  }

  #search(text: string): void {
    const params = new URLSearchParams(this.search);
    if (text.trim() === '') params.delete('q');
    else params.set('q', text);
    const query = params.toString();
    this.onSearch(query === '' ? '' : `?${query}`);
  }

  /** What a trial in the address is called; its id stands there until that is known. */
  async #nameTrial(): Promise<void> {
    const { trial } = this.#filter;
    this.#trialName = null;
    if (trial === null) return;
    try {
      const { trials } = await this.desk.client.staff.trials.list();
      this.#trialName = trials.find(({ id }) => id === trial)?.name ?? null;
      this.requestUpdate();
    } catch {
      // The list itself tells that the server cannot be reached; the id is name enough.
    }
  }

  static override styles = [
    ...deskPageStyles,
    css`
      .search {
        position: relative;
        display: flex;
        align-items: center;
        max-width: 420px;
        margin-bottom: var(--_space-4);
      }
      .search .icon {
        position: absolute;
        left: 11px;
        color: var(--_ink-2);
        pointer-events: none;
      }
      .search .input {
        padding-left: 34px;
        font-size: var(--_size);
      }
      .search .input::placeholder {
        color: var(--_ink-2);
        opacity: 1;
      }
      .narrowed {
        display: block;
        margin-bottom: var(--_space-4);
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        padding: 9px var(--_space-4);
        color: var(--_ink-2);
        font: 550 var(--_size-s) / 1.35 var(--_font);
        text-align: left;
      }
      th:not(:first-child),
      td:not(:first-child) {
        width: 150px;
        text-align: right;
      }
      td {
        padding: 12px var(--_space-4);
        border-top: 1px solid var(--_line);
        font-variant-numeric: tabular-nums;
      }
      td a {
        color: var(--_ink);
        font-weight: 600;
        text-decoration: none;
      }
      tr {
        position: relative;
      }
      td a::after {
        position: absolute;
        inset: 0;
        content: '';
      }
      tbody tr:hover {
        background: var(--_surface-2);
      }
      .told {
        display: none;
      }
      .zero {
        color: var(--_ink-2);
      }
      @media (max-width: 600px) {
        thead {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        tr {
          display: flex;
          flex-wrap: wrap;
          gap: 2px var(--_space-3);
          padding: 12px var(--_space-4);
          border-top: 1px solid var(--_line);
        }
        td,
        td:not(:first-child) {
          width: auto;
          padding: 0;
          border: 0;
          text-align: left;
        }
        td:first-child {
          width: 100%;
        }
        td:not(:first-child) {
          color: var(--_ink-2);
          font-size: 13px;
        }
        .figure {
          display: none;
        }
        .told {
          display: inline;
        }
      }
    `,
  ];
}

/** A figure in its column; in words where the columns fall away. */
function count(value: number, told: (value: number) => string): TemplateResult {
  return html`<td role="cell" class=${value === 0 ? 'zero' : ''}><span class="figure">${value}</span><span class="told">${told(value)}</span></td>`;
}

customElements.define('organization-list', OrganizationList);
