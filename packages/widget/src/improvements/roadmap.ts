import { type TeoModule, teoModules } from '@teo-support/core';
import type { ImprovementFigures, Roadmap } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState, loadingState } from '../panel/states.js';
import { renderCard } from './card.js';
import { dateOf, monthOf } from './dates.js';
import { type ForumSession, moduleName } from './forum-session.js';
import { forumStyle } from './forum-style.js';
import { listStyle } from './list-style.js';
import { placeLink } from './place-link.js';
import { roadmapStyle } from './roadmap-style.js';

const periods = ['any', 'quarter', 'year'] as const;
const whoms = ['all', 'me', 'organization'] as const;

interface Narrowed {
  readonly module: TeoModule | '';
  readonly whose: (typeof whoms)[number];
  readonly period: (typeof periods)[number];
}

const dayMs = 86_400_000;
const days: Readonly<Record<Exclude<Narrowed['period'], 'any'>, number>> = { quarter: 92, year: 366 };
/** As many requests of each status as are shown at once. */
const shown = 10;

/**
 * What was decided, by the five statuses and with the reasons; and how the promise of a month is kept.
 * @fires place-chosen - a link was pressed; `detail` is a `ForumPlace`
 */
export class RoadmapView extends LitElement {
  static override styles = [...sharedStyle, forumStyle, listStyle, roadmapStyle];
  static override properties = {
    session: { attribute: false },
    titleLevel: { attribute: false },
    refreshes: { attribute: false },
    narrowed: { state: true },
    roadmap: { state: true },
    figures: { state: true },
    failure: { state: true },
  };

  declare session: ForumSession | null;
  /** The level of the headings of the statuses. */
  declare titleLevel: number;
  declare refreshes: number;
  declare narrowed: Narrowed;
  declare roadmap: Roadmap | null;
  declare figures: ImprovementFigures | null;
  declare failure: unknown;
  #asking: AbortController | null = null;

  constructor() {
    super();
    this.session = null;
    this.titleLevel = 3;
    this.refreshes = 0;
    this.narrowed = { module: '', whose: 'all', period: 'any' };
    this.roadmap = null;
    this.figures = null;
    this.failure = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.session === null) return;
    if (changed.has('session') || changed.has('narrowed') || changed.has('refreshes'))
      apart(this.#load(this.session));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  override render(): TemplateResult | undefined {
    const { session, roadmap } = this;
    if (session === null) return undefined;
    const words = session.forum.roadmap;
    const { list } = session.forum;
    return html`<div class="stack">
      <p>${words.lead}</p>
      ${this.figures === null ? nothing : this.#promise(session, this.figures)}
      <div class="filters">
        ${this.#choice(list.module, 'module', ['', ...teoModules], (module) => (module === '' ? list.anyModule : moduleName(session, module)))}
        ${this.#choice(list.whose, 'whose', whoms, (whose) => words.whose[whose])}
        ${this.#choice(words.since, 'period', periods, (period) => words.periods[period])}
      </div>
      ${this.failure === null ? nothing : failedState(this.failure, session.words, () => apart(this.#load(session)))}
      ${
        roadmap === null
          ? this.failure === null
            ? loadingState(session.words)
            : nothing
          : roadmap.columns.map((column) => this.#column(session, column))
      }
    </div>`;
  }

  /** « Nous analysons les demandes une fois par mois » : who waits, and for how long. */
  #promise(session: ForumSession, { waiting, overdue, lastReview }: ImprovementFigures): TemplateResult {
    const words = session.forum.roadmap;
    return html`<div class="notice ${overdue > 0 ? 'warning' : ''}">
      <span class="with-icon">${icon(overdue > 0 ? 'warning' : 'done')} <span><strong>${words.waiting(waiting)}</strong>${waiting === 0 ? nothing : `, ${words.late(overdue)}`}</span></span>
      ${lastReview === null ? nothing : html`<span class="small">${words.last(monthOf(lastReview.month, session.locale), dateOf(lastReview.publishedAt, session.locale), lastReview.decisions)}</span>`}
      ${overdue === 0 ? nothing : html`<span>${placeLink(session, { view: 'list', filter: { status: 'overdue' } }, words.seeLate)}</span>`}
    </div>`;
  }

  #column(
    session: ForumSession,
    { status, items, total, atLeast }: Roadmap['columns'][number],
  ): TemplateResult {
    const { forum } = session;
    const { module } = this.narrowed;
    const filter = { status, sort: 'decided', module } as const;
    const more = total > items.length || atLeast;
    return html`<section class="column" aria-labelledby=${status}>
      <div class="heading row" id=${status} role="heading" aria-level=${this.titleLevel}>${forum.statuses[status]} <span class="badge">${total}${atLeast ? '+' : nothing}</span></div>
      ${items.length === 0 ? html`<p class="soft small">${forum.roadmap.none}</p>` : html`<ul class="cards">${items.map((request) => renderCard(request, session))}</ul>`}
      ${more && this.narrowed.whose === 'all' && this.narrowed.period === 'any' ? html`<span>${placeLink(session, { view: 'list', filter }, forum.roadmap.all(total))}</span>` : nothing}
    </section>`;
  }

  #choice<N extends keyof Narrowed>(
    label: string,
    name: N,
    options: readonly Narrowed[N][],
    wordsOf: (option: Narrowed[N]) => string,
  ): TemplateResult {
    const now = this.narrowed[name];
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      const option = options[target.selectedIndex];
      if (option !== undefined) this.narrowed = { ...this.narrowed, [name]: option };
    };
    return html`<select class="input" aria-label=${label} @change=${onChange}>
      ${options.map((option) => html`<option ?selected=${option === now}>${wordsOf(option)}</option>`)}
    </select>`;
  }

  async #load({ client, supports }: ForumSession): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const { module, whose, period } = this.narrowed;
    const query = {
      limit: period === 'any' && whose === 'all' ? shown : 50,
      ...(module === '' ? {} : { module }),
      ...(whose === 'all' ? {} : { voted: whose }),
      ...(period === 'any' ? {} : { decidedFrom: new Date(Date.now() - days[period] * dayMs).toISOString() }),
    };
    const options = { signal: asking.signal };
    try {
      const [roadmap, figures] = await Promise.all([
        client.improvements.roadmap(query, options),
        client.improvements.figures(options),
      ]);
      if (asking.signal.aborted) return;
      supports.learn(roadmap.columns.flatMap(({ items }) => items));
      this.roadmap = roadmap;
      this.figures = figures;
      this.failure = null;
    } catch (error) {
      if (!asking.signal.aborted) this.failure = error;
    }
  }
}

define('teo-support-roadmap', RoadmapView);
