import { type TeoModule, teoModules } from '@teo-support/core';
import type { Page, StaffImprovementSummary } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { Loaded } from '../../administration/loaded.js';
import { Paged } from '../../administration/paged.js';
import { emptyState } from '../../design/empty-state.js';
import type { Desk } from '../../desk/desk.js';
import { moduleName } from '../../locales/module-name.js';
import { failureState } from '../../submission/failure.js';
import { improvementRow, improvementRowStyles } from '../list/improvement-row.js';
import './decision-form.js';

export const orders = ['votes', 'age', 'module'] as const;
export type Order = (typeof orders)[number];

/** So many of each module are shown at once; the others are in the list. */
const ofModule = 10;

type Group = readonly [TeoModule, Page<StaffImprovementSummary>];

/** The requests that wait for a decision, in the order of votes, of age, or module by module; each can be decided there. */
export class ReviewWaitingList extends LitElement {
  static override properties = {
    desk: { attribute: false },
    month: { attribute: false },
    order: { attribute: false },
    seen: { attribute: false },
    onOrder: { attribute: false },
  };
  declare desk: Desk;
  declare month: string;
  declare order: Order;
  /** Version of the review that is shown: what is drafted waits no more. */
  declare seen: number;
  declare onOrder: (order: Order) => void;
  readonly #list = new Paged<StaffImprovementSummary>(this, (signal) => {
    const sort = this.order === 'votes' ? 'votes' : 'oldest';
    return this.desk.client.staff.improvements.list({ status: 'submitted', sort }, { signal });
  });
  readonly #groups = new Loaded<readonly Group[]>(this, (signal) =>
    Promise.all(
      teoModules.map(
        async (module) =>
          [
            module,
            await this.desk.client.staff.improvements.list(
              { status: 'submitted', sort: 'votes', module, limit: ofModule },
              { signal },
            ),
          ] as const,
      ),
    ),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('order') || changed.has('seen')) this.#load();
  }

  #load(): void {
    if (this.order === 'module') void this.#groups.load();
    else void this.#list.load();
  }

  protected override render(): TemplateResult {
    const { month } = this.desk.words.forum;
    return html`<section class="panel" aria-labelledby="waiting">
      <div class="panel-head"><h2 class="section-title" id="waiting">${month.waiting}</h2>
        <div class="order"><label for="order">${month.order}</label>
          <select class="input" id="order" @change=${this.#choose}>${orders.map((order) => html`<option value=${order} .selected=${live(order === this.order)}>${month.orders[order]}</option>`)}</select></div></div>
      ${this.order === 'module' ? this.#byModule() : this.#inOrder()}
    </section>`;
  }

  readonly #choose = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const chosen = orders.find((order) => order === target.value);
    if (chosen !== undefined) this.onOrder(chosen);
  };

  #inOrder(): TemplateResult {
    const { words } = this.desk;
    const { items, error, hasMore, loadingMore } = this.#list;
    if (items === null) return this.#missing(error);
    const waiting = items.filter((item) => item.draft?.month !== this.month);
    if (waiting.length === 0 && !hasMore) return this.#nothing();
    return html`${this.#rows(waiting)}
      ${error === null ? nothing : failureState(error, words, () => this.#load())}
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button" aria-disabled=${loadingMore} @click=${() => void this.#list.more()}>${words.forum.list.more}</button></div>`
          : nothing
      }`;
  }

  #byModule(): TemplateResult {
    const { words } = this.desk;
    const { month } = words.forum;
    const { value, error } = this.#groups;
    if (value === null) return this.#missing(error);
    const filled = value.filter(([, page]) => page.total > 0);
    if (filled.length === 0) return this.#nothing();
    return html`${filled.map(
      ([module, page]) => html`<h3>${month.ofModule(moduleName(words, module), page.total)}</h3>
        ${this.#rows(page.items.filter((item) => item.draft?.month !== this.month))}
        ${page.hasNext ? html`<p class="footer"><a href="/staff/improvements?status=submitted&module=${module}">${month.all(page.total)}</a></p>` : nothing}`,
    )}`;
  }

  #rows(items: readonly StaffImprovementSummary[]): TemplateResult {
    const { month } = this.desk.words.forum;
    return html`<ul class="rows">${repeat(
      items,
      ({ id }) => id,
      (item) =>
        improvementRow(
          item,
          this.desk,
          html`<review-decision-form .desk=${this.desk} .month=${this.month} .improvement=${item} .label=${month.decide}></review-decision-form>`,
        ),
    )}</ul>`;
  }

  #missing(error: unknown): TemplateResult {
    const { words } = this.desk;
    if (error !== null) return failureState(error, words, () => this.#load());
    return html`<p class="visually-hidden" role="status">${words.forum.list.loading}</p>
      <div class="skeleton-rows" aria-hidden="true">${[1, 2, 3].map(() => html`<div><span></span><span></span></div>`)}</div>`;
  }

  #nothing(): TemplateResult {
    const { month } = this.desk.words.forum;
    return emptyState('check', month.nothingWaits, month.nothingWaitsText);
  }

  static override styles = [
    ...deskPageStyles,
    improvementRowStyles,
    css`
      :host {
        max-width: none;
        margin: 0;
        padding: 0;
      }
      .order {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        color: var(--_ink-2);
        font-size: 13px;
      }
      h3 {
        padding: var(--_space-3) var(--_space-4);
        border-bottom: 1px solid var(--_line);
        background: var(--_surface-2);
        font: 650 var(--_size) / 1.35 var(--_font);
      }
    `,
  ];
}

customElements.define('review-waiting-list', ReviewWaitingList);
