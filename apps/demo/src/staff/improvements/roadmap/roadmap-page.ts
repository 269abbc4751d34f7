import { type DecidedStatus, decidedStatuses, teoModules } from '@teo-support/core';
import type { Page, StaffImprovementSummary } from '@teo-support/sdk';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DeskPage } from '../../administration/desk-page.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { filterRowStyles } from '../../design/filter-row-styles.js';
import { sectionPagesStyles } from '../../design/section-pages.js';
import { icon } from '../../icons/icon.js';
import { moduleName } from '../../locales/module-name.js';
import { filterChoice } from '../../submission/filter-choice.js';
import { dayOf } from '../../time/calendar.js';
import { statusBadge } from '../badges.js';
import { forumPages } from '../forum-pages.js';
import { improvementAddress } from '../list/improvement-row.js';
import { needOf } from '../sentence.js';
import {
  filtersOf,
  noFilters,
  queryOf,
  type RoadmapFilters,
  searchOf,
  shownStatuses,
} from './roadmap-filters.js';

/** So many of each status are shown; the others are in the list. */
const ofStatus = 12;

type Column = readonly [DecidedStatus, Page<StaffImprovementSummary>];

/** What was decided, by status and with the reasons, the latest first. */
export class RoadmapPage extends DeskPage<readonly Column[]> {
  static override properties = {
    ...DeskPage.properties,
    search: { attribute: false },
    onSearch: { attribute: false },
  };
  declare search: string;
  declare onSearch: (search: string) => void;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('search') !== undefined) void this.shown.load();
  }

  protected override ask(signal: AbortSignal): Promise<readonly Column[]> {
    const filters = filtersOf(this.search);
    const { improvements } = this.desk.client.staff;
    return Promise.all(
      shownStatuses(filters).map(async (status): Promise<Column> => {
        const query = { ...queryOf(filters, status), limit: ofStatus };
        return [status, await improvements.list(query, { signal })];
      }),
    );
  }

  protected override heading(): string {
    return this.desk.words.forum.roadmap.title;
  }

  protected override loading(): string {
    return this.desk.words.forum.roadmap.loading;
  }

  protected override lead(): TemplateResult {
    const { roadmap } = this.desk.words.forum;
    const { module } = filtersOf(this.search);
    const params = new URLSearchParams({
      language: this.desk.locale,
      ...(module === null ? {} : { module }),
    });
    return html`<a class="button end" href="/v1/roadmap.atom?${params}" target="_blank" rel="noopener">${icon('link')}${roadmap.feed}</a>
      <p class="lead muted">${roadmap.lead}</p>`;
  }

  protected override body(columns: readonly Column[]): TemplateResult {
    return html`${forumPages(this.desk.words, 'roadmap')}
      ${this.#filters(filtersOf(this.search))}
      <div class="roadmap">${columns.map((column) => this.#column(column))}</div>`;
  }

  #filters(filters: RoadmapFilters): TemplateResult {
    const { words } = this.desk;
    const { roadmap, statuses, list } = words.forum;
    return html`<form class="filters" role="search" aria-label=${roadmap.filters} @submit=${(event: Event) => event.preventDefault()}>
      ${filterChoice(
        {
          name: 'status',
          label: roadmap.status,
          value: filters.status,
          options: decidedStatuses,
          wordsOf: (status) => statuses[status],
          all: list.all,
        },
        (status) => this.#filter({ status }),
      )}
      ${filterChoice(
        {
          name: 'module',
          label: roadmap.module,
          value: filters.module,
          options: teoModules,
          wordsOf: (module) => moduleName(words, module),
          all: list.everyModule,
        },
        (module) => this.#filter({ module }),
      )}
      ${this.#day('from', roadmap.from, filters.from)}
      ${this.#day('to', roadmap.to, filters.to)}
      ${this.search === '' ? nothing : html`<button type="button" class="button quiet" @click=${() => this.#filter(noFilters)}>${roadmap.clear}</button>`}
    </form>`;
  }

  #day(name: 'from' | 'to', label: string, value: string): TemplateResult {
    return html`<div class="field"><label class="filter-label" for=${name}>${label}</label>
      <input class="input" type="date" id=${name} name=${name} .value=${live(value)}
        @change=${({ target }: Event) => target instanceof HTMLInputElement && this.#filter({ [name]: target.value })}></div>`;
  }

  #filter(part: Partial<RoadmapFilters>): void {
    this.onSearch(searchOf({ ...filtersOf(this.search), ...part }));
  }

  #column([status, page]: Column): TemplateResult {
    const { words } = this.desk;
    const { roadmap, statuses } = words.forum;
    const { module } = filtersOf(this.search);
    const further = `/staff/improvements?status=${status}&sort=decided${module === null ? '' : `&module=${module}`}`;
    return html`<section class="panel" aria-labelledby=${status}>
      <div class="panel-head"><h2 class="section-title" id=${status}>${statusBadge(status, words)}</h2><span class="muted">${page.total}${page.atLeast ? '+' : ''}</span></div>
      ${
        page.items.length === 0
          ? html`<p class="none">${roadmap.none}</p>`
          : html`<ol>${page.items.map((item) => this.#item(item))}</ol>`
      }
      ${page.hasNext ? html`<p class="footer"><a href=${further} aria-label="${roadmap.all(page.total, page.atLeast)}, ${statuses[status]}">${roadmap.all(page.total, page.atLeast)}</a></p>` : nothing}
    </section>`;
  }

  #item(item: StaffImprovementSummary): TemplateResult {
    const { words, locale } = this.desk;
    const { forum } = words;
    const { decision, implementation } = item;
    return html`<li>
      <a class="name" href=${improvementAddress(item.id)}>${needOf(item, words)}</a>
      ${decision === null ? nothing : html`<p class="words">${decision.rationale}</p>`}
      ${
        implementation === null
          ? nothing
          : html`<p class="with-icon tone-met">${icon('check')}<span>${forum.release(implementation.release)}${
              implementation.article === null
                ? nothing
                : html` · <a href="/staff/faq/${encodeURIComponent(implementation.article.id)}">${implementation.article.title}</a>`
            }</span></p>`
      }
      <p class="facts"><span>${moduleName(words, item.module)}</span><span>${forum.votes(item.votes)}</span>
        ${decision === null ? nothing : html`<span>${forum.decidedOn(dayOf(decision.at, locale))}</span>`}</p>
    </li>`;
  }

  static override styles = [
    ...deskPageStyles,
    sectionPagesStyles,
    ...filterRowStyles,
    css`
      .roadmap {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
        align-items: start;
        gap: var(--_space-4);
      }
      li {
        display: grid;
        gap: 6px;
        padding: var(--_space-3) var(--_space-4);
        border-bottom: 1px solid var(--_line);
        overflow-wrap: anywhere;
      }
      li:last-child {
        border-bottom: 0;
      }
      .name {
        color: var(--_ink);
        font-weight: 600;
      }
      li .words {
        font-size: 13.5px;
        line-height: 1.5;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--_space-3);
        color: var(--_ink-2);
        font-size: 13px;
      }
    `,
  ];
}

customElements.define('roadmap-page', RoadmapPage);
