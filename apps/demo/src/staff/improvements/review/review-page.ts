import { decidedStatuses } from '@teo-support/core';
import type { StaffReview } from '@teo-support/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../../administration/confirmation.js';
import type { Question } from '../../administration/confirmation.js';
import { DeskPage } from '../../administration/desk-page.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { icon } from '../../icons/icon.js';
import { monthAt, monthName } from '../../time/calendar.js';
import { dateWords } from '../../time/dates.js';
import './decision-form.js';
import { statusBadge } from '../badges.js';
import { improvementAddress } from '../list/improvement-row.js';
import { sentence, sentenceStyles } from '../sentence.js';
import './discussion.js';
import './publish-form.js';
import { reviewPageStyles } from './review-page-styles.js';
import { type Order, orders } from './waiting-list.js';

type DraftedDecision = StaffReview['drafts'][number];

/** The review of a month: decisions are drafted, discussed and published together; then it is there to be read. */
export class ReviewPage extends DeskPage<StaffReview> {
  static override properties = {
    ...DeskPage.properties,
    month: { attribute: false },
    search: { attribute: false },
    onSearch: { attribute: false },
  };
  declare month: string;
  declare search: string;
  declare onSearch: (search: string) => void;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('month') === undefined) return;
    this.shown.value = null;
    void this.shown.load();
  }

  protected override ask(signal: AbortSignal): Promise<StaffReview> {
    return this.desk.client.staff.improvements.reviews.get(this.month, { signal });
  }

  protected override heading(): string {
    const { forum } = this.desk.words;
    const known = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(this.month);
    return known ? forum.review(monthName(this.month, this.desk.locale)) : forum.reviews.title;
  }

  protected override loading(): string {
    return this.desk.words.forum.month.loading;
  }

  protected override wayBack(): TemplateResult {
    return html`<a class="back" href="/staff/improvement-reviews">${icon('back')}${this.desk.words.forum.month.back}</a>`;
  }

  protected override lead(review: StaffReview | null): TemplateResult | typeof nothing {
    if (review === null) return nothing;
    const { words, locale, now } = this.desk;
    const { reviews, month } = words.forum;
    const { state, publishedAt, drafts, told } = review;
    if (publishedAt === null)
      return html`<span class="badge warning">${reviews.states[state]}</span>${this.#waiting(review)}`;
    return html`<span class="badge success">${reviews.states[state]}</span>
      <p class="lead muted">${month.publishedLead(dateWords(publishedAt, locale, now), reviews.decisions(drafts.length))} ${month.told(told)}</p>`;
  }

  #waiting({ waiting }: StaffReview): TemplateResult {
    const { reviews } = this.desk.words.forum;
    return html`<p class="lead muted">${reviews.waiting(waiting.total)}
      ${waiting.overdue === 0 ? nothing : html`<span class="late">${icon('clock')}${reviews.late(waiting.overdue)}</span>`}</p>`;
  }

  protected override body(review: StaffReview): TemplateResult {
    return review.state === 'published' ? this.#published(review) : this.#drafted(review);
  }

  #drafted(review: StaffReview): TemplateResult {
    const { desk } = this;
    const { month } = desk.words.forum;
    const asked = new URLSearchParams(this.search).get('order');
    const order = orders.find((one) => one === asked) ?? 'votes';
    return html`<div class="stack">
      <section class="panel" aria-labelledby="drafts">
        <div class="panel-head"><h2 class="section-title" id="drafts">${icon('steps')}${month.drafts}</h2>${this.#publication(review)}
          <p class="hint">${review.drafts.length === 0 ? month.noDrafts : month.draftsHint}</p></div>
        <ol class="decisions">${repeat(
          review.drafts,
          ({ improvement }) => improvement.id,
          (draft) => this.#draft(draft, review),
        )}</ol>
      </section>
      <review-waiting-list .desk=${desk} .month=${this.month} .order=${order} .seen=${review.version}
        .onOrder=${(chosen: Order) => this.onSearch(chosen === 'votes' ? '' : `?order=${chosen}`)}></review-waiting-list>
    </div>`;
  }

  #publication(review: StaffReview): TemplateResult {
    const { desk } = this;
    const { month } = desk.words.forum;
    if (review.drafts.length === 0) return html`<span class="muted">${month.nothingToPublish}</span>`;
    if (this.month > monthAt(desk.now)) return html`<span class="muted">${month.notYet}</span>`;
    return html`<review-publish-form .desk=${desk} .review=${review}></review-publish-form>`;
  }

  #draft(draft: DraftedDecision, review: StaffReview): TemplateResult {
    const { desk } = this;
    const { words, locale, now } = desk;
    const { month } = words.forum;
    const { improvement, by, at } = draft;
    return html`<li>
      ${this.#decision(draft)}
      <p class="by">${month.writtenBy(by.name, dateWords(at, locale, now))}</p>
      <div class="actions">
        <review-decision-form .desk=${desk} .month=${this.month} .improvement=${improvement} .label=${month.decide}></review-decision-form>
        <confirmed-action .desk=${desk} .question=${this.#withdrawal(draft, review)}></confirmed-action>
      </div>
      <review-discussion .desk=${desk} .review=${review} .draft=${draft}></review-discussion>
    </li>`;
  }

  #decision({ improvement, status, rationale }: DraftedDecision): TemplateResult {
    const { words } = this.desk;
    const { request, votes, organizations } = words.forum;
    return html`<p class="what">${statusBadge(status, words)}
        <a href=${improvementAddress(improvement.id)}>${request(improvement.number)}</a>
        <span class="muted">${votes(improvement.votes)} · ${organizations(improvement.organizations)}</span></p>
      ${sentence(improvement, words)}
      <p class="words rationale">${rationale}</p>`;
  }

  #withdrawal({ improvement }: DraftedDecision, { version }: StaffReview): Question {
    const { client, words } = this.desk;
    const { month } = words.forum;
    return {
      opener: { label: month.withdraw, about: month.withdrawAbout(improvement.number) },
      heading: month.withdrawTitle,
      text: month.withdrawText,
      submit: month.withdraw,
      sending: month.withdrawing,
      done: month.withdrawn,
      work: () =>
        client.staff.improvements.reviews.withdraw(this.month, improvement.id, { ifMatch: version }),
    };
  }

  #published(review: StaffReview): TemplateResult {
    const { desk } = this;
    const { words } = desk;
    const { month, statuses } = words.forum;
    return html`<div class="stack">${decidedStatuses.map((status) => {
      const decided = review.drafts.filter((draft) => draft.status === status);
      if (decided.length === 0) return nothing;
      return html`<section class="panel" aria-labelledby=${status}>
        <div class="panel-head"><h2 class="section-title" id=${status}>${statuses[status]} (${decided.length})</h2></div>
        <ol class="decisions">${decided.map(
          (draft) => html`<li>${this.#decision(draft)}
            ${draft.improvement.status === status ? nothing : html`<p class="by">${month.now(statuses[draft.improvement.status])}</p>`}
            <review-discussion .desk=${desk} .review=${review} .draft=${draft}></review-discussion></li>`,
        )}</ol></section>`;
    })}</div>`;
  }

  static override styles = [...deskPageStyles, sentenceStyles, reviewPageStyles];
}

customElements.define('review-page', ReviewPage);
