import { decidedStatuses } from '@teo-support/core';
import type { StaffReview } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import { statusBadge } from '../badges.js';
import { needOf } from '../sentence.js';
import { lookedAtBy } from './looks.js';

/** Publishes a review at once, after one more look at all that it says and at how many people it tells. */
export class ReviewPublishForm extends DeskDialog {
  static override properties = { ...DeskDialog.properties, review: { attribute: false } };
  declare review: StaffReview;

  protected override opener(): Opener {
    return { label: this.desk.words.forum.month.publish, look: 'primary' };
  }

  protected override heading(): string {
    return this.desk.words.forum.month.publishTitle;
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { month, reviews, reference } = words.forum;
    const { drafts, told, remarks } = this.review;
    const unseen = drafts.filter((draft) => lookedAtBy(draft, remarks).length === 0).length;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <p><strong>${month.publishText(told)}</strong> ${month.publishFinal}</p>
      ${unseen === 0 ? nothing : html`<p class="notice warning">${month.unseenCount(unseen)}</p>`}
      <p class="label" id="decided">${reviews.decisions(drafts.length)}</p>
      <div class="summary" role="region" tabindex="0" aria-labelledby="decided"><ul>${decidedStatuses.flatMap(
        (status) =>
          drafts
            .filter((draft) => draft.status === status)
            .map(
              ({
                improvement,
                rationale,
              }) => html`<li><p>${statusBadge(status, words)} <span class="muted">${reference(improvement.number)}</span> <span>${needOf(improvement, words)}</span></p>
              <p class="muted">${rationale}</p></li>`,
            ),
      )}</ul></div>
      ${this.problem()}
      <div class="actions">
        <button class="button primary" data-first aria-disabled=${this.submission.sending}>${this.submission.sending ? month.publishing : month.publish}</button>
        <button type="button" class="button" @click=${this.modal.close}>${words.cancel}</button>
      </div>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { month, version } = this.review;
    // Whoever publishes has seen all that is published: what was changed meanwhile is looked at first.
    const publish = () => client.staff.improvements.reviews.publish(month, { ifMatch: version });
    await this.send(publish, words.forum.month.published);
  };

  static override styles = [
    ...DeskDialog.styles,
    css`
      .summary {
        max-height: 42vh;
        overflow-y: auto;
        overflow-wrap: anywhere;
      }
      .summary ul {
        display: grid;
        gap: var(--_space-3);
      }
    `,
  ];
}

customElements.define('review-publish-form', ReviewPublishForm);
