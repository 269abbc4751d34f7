import { decidedStatuses } from '@teo-support/core';
import type { ImprovementFigures, StaffReviews } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { DeskPage } from '../../administration/desk-page.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { emptyState } from '../../design/empty-state.js';
import { sectionPagesStyles } from '../../design/section-pages.js';
import { icon } from '../../icons/icon.js';
import { monthAt, monthName } from '../../time/calendar.js';
import { dateWords } from '../../time/dates.js';
import { forumPages } from '../forum-pages.js';

interface LoadedReviews {
  readonly reviews: StaffReviews['reviews'];
  readonly figures: ImprovementFigures;
}

/** The reviews of the months, the one to be prepared first, and what waits for too long. */
export class ReviewListPage extends DeskPage<LoadedReviews> {
  protected override async ask(signal: AbortSignal): Promise<LoadedReviews> {
    const { client } = this.desk;
    const [{ reviews }, figures] = await Promise.all([
      client.staff.improvements.reviews.list({ signal }),
      client.improvements.figures({ signal }),
    ]);
    return { reviews, figures };
  }

  protected override heading(): string {
    return this.desk.words.forum.reviews.title;
  }

  protected override loading(): string {
    return this.desk.words.forum.reviews.loading;
  }

  protected override lead(): TemplateResult {
    return html`<p class="lead muted">${this.desk.words.forum.reviews.lead}</p>`;
  }

  protected override body({ reviews, figures }: LoadedReviews): TemplateResult {
    const { words, locale, now } = this.desk;
    const { forum } = words;
    const current = monthAt(now);
    const state = reviews.find(({ month }) => month === current)?.state;
    const go = state === 'draft' ? forum.reviews.begun : forum.reviews.current;
    return html`${forumPages(words, 'reviews')}
      <section class="now">
        <p>${forum.reviews.waiting(figures.waiting)}
          ${figures.overdue === 0 ? nothing : html`<a class="late" href="/staff/improvements?status=submitted&sort=oldest&overdue=true">${icon('clock')}${forum.reviews.late(figures.overdue)}<span class="visually-hidden"> ${forum.reviews.seeLate}</span></a>`}</p>
        ${state === 'published' ? nothing : html`<a class="button primary" href="/staff/improvement-reviews/${current}">${go(monthName(current, locale))}</a>`}
      </section>
      <section class="panel" aria-label=${forum.reviews.title}>${
        reviews.length === 0
          ? emptyState('steps', forum.reviews.none, forum.reviews.noneText)
          : html`<ul class="rows">${reviews.map((review) => this.#row(review))}</ul>`
      }</section>`;
  }

  #row({ month, state, publishedAt, decisions }: StaffReviews['reviews'][number]): TemplateResult {
    const { words, locale, now } = this.desk;
    const { reviews, review, statuses } = words.forum;
    const total = decidedStatuses.reduce((sum, status) => sum + decisions[status], 0);
    return html`<li>
      <div class="main"><a class="name" href="/staff/improvement-reviews/${month}">${review(monthName(month, locale))}</a>
        <p class="facts"><span>${reviews.decisions(total)}</span>${decidedStatuses
          .filter((status) => decisions[status] > 0)
          .map(
            (status) =>
              html`<span>${statuses[status]}${locale === 'fr' ? '\u00a0: ' : ': '}${decisions[status]}</span>`,
          )}
          ${publishedAt === null ? nothing : html`<span>${reviews.publishedOn(dateWords(publishedAt, locale, now))}</span>`}</p></div>
      <span class="badge ${state === 'published' ? 'success' : 'warning'}">${reviews.states[state]}</span>
    </li>`;
  }

  static override styles = [
    ...deskPageStyles,
    sectionPagesStyles,
    css`
      .now {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--_space-3);
        margin-bottom: var(--_space-4);
      }
      .late {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        vertical-align: bottom;
        color: var(--_danger);
        font-weight: 550;
      }
      .rows > li {
        position: relative;
      }
      .rows > li:hover {
        background: var(--_surface-2);
      }
      .rows a.name {
        color: var(--_ink);
        text-decoration: none;
      }
      .rows a.name::after {
        position: absolute;
        inset: 0;
        content: '';
      }
    `,
  ];
}

customElements.define('review-list-page', ReviewListPage);
