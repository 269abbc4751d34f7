import { isResolved } from '@teo-support/core';
import type { StaffFaqSummary, StaffTicket, TicketFaqSearches } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Loaded } from '../../administration/loaded.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { Submission } from '../../submission/submission.js';
import { stageBadge, stateBadge } from '../stage-badges.js';

interface OfTicket {
  readonly articles: readonly StaffFaqSummary[];
  readonly searches: TicketFaqSearches['searches'];
}

/** What a ticket has to do with the FAQ: the article that it led to, or the way to it, and what was searched for before. */
export class TicketArticlePanel extends LitElement {
  static override properties = { desk: { attribute: false }, ticket: { attribute: false } };
  declare desk: Desk;
  declare ticket: StaffTicket;
  readonly #submission = new Submission(this);
  readonly #shown = new Loaded<OfTicket>(this, async (signal) => {
    const { faq } = this.desk.client.staff;
    const { id } = this.ticket;
    const [{ articles }, { searches }] = await Promise.all([
      faq.articlesOf(id, { signal }),
      faq.searchesBefore(id, { signal }),
    ]);
    return { articles, searches };
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('ticket');
    if (!changed.has('ticket') || before?.id === this.ticket.id) return;
    this.#shown.value = null;
    void this.#shown.load();
  }

  protected override render(): TemplateResult {
    const { onTicket } = this.desk.words.faq;
    const { value } = this.#shown;
    return html`<h2 class="section-title">${icon('question')}${onTicket.title}</h2>
      ${value === null ? nothing : html`${this.#articles(value.articles)}${this.#searches(value.searches)}`}`;
  }

  #articles(articles: readonly StaffFaqSummary[]): TemplateResult {
    const { words } = this.desk;
    const { onTicket } = words.faq;
    if (articles.length > 0) {
      return html`<p class="muted">${onTicket.led}</p>
        <ul>${articles.map(
          ({ id, title, state, stage }) =>
            html`<li><a href="/staff/faq/${encodeURIComponent(id)}">${title}</a> ${stageBadge(stage, words)}${stateBadge(state, words)}</li>`,
        )}</ul>`;
    }
    if (!isResolved(this.ticket)) return html`<p class="muted">${onTicket.none} ${onTicket.afterwards}</p>`;
    const { sending } = this.#submission;
    return html`<p class="muted">${onTicket.draftHint}</p>
      ${problemNotice(this.#submission, words)}
      <button type="button" class="button below" aria-disabled=${sending} @click=${this.#draft}>${sending ? onTicket.drafting : onTicket.draft}</button>`;
  }

  #searches(searches: TicketFaqSearches['searches']): TemplateResult | typeof nothing {
    const { onTicket } = this.desk.words.faq;
    if (searches.length === 0) return nothing;
    return html`<h3>${onTicket.searched}</h3>
      <ul>${searches.map(
        ({ q, shown, opened }) => html`<li><strong>${q}</strong>
          ${
            shown.length === 0
              ? nothing
              : html`<span class="muted">${onTicket.shown}</span> ${shown.map(
                  ({ id, title }, place) =>
                    html`${place === 0 ? '' : ', '}<a href="/staff/faq/${encodeURIComponent(id)}">${title}</a>${opened.some((one) => one.id === id) ? ` (${onTicket.opened})` : ''}`,
                )}`
          }</li>`,
      )}</ul>`;
  }

  readonly #draft = async () => {
    const { client, words, announce } = this.desk;
    const drafted = await this.#submission.run(() => client.staff.faq.draftFromTicket(this.ticket.id), words);
    if (drafted === null) return;
    announce(words.faq.onTicket.done);
    await this.#shown.load();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('li a')?.focus();
  };

  static override styles = [
    staffStyles,
    css`
      :host {
        display: grid;
        gap: var(--_space-2);
        font-size: 13.5px;
      }
      h3 {
        margin-top: var(--_space-2);
        color: var(--_ink-2);
        font: 550 var(--_size-s) / 1.4 var(--_font);
      }
      ul {
        display: grid;
        gap: var(--_space-2);
      }
      li {
        overflow-wrap: anywhere;
      }
      .below {
        justify-self: start;
        min-height: 32px;
        padding-inline: var(--_space-3);
        font-size: 13px;
      }
      @media (pointer: coarse) {
        .below {
          min-height: 44px;
        }
      }
    `,
  ];
}

customElements.define('ticket-article-panel', TicketArticlePanel);
