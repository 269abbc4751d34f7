import type { FaqMasks, StaffFaqArticle } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { PageChange } from '../../administration/desk-dialog.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { Submission } from '../../submission/submission.js';
import { doubtsIn } from '../masks/doubts-in.js';
import './publish-form.js';
import './review-form.js';
import './withdraw-form.js';

/** Where an article stands on its way to be read, and the next step of whoever may take it. */
export class FaqArticleSteps extends LitElement {
  static override properties = {
    desk: { attribute: false },
    article: { attribute: false },
    masks: { attribute: false },
  };
  declare desk: Desk;
  declare article: StaffFaqArticle;
  declare masks: FaqMasks;
  readonly #submission = new Submission(this);

  protected override render(): TemplateResult {
    const { words } = this.desk;
    return html`<section class="card" aria-labelledby="steps">
      <h2 class="section-title" id="steps">${icon('steps')}${words.faq.steps.title}</h2>
      ${this.#stage()}
      ${
        this.#submission.conflict
          ? html`<div role="alert"><p class="notice warning">${words.changed}</p></div>`
          : problemNotice(this.#submission, words)
      }
      ${
        this.article.published === null
          ? nothing
          : html`<div class="actions"><faq-withdraw-form .desk=${this.desk} .article=${this.article}></faq-withdraw-form></div>`
      }
    </section>`;
  }

  #stage(): TemplateResult {
    const { steps } = this.desk.words.faq;
    const { draft, stage } = this.article;
    if (draft === null) return html`<p class="muted">${steps.nothing}</p>`;
    const { review } = draft;
    switch (stage) {
      case 'to_review':
        return this.#toReview(draft);
      case 'approved':
        return html`<p>${steps.approved(review?.by.name ?? '')}</p>${this.#comment()}
          <div class="actions"><faq-publish-form .desk=${this.desk} .article=${this.article}></faq-publish-form></div>`;
      case 'changes_requested':
        return html`<p>${steps.changesRequested(review?.by.name ?? '')}</p>${this.#comment()}${this.#submit(draft)}`;
      default:
        return html`<p>${steps.writing}</p>${this.#submit(draft)}`;
    }
  }

  #toReview({ authors }: NonNullable<StaffFaqArticle['draft']>): TemplateResult {
    const { steps } = this.desk.words.faq;
    if (authors.some(({ id }) => id === this.desk.member.id)) return html`<p>${steps.ownReview}</p>`;
    return html`<p>${steps.toReview}</p>
      <div class="actions"><faq-review-form .desk=${this.desk} .article=${this.article}></faq-review-form></div>`;
  }

  #comment(): TemplateResult | typeof nothing {
    const comment = this.article.draft?.review?.comment ?? '';
    return comment === ''
      ? nothing
      : html`<p class="comment">${this.desk.words.faq.steps.comment(comment)}</p>`;
  }

  #submit({ content }: NonNullable<StaffFaqArticle['draft']>): TemplateResult {
    const { steps } = this.desk.words.faq;
    const doubts = doubtsIn(content, this.masks).length;
    if (doubts > 0) {
      return html`<p class="notice warning">${steps.doubts(doubts)}
        <a href="/staff/faq-editor/${encodeURIComponent(this.article.id)}">${steps.settle}</a></p>`;
    }
    const { sending } = this.#submission;
    return html`<div class="actions"><button type="button" class="button primary" aria-disabled=${sending} @click=${this.#send}>${sending ? steps.submitting : steps.submit}</button></div>`;
  }

  readonly #send = async () => {
    const { client, words, announce } = this.desk;
    const { id, version } = this.article;
    const sent = await this.#submission.run(() => client.staff.faq.submit(id, { ifMatch: version }), words);
    if (sent === null && !this.#submission.conflict) return;
    if (sent !== null) announce(words.faq.steps.submitted);
    this.dispatchEvent(new PageChange());
  };

  static override styles = [
    staffStyles,
    css`
      .card {
        display: grid;
        gap: var(--_space-3);
        padding: var(--_space-4);
        border: 1px solid var(--_line);
        border-radius: var(--_radius-l);
        background: var(--_surface);
        box-shadow: var(--_shadow);
      }
      .comment {
        padding-left: var(--_space-3);
        border-left: 3px solid var(--_line-strong);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

customElements.define('faq-article-steps', FaqArticleSteps);
