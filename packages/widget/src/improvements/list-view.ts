import { teoModules } from '@teo-support/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState, loadingState } from '../panel/states.js';
import { renderCard } from './card.js';
import { type ForumSession, moduleName } from './forum-session.js';
import { forumStyle } from './forum-style.js';
import {
  isNarrowed,
  type ListFilter,
  listSorts,
  listStatuses,
  listWhoms,
  wholeForum,
} from './list-filter.js';
import { listStyle } from './list-style.js';
import { placeLink } from './place-link.js';
import type { RequestList } from './request-list.js';

/**
 * The requests of the forum: searched, narrowed, sorted, and voted for in place.
 * @fires place-chosen - a link was pressed; `detail` is a `ForumPlace`
 * @fires list-narrowed - the filter is another one
 */
export class ImprovementList extends LitElement {
  static override styles = [...sharedStyle, forumStyle, listStyle];
  static override properties = {
    session: { attribute: false },
    list: { attribute: false },
    titleLevel: { attribute: false },
    refreshes: { attribute: false },
  };

  declare session: ForumSession | null;
  declare list: RequestList | null;
  /** The level of its headings among those around it. */
  declare titleLevel: number;
  /** Grows each time something may have been missed, after a cut or a pause. */
  declare refreshes: number;

  constructor() {
    super();
    this.session = null;
    this.list = null;
    this.titleLevel = 3;
    this.refreshes = 0;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { list } = this;
    if (list === null) return;
    list.changed = () => this.requestUpdate();
    if (changed.has('list') || changed.has('refreshes')) apart(list.load());
  }

  override render(): TemplateResult | undefined {
    const { session, list } = this;
    if (session === null || list === null) return undefined;
    const { words } = session;
    return html`<div class="stack">
      <teo-support-improvement-notices .session=${session} .titleLevel=${this.titleLevel} @notices-dismissed=${() => this.#focusAt('.button')}></teo-support-improvement-notices>
      <div class="row">
        ${placeLink(session, { view: 'writing' }, session.forum.list.propose, 'button primary')}
        ${placeLink(session, { view: 'roadmap' }, session.forum.list.roadmap, 'button')}
      </div>
      ${this.#filters(session, list)}
      ${list.failure === null ? nothing : failedState(list.failure, words, () => apart(list.load()))}
      ${list.items === null ? (list.failure === null ? loadingState(words) : nothing) : this.#items(session, list)}
    </div>`;
  }

  #filters(session: ForumSession, list: RequestList): TemplateResult {
    const words = session.forum.list;
    const { filter } = list;
    return html`<div class="filters" role="search" aria-label=${words.filters}>
      <input class="input" type="search" aria-label=${words.search} placeholder=${words.search} maxlength="200"
        autocomplete="off" .value=${filter.q} @input=${(event: Event) => this.#typed(event)} />
      ${this.#choice(words.whose, 'whose', listWhoms, (whose) => words.ofWhom[whose])}
      ${this.#choice(words.sort, 'sort', listSorts, (sort) => words.sorts[sort])}
      ${this.#choice(words.module, 'module', ['', ...teoModules], (module) => (module === '' ? words.anyModule : moduleName(session, module)))}
      ${this.#choice(words.status, 'status', ['', ...listStatuses], (status) => statusWords(status, session))}
    </div>`;
  }

  #choice<N extends 'whose' | 'sort' | 'module' | 'status'>(
    label: string,
    name: N,
    options: readonly ListFilter[N][],
    wordsOf: (option: ListFilter[N]) => string,
  ): TemplateResult {
    const now = this.list?.filter[name];
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      const option = options[target.selectedIndex];
      if (option !== undefined) this.#narrow({ [name]: option });
    };
    return html`<select class="input" aria-label=${label} @change=${onChange}>
      ${options.map((option) => html`<option ?selected=${option === now}>${wordsOf(option)}</option>`)}
    </select>`;
  }

  #items(session: ForumSession, list: RequestList): TemplateResult {
    const words = session.forum.list;
    const { items, page } = list;
    if (items === null || page === null) return html``;
    if (items.length === 0 && !page.hasNext)
      return html`<div class="empty" role="status">
        <strong>${words.empty}</strong>
        <span>${words.emptyText}</span>
        ${isNarrowed(list.filter) ? html`<button class="button" type="button" @click=${() => this.#narrow(wholeForum)}>${words.clear}</button>` : nothing}
      </div>`;
    return html`<p class="small soft" role="status">${page.atLeast ? words.atLeast(page.total) : words.total(page.total)}</p>
      <ul class="cards">${items.map((request) => renderCard(request, session))}</ul>
      ${page.hasNext ? html`<button class="button" type="button" @click=${() => this.#more(list)}>${words.more}</button>` : nothing}`;
  }

  #typed({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.#narrow({ q: target.value });
  }

  #narrow(part: Partial<ListFilter>): void {
    this.list?.narrow(part);
    this.dispatchEvent(new CustomEvent('list-narrowed'));
  }

  async #more(list: RequestList): Promise<void> {
    const first = await list.more();
    await this.updateComplete;
    // Reading goes on where it stopped, also where the button is gone.
    if (first !== null) this.focusRequest(first.id);
  }

  /** The focus goes to a request of the list, if it is there. */
  focusRequest(id: string): void {
    this.#focusAt(`[data-place="${CSS.escape(id)}"]`);
  }

  #focusAt(place: string): void {
    this.renderRoot.querySelector<HTMLElement>(place)?.focus();
  }
}

function statusWords(status: ListFilter['status'], { forum }: ForumSession): string {
  if (status === '') return forum.list.anyStatus;
  return status === 'overdue' ? forum.list.late : forum.statuses[status];
}

define('teo-support-improvement-list', ImprovementList);
